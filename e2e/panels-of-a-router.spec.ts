import { expect, test } from "@playwright/test";
import { editorIsReady, lineWith } from "./configurationText.ts";
import { openPanel } from "./routerPanel.ts";

// Many small journeys on one page: together they may take long on a busy machine.
test.describe.configure({ timeout: 180_000 });

test("what surrounds the VPN has panels: interfaces, routes, NAT and settings", async ({ page }) => {
  const panel = await openPanel(page);
  const { inspector } = panel;
  const interfaces = panel.section("Interfaces");

  await test.step("an interface, by mouse: a value that IOS would refuse stays in its field, with the reason", async () => {
    await interfaces.add("interface");
    await interfaces.fill("Description", "Guests");
    await interfaces.fill("IP address", "10.9.9.1");
    await interfaces.refuses("length or mask");
    await expect(inspector.getByRole("textbox", { name: "IP address" })).toHaveValue("10.9.9.1");
    await interfaces.fill("IP address", "10.9.9.1/24");
    await interfaces.refusesNothing();
    await interfaces.choose("NAT", "inside");
    await panel.has(
      "interface GigabitEthernet0/2",
      " description Guests",
      " ip address 10.9.9.1 255.255.255.0",
      " ip nat inside",
    );
    await interfaces.tick("Shut down");
    await panel.has(" shutdown");
  });

  await test.step("a field shows the line that it became, and leads there", async () => {
    await editorIsReady(page);
    await inspector.getByRole("button", { name: "ip address 10.9.9.1 255.255.255.0" }).click();
    await expect(lineWith(page, "ip address 10.9.9.1 255.255.255.0")).toBeVisible();
  });

  await test.step("an interface without an address is offered the next free ones", async () => {
    await interfaces.add("interface");
    await inspector.getByRole("button", { name: /^Next free WAN: / }).click();
    await panel.has("interface GigabitEthernet0/3", " ip address 192.0.2.2 255.255.255.252");
    await interfaces.remove("interface GigabitEthernet0/3");
    await panel.hasNot("GigabitEthernet0/3");
  });

  await test.step("an interface, by keyboard: it stays open under another name", async () => {
    await interfaces.addByKeyboard("interface");
    await interfaces.type("Name", "Loopback7");
    await interfaces.type("IP address", "10.200.0.7/32");
    await interfaces.chooseByKeyboard("NAT", "outside");
    await panel.has("interface Loopback7", " ip address 10.200.0.7 255.255.255.255", " ip nat outside");
    await interfaces.removeByKeyboard("interface Loopback7");
    await panel.hasNot("Loopback7");
  });

  await test.step("routes", async () => {
    const routes = panel.section("Routes");
    await routes.add("route");
    await routes.fill("Network", "10.50.0.0/24");
    await routes.fill("Distance", "250");
    await panel.has("ip route 10.50.0.0 255.255.255.0 198.51.100.1 250");
    await routes.addByKeyboard("route");
    await routes.type("Network", "10.60.0.1/24");
    await routes.refuses("IOS would refuse it");
    await routes.type("Network", "10.60.0.0/24");
    await routes.type("Next hop or interface", "Null0");
    await routes.tickByKeyboard("Keep while the interface is down (permanent)");
    await panel.has("ip route 10.60.0.0 255.255.255.0 Null0 permanent");
    await routes.removeByKeyboard("route 10.60.0.0/24");
    await panel.hasNot("10.60.0.0");
  });

  await test.step("NAT pools and rules", async () => {
    const pools = panel.section("NAT pools");
    await pools.add("nat pool");
    await pools.fill("Last address", "192.0.2.13");
    await panel.has("ip nat pool NAT-POOL 192.0.2.9 192.0.2.13 netmask 255.255.255.248");
    const rules = panel.section("NAT rules");
    await rules.addByKeyboard("nat rule");
    await rules.type("List or route map", "GUESTS");
    await rules.chooseByKeyboard("Into the address of", "pool");
    await rules.type("Interface or pool", "NAT-POOL");
    await panel.has("ip nat inside source list GUESTS pool NAT-POOL overload");
    await expect(inspector.getByText("There is no access list GUESTS")).toBeVisible();
    await rules.remove("nat rule list GUESTS");
    await panel.hasNot("GUESTS");
  });

  await test.step("what holds for the whole router", async () => {
    const settings = panel.section("ISAKMP and IPsec settings");
    await inspector.getByRole("button", { name: "ISAKMP and IPsec settings" }).click();
    await settings.choose("Identity", "hostname");
    await panel.has("crypto isakmp identity hostname");
    await settings.tickByKeyboard("Recover from an invalid SPI");
    await panel.has("crypto isakmp invalid-spi-recovery");
    await settings.chooseByKeyboard("Replay window", "128");
    await panel.has("crypto ipsec security-association replay window-size 128");
    await settings.type("Lifetime in kilobytes", "1");
    await settings.refuses(/./);
    await settings.type("Lifetime in kilobytes", "100000");
    await panel.has("crypto ipsec security-association lifetime kilobytes 100000");
  });
  await panel.isAccessible();
});

test("both phases have panels: policies, transform sets, crypto map sets and dynamic maps", async ({ page }) => {
  const panel = await openPanel(page);
  const { inspector } = panel;

  await test.step("ISAKMP policies, by mouse and by keyboard", async () => {
    const policies = panel.section("ISAKMP policies");
    await policies.add("isakmp policy");
    await policies.choose("Encryption", "3des");
    await policies.fill("Lifetime in seconds", "5");
    await policies.refuses(/./);
    await policies.fill("Lifetime in seconds", "3600");
    await panel.has("crypto isakmp policy 20", " encr 3des");
    await policies.addByKeyboard("isakmp policy");
    await policies.type("Priority", "5");
    await policies.chooseByKeyboard("Diffie-Hellman group", "19");
    await panel.has("crypto isakmp policy 5", " encr aes 256");
    await policies.removeByKeyboard("isakmp policy 5");
    await panel.hasNot("crypto isakmp policy 5\n");
  });

  const sets = panel.section("Transform sets");
  await test.step("transform sets: a choice that IOS refuses stays chosen, with the reason", async () => {
    await sets.add("transform set");
    await sets.choose("ESP authentication", "");
    await sets.choose("ESP encryption", "");
    await sets.refuses("A transform set needs at least one transform.");
    const cipher = inspector.getByRole("combobox", { name: "ESP encryption" });
    await expect(cipher).toHaveValue("");
    await expect(cipher).toHaveAccessibleDescription(/at least one transform/);
    await sets.choose("ESP encryption", "esp-gcm 256");
    await sets.refusesNothing();
    await panel.has("crypto ipsec transform-set TS esp-gcm 256");
    await sets.addByKeyboard("transform set");
    await sets.type("Name", "SLOW");
    await sets.chooseByKeyboard("ESP encryption", "esp-3des");
    await sets.chooseByKeyboard("Mode", "transport");
    await panel.has("crypto ipsec transform-set SLOW esp-3des esp-sha256-hmac", " mode transport");
    await sets.remove("transform set TS");
    await panel.hasNot("transform-set TS ");
  });

  await test.step("dynamic maps", async () => {
    const maps = panel.section("Dynamic maps");
    await maps.add("dynamic map entry");
    await maps.addMember("transform set", "SLOW");
    await panel.has("crypto dynamic-map DYN 10");
    await panel.has(" set transform-set TS-AES256 SLOW");
    await maps.tickByKeyboard("Classify before encryption (qos pre-classify)");
    await maps.chooseByKeyboard("Reverse route", "static");
    await panel.has(" reverse-route static");
    await maps.removeByKeyboard("dynamic map entry DYN 10");
    await panel.hasNot("dynamic-map");
  });

  await test.step("crypto map sets", async () => {
    const maps = panel.section("Crypto map sets");
    await inspector.getByRole("button", { name: "Keyrings, remote access and more" }).click();
    await maps.addByKeyboard("crypto map set");
    await maps.type("Local address", "GigabitEthernet0/0");
    await panel.has("crypto map VPN local-address GigabitEthernet0/0");
    await maps.remove("crypto map set VPN");
    await panel.hasNot("local-address");
  });
  await panel.isAccessible();
});

test("remote access has panels: AAA, users, pools, groups and profiles", async ({ page }) => {
  const panel = await openPanel(page);
  const { inspector } = panel;
  await inspector.getByRole("button", { name: "Keyrings, remote access and more" }).focus();
  await page.keyboard.press("Enter");

  await test.step("AAA lists and users", async () => {
    const model = inspector.getByRole("checkbox", { name: "AAA on (aaa new-model)" });
    await model.focus();
    await page.keyboard.press("Space");
    await panel.has("aaa new-model");
    const lists = panel.section("AAA lists");
    await lists.add("aaa list");
    await lists.addMember("method", "none");
    await panel.has("aaa authentication login VPN-USERS local none");
    await lists.addByKeyboard("aaa list");
    await lists.chooseByKeyboard("Service", "authorization network");
    await lists.type("Name", "VPN-GROUPS");
    await panel.has("aaa authorization network VPN-GROUPS local");
    const users = panel.section("Users");
    await users.add("user");
    await users.fill("Name", "anna");
    await panel.has("username anna ");
    await users.removeByKeyboard("user anna");
    await panel.hasNot("username");
  });

  await test.step("address pools", async () => {
    const pools = panel.section("Address pools");
    await pools.add("address pool");
    await pools.fill("Last address", "10.100.0");
    await pools.refuses("An address");
    await pools.fill("Last address", "10.100.0.40");
    await panel.has("ip local pool VPN-POOL 10.100.0.10 10.100.0.40");
    await pools.addByKeyboard("address pool");
    await pools.type("Name", "SPARE");
    await panel.has("ip local pool SPARE ");
    await pools.removeByKeyboard("address pool SPARE");
    await panel.hasNot("SPARE");
  });

  const groups = panel.section("Client groups");
  await test.step("client groups", async () => {
    await groups.add("client group");
    await groups.fill("Address pool", "VPN-POOL");
    await groups.addMember("DNS server", "10.1.0.53");
    await groups.tick("Let clients save the password");
    await panel.has(" dns 10.1.0.53");
    await panel.has(" pool VPN-POOL");
    await panel.has(" save-password");
    await groups.type("Users at most", "many");
    await groups.refuses("A whole number is needed.");
    await groups.type("Users at most", "20");
    await panel.has(" max-users 20");
  });

  await test.step("ISAKMP profiles", async () => {
    const profiles = panel.section("ISAKMP profiles");
    await profiles.addByKeyboard("isakmp profile");
    await profiles.addMember("group", "REMOTE");
    await profiles.type("Client authentication list", "VPN-USERS");
    await panel.has("crypto isakmp profile PROFILE");
    await panel.has(" match identity group REMOTE");
    await panel.has(" client authentication list VPN-USERS");
    await profiles.remove("isakmp profile PROFILE");
    await panel.hasNot("isakmp profile");
    await groups.removeByKeyboard("client group REMOTE");
    await panel.hasNot("client configuration group");
  });
  await panel.isAccessible();
});
