import { expect, test, type Page } from "@playwright/test";
import {
  caretIsOnLine,
  configOf,
  openText,
  renameAtCaret,
  selectWords,
  settled,
  takeSuggestion,
} from "./configurationText.ts";
import { openDesigner } from "./page.ts";

/** A gateway with a name of every kind that can be renamed, each defined behind the place that it is looked for at. */
const GATEWAY = `hostname Gateway
aaa new-model
aaa authentication login CLIENTS local
aaa authorization network GROUPS local
crypto keyring KEYS
  pre-shared-key address 192.0.2.1 key Long-Example-Key-2024
crypto isakmp policy 10
 encr aes 256
 hash sha256
 authentication pre-share
 group 14
crypto isakmp client configuration group STAFF
 key Long-Example-Key-2025
 pool POOL
 acl SPLIT
crypto isakmp profile PROF
   keyring KEYS
   match identity address 192.0.2.1 255.255.255.255
   match identity group STAFF
   client authentication list CLIENTS
   isakmp authorization list GROUPS
   client configuration address respond
crypto ipsec transform-set STRONG esp-aes 256 esp-sha256-hmac
crypto dynamic-map DYN 10
 set transform-set STRONG
 set isakmp-profile PROF
crypto map VPN local-address Loopback0
crypto map VPN 10 ipsec-isakmp
 set peer 192.0.2.1
 set transform-set STRONG
 set isakmp-profile PROF
 match address TO-BRANCH
crypto map VPN 20 ipsec-manual
 set peer 192.0.2.9
 set transform-set STRONG
 match address TO-BRANCH
crypto map VPN 65535 ipsec-isakmp dynamic DYN
interface Loopback0
 ip address 198.51.100.1 255.255.255.255
interface GigabitEthernet0/0
 ip address 198.51.100.9 255.255.255.252
 crypto map VPN
ip local pool POOL 10.99.0.1 10.99.0.50
ip access-list extended SPLIT
 permit ip 10.1.0.0 0.0.0.255 any
ip access-list extended TO-BRANCH
 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
end
`;

/** What is found, at words whose last is the name, with the line that defines it. */
const NAMES = [
  ["an access list", "match address TO-BRANCH", "ip access-list extended TO-BRANCH"],
  ["a transform set", "set transform-set STRONG", "crypto ipsec transform-set STRONG esp-aes 256 esp-sha256-hmac"],
  ["a dynamic map", "ipsec-isakmp dynamic DYN", "crypto dynamic-map DYN 10"],
  ["a crypto map", " crypto map VPN", "crypto map VPN local-address Loopback0"],
  ["a keyring", "   keyring KEYS", "crypto keyring KEYS"],
  ["an ISAKMP profile", "set isakmp-profile PROF", "crypto isakmp profile PROF"],
  ["a pool", "pool POOL", "ip local pool POOL 10.99.0.1 10.99.0.50"],
  ["an authentication list", "client authentication list CLIENTS", "aaa authentication login CLIENTS local"],
  ["an authorization list", "isakmp authorization list GROUPS", "aaa authorization network GROUPS local"],
  ["a client group", "match identity group STAFF", "crypto isakmp client configuration group STAFF"],
  ["an interface", "local-address Loopback0", "interface Loopback0"],
] as const;

// Many small journeys on one page: together they may take long on a busy machine.
test.describe.configure({ timeout: 300_000 });

const lastWord = (words: string) => words.split(" ").at(-1) ?? "";

async function openGateway(page: Page): Promise<void> {
  await openDesigner(page);
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "Import configurations…" }).click();
  const dialog = page.getByRole("dialog", { name: "Import configurations" });
  await dialog.getByRole("textbox", { name: "Configuration text" }).fill(GATEWAY);
  await dialog.getByRole("button", { name: "Import", exact: false }).last().click();
  await expect(dialog).toHaveCount(0);
  await openText(page, "Gateway");
}

/** Puts the caret into the name at the end of some words. */
async function caretInto(page: Page, words: string): Promise<void> {
  await selectWords(page, words);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
}

for (const half of [0, 1]) {
  const kinds = NAMES.filter((_name, index) => index % 2 === half);
  test(`${kinds.map(([kind]) => kind).join(", ")}: leads to its definition and is renamed wherever it stands`, async ({
    page,
  }) => {
    await openGateway(page);
    for (const [kind, words, definition] of kinds)
      await test.step(kind, () => followAndRename(page, words, definition));
  });
}

async function followAndRename(page: Page, words: string, definition: string): Promise<void> {
  const name = lastWord(words);
  const into = name === "Loopback0" ? "Loopback7" : `${name}-X`;
  await caretInto(page, words);
  await page.keyboard.press("F12");
  const lines = (await configOf(page, "Gateway")).split("\n");
  await caretIsOnLine(page, lines.indexOf(definition) + 1);

  // From where it is defined.
  await renameAtCaret(page, name, into);
  const renamed = GATEWAY.split(/[ \n]/).filter((word) => word === name).length;
  await expect
    .poll(async () => (await configOf(page, "Gateway")).split(/[ \n]/).filter((word) => word === into).length)
    .toBe(renamed);
  await page.keyboard.press("Control+z");
  await expect.poll(() => configOf(page, "Gateway")).toBe(GATEWAY);
}

/** What is offered behind a line, in the order in which it is listed. */
const OFFERED = [
  ["an entry by hand", "crypto map VPN 20 ipsec-manual", " set s", [/^session-key/], [/^security-association/, /^pfs/]],
  ["a negotiated entry", "crypto map VPN 10 ipsec-isakmp", " set s", [/^security-association/], [/^session-key/]],
  ["a client group", "configuration group STAFF", " s", [/^split-dns/, /^save-password/], [/^set/]],
  ["a keyring", "crypto keyring KEYS", "  p", [/^pre-shared-key/], [/^pool/]],
  ["a profile", "crypto isakmp profile PROF", "   k", [/^keyring/, /^keepalive/], [/^key /]],
  ["an ISAKMP policy", "crypto isakmp policy 10", " group 1", [/^14/, /^16/], [/^3/]],
  ["global configuration", "hostname Gateway", "aaa a", [/^authentication/, /^accounting/], [/^address/]],
] as const;

test("each section offers what it takes", async ({ page }) => {
  await openGateway(page);
  for (const [section, line, typed, offered, refused] of OFFERED) {
    await test.step(section, async () => {
      await selectWords(page, line);
      await page.keyboard.press("End");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Home");
      await page.keyboard.press("Shift+End");
      await page.keyboard.type(typed);
      await page.keyboard.press("Control+Space");
      const list = page.locator(".suggest-widget");
      for (const name of offered) await expect(list.getByRole("option", { name })).toBeVisible();
      for (const name of refused) await expect(list.getByRole("option", { name })).toHaveCount(0);
      await page.keyboard.press("Escape");
      await expect(page.locator(".suggest-widget.visible")).toHaveCount(0);
    });
  }
  await selectWords(page, "pool POOL");
  await page.keyboard.type("pool ");
  await takeSuggestion(page, /^POOL/);
  await settled(page);
  expect(await configOf(page, "Gateway")).toContain("\n pool POOL\n acl SPLIT\n");
});

const HOVERED = [
  ["set transform-set", "transform:"],
  ["crypto dynamic-map", "peers that"],
  ["esp-sha256-hmac", "data authentication:"],
  ["set peer", "peer:"],
  ["client authentication list", "Source:"],
] as const;

test("a hover documents keywords, with the terms of the glossary", async ({ page }) => {
  await openGateway(page);
  for (const [words, told] of HOVERED) {
    await test.step(words, async () => {
      await caretInto(page, words);
      await page.keyboard.press("Control+k");
      await page.keyboard.press("Control+i");
      await expect(page.locator(".monaco-hover").filter({ hasText: told }).first()).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(page.locator(".monaco-hover:visible")).toHaveCount(0);
    });
  }
});

test("a finding is accepted in the text with a reason, and no longer accepted among the problems", async ({ page }) => {
  await openGateway(page);
  const problems = page.getByRole("region", { name: "Problems", exact: true });
  const about = problems.getByRole("listitem").filter({ hasText: "manual-discouraged" });
  await expect(about.first()).toBeVisible();
  await selectWords(page, "crypto map VPN 20 ipsec-manual");
  await page.keyboard.press("Control+.");
  await page.locator(".action-widget").getByText("Accept manual-discouraged on this line…", { exact: true }).click();
  const form = page.getByRole("form", { name: "Accept manual-discouraged" });
  await expect(form.getByRole("textbox")).toBeFocused();
  await form.getByRole("button", { name: "Accept" }).click();
  await expect(form.getByRole("alert")).toContainText("Give a reason");
  await form.getByRole("textbox").fill("The other end is a museum piece.");
  await page.keyboard.press("Enter");
  await expect(form).toHaveCount(0);
  await expect(about).toHaveCount(0);

  await problems.getByRole("button", { name: /^Accepted: / }).click();
  await expect(about).toContainText("Accepted: The other end is a museum piece.");
  await about.getByRole("button", { name: "No longer accept" }).click();
  await expect(about.getByRole("button", { name: "Accept…" })).toBeVisible();
});
