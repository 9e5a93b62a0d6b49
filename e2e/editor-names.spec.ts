import { expect, test } from "@playwright/test";
import {
  caretIsOnLine,
  configOf,
  lineWith,
  openText,
  renameAtCaret,
  selectWords,
  settled,
} from "./configurationText.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await openText(page, "HQ");
});

test("a name leads to its definition", async ({ page }) => {
  await selectWords(page, "match address VPN-BRANCH");
  await page.keyboard.press("End");
  await page.keyboard.press("F12");
  const text = await configOf(page, "HQ");
  await caretIsOnLine(page, text.split("\n").indexOf("ip access-list extended VPN-BRANCH") + 1);
  await page.keyboard.press("End");
  await page.keyboard.type("X");
  await settled(page);
  expect(await configOf(page, "HQ")).toContain("ip access-list extended VPN-BRANCHX");
});

for (const [what, where, from] of [
  ["an access list", "match address VPN-BRANCH", "VPN-BRANCH"],
  ["a transform set", "set transform-set TS-AES256", "TS-AES256"],
  ["a crypto map", "crypto map VPN 10", "VPN"],
] as const) {
  test(`${what} is renamed wherever it is named`, async ({ page }) => {
    await selectWords(page, where);
    // The name itself, not the words around it.
    await selectWords(page, from === "VPN" ? "map VPN" : where);
    await page.keyboard.press("ArrowRight");
    await renameAtCaret(page, from, "RENAMED");
    await expect.poll(() => configOf(page, "HQ")).toContain("RENAMED");
    await settled(page);
    const text = await configOf(page, "HQ");
    expect(text.split(/\s+/)).not.toContain(from);
    expect(await page.evaluate(() => window.tunnelwright?.getPeerings().map((peering) => peering.status))).toEqual([
      "agreed",
    ]);
  });
}

test("a name that is taken is refused", async ({ page }) => {
  await selectWords(page, "match address VPN-BRANCH");
  await page.keyboard.press("ArrowRight");
  await renameAtCaret(page, "VPN-BRANCH", "NAT");
  // The message goes away by itself; what is said to a screen reader stays.
  await expect(page.getByTestId("announcements")).toContainText("There is a NAT already.");
  await expect(lineWith(page, "match address VPN-BRANCH")).toBeVisible();
});
