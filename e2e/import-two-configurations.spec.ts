import { expect, test, type Page } from "@playwright/test";
import { expectAccessibleInBothThemes } from "./accessibility.ts";
import { configOf, configuration } from "./configurationText.ts";
import { onCanvas, openDesigner, peeringsOf, settle } from "./page.ts";

/** One end of a complete site-to-site tunnel, as its router shows it. */
const siteA = `hostname SiteA
!
crypto isakmp policy 10
 encr aes 256
 hash sha256
 authentication pre-share
 group 14
 lifetime 28800
crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2
crypto isakmp keepalive 10 3 periodic
!
crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac
 mode tunnel
!
crypto map VPN 10 ipsec-isakmp
 description to SiteB
 set peer 203.0.113.2
 set security-association lifetime seconds 3600
 set transform-set TS-AES256
 set pfs group14
 match address VPN-SITEB
!
interface GigabitEthernet0/0
 description Internet
 ip address 198.51.100.2 255.255.255.252
 ip access-group OUTSIDE-IN in
 ip nat outside
 crypto map VPN
!
interface GigabitEthernet0/1
 ip address 10.1.0.1 255.255.255.0
 ip nat inside
 ip tcp adjust-mss 1360
!
ip nat inside source list NAT interface GigabitEthernet0/0 overload
ip route 0.0.0.0 0.0.0.0 198.51.100.1
!
ip access-list extended NAT
 deny   ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
 permit ip 10.1.0.0 0.0.0.255 any
ip access-list extended OUTSIDE-IN
 permit udp host 203.0.113.2 host 198.51.100.2 eq isakmp
 permit udp host 203.0.113.2 host 198.51.100.2 eq non500-isakmp
 permit esp host 203.0.113.2 host 198.51.100.2
ip access-list extended VPN-SITEB
 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
!
end
`;

/** The other end: everything that names a side is swapped. */
const siteB = swapped(siteA, [
  ["198.51.100.", "203.0.113."],
  ["10.1.0.", "10.2.0."],
  ["SiteA", "SiteB"],
  ["SITEA", "SITEB"],
]);

function swapped(text: string, pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce(
    (before, [one, other]) => before.replaceAll(one, "\u0000").replaceAll(other, one).replaceAll("\u0000", other),
    text,
  );
}

async function importText(page: Page, text: string, count = 2): Promise<void> {
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "New" }).click();
  await expect(page.getByRole("heading", { name: "An empty design" })).toBeVisible();
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "Import configurations…" }).click();
  const dialog = page.getByRole("dialog", { name: "Import configurations" });
  await dialog.getByRole("textbox", { name: "Configuration text" }).fill(text);
  await expect(dialog.getByRole("list", { name: "Routers found" }).locator("> li")).toHaveCount(count);
  await dialog.getByRole("button", { name: count === 1 ? "Import 1 router" : `Import ${count} routers` }).click();
  await expect(dialog).toHaveCount(0);
  await settle(page);
}

test("two pasted configurations become two routers, their subnets and one agreed peering, as one step", async ({
  page,
}) => {
  await openDesigner(page);
  await importText(page, siteA + siteB);
  await expect(onCanvas(page, "Peering SiteA – SiteB: agreed")).toBeVisible();
  for (const name of ["Router SiteA", "Router SiteB", "Subnet 10.1.0.0/24", "Subnet 10.2.0.0/24"]) {
    await expect(onCanvas(page, name)).toBeVisible();
  }
  expect(await peeringsOf(page)).toEqual(["SiteA – SiteB: agreed"]);
  const findings = await page.evaluate(() => window.tunnelwright?.getFindings() ?? []);
  expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  // Nobody edited anything yet, so the text is as it was pasted.
  expect(await configOf(page, "SiteA")).toBe(siteA);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(onCanvas(page, /^Router/)).toHaveCount(0);
});

test("a hub that is imported alone is in view with all the peers that it names, each in a place of its own", async ({
  page,
}) => {
  await openDesigner(page);
  const peers = Array.from({ length: 24 }, (_, index) => `192.0.2.${index + 1}`);
  const entries = peers.map((peer, index) => `crypto map VPN ${index + 20} ipsec-isakmp\n set peer ${peer}\n`).join("");
  await importText(page, siteA.replace("interface Gig", `${entries}!\ninterface Gig`), 1);
  const canvas = page.getByRole("region", { name: "Topology" });
  const frame = await canvas.boundingBox();
  if (!frame) throw new Error("The canvas is not drawn.");
  await expect
    .poll(async () => {
      const places = await Promise.all(
        ["203.0.113.2", ...peers].map((peer) => canvas.getByText(peer, { exact: true }).boundingBox()),
      );
      const seen = places.filter(
        (place) =>
          place !== null &&
          place.x > frame.x &&
          place.x + place.width < frame.x + frame.width &&
          place.y > frame.y &&
          place.y + place.height < frame.y + frame.height,
      );
      return new Set(seen.map((place) => `${place?.x} ${place?.y}`)).size;
    })
    .toBe(25);
});

test("an entry that is wider than its mirror is one-way, by its rule, on its line in both texts", async ({ page }) => {
  await openDesigner(page);
  const wider = "permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.255.255";
  await importText(page, siteA + siteB.replace("permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255\n!", `${wider}\n!`));
  await expect(onCanvas(page, "Peering SiteA – SiteB: one-way")).toBeVisible();
  await seeFinding(page, "p2-selector-oneway", "Warning");
});

test("an entry without a mirror is broken, by its rule, on its line in both texts", async ({ page }) => {
  await openDesigner(page);
  const other = "permit ip 10.2.0.0 0.0.0.255 10.99.0.0 0.0.0.255";
  await importText(page, siteA + siteB.replace("permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255\n!", `${other}\n!`));
  await expect(onCanvas(page, "Peering SiteA – SiteB: broken")).toBeVisible();
  await seeFinding(page, "p2-selector-none", "Error");
});

/** A finding is in the list, and marked on the line of the crypto ACL in the texts of both routers. */
async function seeFinding(page: Page, rule: string, severity: "Error" | "Warning"): Promise<void> {
  const findings = await page.evaluate(() => window.tunnelwright?.getFindings() ?? []);
  const found = findings.find((finding) => finding.rule === rule);
  const lines = Object.fromEntries((found?.locations ?? []).map(({ router, line }) => [router, line]));
  for (const [name, acl] of [
    ["SiteA", "VPN-SITEB"],
    ["SiteB", "VPN-SITEA"],
  ] as const) {
    const text = (await configOf(page, name)).split("\n");
    const entry = text.indexOf(`ip access-list extended ${acl}`) + 2;
    expect([entry, entry - 1]).toContain(lines[name]);
    const item = page.getByRole("region", { name: "Problems" }).getByRole("listitem").filter({ hasText: rule }).first();
    await expect(item).toHaveText(new RegExp(`^${severity}`));
    await item.getByRole("button", { name: `${name} line ${String(lines[name])}` }).click();
    await expect(configuration(page).getByRole("tab", { name, selected: true })).toBeVisible();
    await expect(configuration(page).locator(".squiggly-error, .squiggly-warning").first()).toBeVisible();
  }
}

test("the dialogs pass axe, and a text that is no configuration is refused with its line", async ({ page }) => {
  await openDesigner(page);
  for (const [item, name] of [
    ["Import configurations…", "Import configurations"],
    ["Export…", "Export"],
    ["Open…", "Open"],
    ["Share…", "Share"],
  ] as const) {
    await page.getByRole("button", { name: "File", exact: true }).click();
    await page.getByRole("menuitem", { name: item }).click();
    const dialog = page.getByRole("dialog", { name, exact: true });
    await expect(dialog).toBeVisible();
    await expectAccessibleInBothThemes(page, "[role=dialog]");
    if (name === "Import configurations") {
      await dialog.getByRole("textbox", { name: "Configuration text" }).fill("<!doctype html><p>Hello</p>");
      await expect(dialog.getByRole("alert")).toBeVisible();
      await expect(dialog.getByRole("button", { name: "Import", exact: true })).toBeDisabled();
    }
    if (name === "Export") await expect(dialog).not.toContainText("Example-Only-Change-Me");
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  }
});
