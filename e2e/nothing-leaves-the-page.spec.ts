import { expect, test } from "@playwright/test";

test("the designer opens, asks no other origin for anything and keeps to its own policy", async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith(baseURL ?? "") && !/^(data|blob):/.test(address)) elsewhere.push(address);
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));

  await page.goto("/");
  await expect(page).toHaveTitle(/Tunnelwright/);
  await expect(page.locator("#root")).not.toBeEmpty();
  await page.waitForLoadState("networkidle");

  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});
