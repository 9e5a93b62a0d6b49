import { expect, test } from "@playwright/test";
import { onCanvas, openDesigner, paletteButton } from "./page.ts";

test("what is added takes the next free prefix, and two sites with one prefix are shown and put right", async ({
  page,
}) => {
  await openDesigner(page);
  await paletteButton(page, "LAN subnet").click();
  await expect(onCanvas(page, "Subnet 10.3.0.0/24")).toBeVisible();

  await onCanvas(page, "Subnet 10.2.0.0/24").click();
  const inspector = page.getByRole("complementary", { name: "Inspector" });
  const prefix = inspector.getByRole("textbox", { name: "Prefix" });
  await expect(prefix).toHaveValue("10.2.0.0/24");
  await prefix.fill("10.1.0.0/24");
  await prefix.press("Enter");
  await expect(onCanvas(page, "Subnet 10.1.0.0/24").getByText("conflict", { exact: true })).toHaveCount(2);
  await expect(inspector.getByText(/overlap: the other is on HQ GigabitEthernet0\/1\./)).toBeVisible();

  // 10.2.0.0/24 is not free yet: the tunnel's access lists still speak of it.
  await inspector.getByRole("button", { name: "Use 10.4.0.0/24, which is free" }).click();
  await expect(onCanvas(page, "Subnet 10.4.0.0/24")).toBeVisible();
  await expect(page.getByText("conflict", { exact: true })).toHaveCount(0);
  await expect(prefix).toHaveValue("10.4.0.0/24");
});
