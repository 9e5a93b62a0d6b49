import { describe, expect, test } from "vitest";
import { print } from "../print/print.ts";
import { readRouter } from "../testing/appliedScript.ts";
import { siteA } from "../testing/twoSites.ts";
import { configurationPrompt, inConfigurationMode } from "./configuration.ts";
import { configure } from "./configure.ts";

/** What a router says to the last of some lines, and its configuration after all of them. */
function typed(before: string, ...lines: readonly string[]) {
  const router = readRouter(before);
  const { answers, configuration } = configure(inConfigurationMode(router), lines);
  const text = print({ ...router, elements: configuration.elements }).text;
  return { said: answers.at(-1), text, answers, configuration, router };
}

function refusal(before: string, ...lines: readonly string[]): string {
  const { configuration, router, said } = typed(before, ...lines);
  expect(said?.refused).toBe(true);
  const without = configure(inConfigurationMode(router), lines.slice(0, -1)).configuration;
  expect(configuration.elements).toEqual(without.elements);
  return said?.text ?? "";
}

describe("lines change what their mode is about", () => {
  test("a line without indentation belongs to the mode that is open", () => {
    const { text } = typed(siteA, "crypto map VPN 10", "set peer 203.0.113.9");
    expect(text).toContain(" set peer 203.0.113.2\n set peer 203.0.113.9\n");
  });

  test("a global command that begins as a line of the open mode does is a global one all the same", () => {
    const { configuration } = typed("aaa new-model\n", "crypto ikev2 profile A", "no aaa new-model");
    expect([...configuration.elements.aaaSettings.values()]).not.toContainEqual({ newModel: true });
    const { text } = typed("hostname R\n", "crypto ikev2 profile A", " aaa authorization group psk list B C");
    expect(text).toContain("crypto ikev2 profile A\n aaa authorization group psk list B C\n");
  });

  test("a global command leaves the mode, and exit leaves one mode", () => {
    const ring = "crypto ikev2 keyring K\n peer A\n";
    const { configuration } = typed(ring, "crypto ikev2 keyring K", "peer A", "exit", "peer B");
    expect(configurationPrompt(configuration)).toBe("(config-ikev2-keyring-peer)");
    expect([...configuration.elements.ikev2Keyring.values()][0]?.peers.map(({ name }) => name)).toEqual(["A", "B"]);
    expect(configurationPrompt(typed(siteA, "crypto map VPN 10", "hostname HQ").configuration)).toBe("(config)");
  });

  test("a no form that both modes know is the inner one's", () => {
    const { text } = typed(siteA, "interface GigabitEthernet0/0", "no crypto map VPN");
    expect(text).toContain("crypto map VPN 10 ipsec-isakmp");
    expect(text).not.toContain("\n crypto map VPN\n");
  });

  test("abbreviations are read as IOS reads them", () => {
    const { text } = typed("hostname R\n", "cry isa pol 5", "gr 14", "life 3600");
    expect(text).toContain("crypto isakmp policy 5\n group 14\n lifetime 3600\n");
  });

  test("default puts back what IOS starts with, and so does no", () => {
    expect(typed(siteA, "crypto isakmp policy 10", "default group").text).not.toContain(" group 14");
    expect(typed(siteA, "crypto isakmp policy 10", "no lifetime").text).not.toContain(" lifetime 28800");
  });

  test("a default interface stays, with nothing on it; a loopback goes", () => {
    expect(typed(siteA, "default interface GigabitEthernet0/0").text).toContain(
      "interface GigabitEthernet0/0\n no ip address\n!",
    );
    expect(typed("interface Loopback0\n", "no interface Loopback0").text).not.toContain("Loopback0");
  });

  test("an interface that comes into a VRF loses its addresses", () => {
    const { said, text } = typed(siteA, "vrf definition A", "interface GigabitEthernet0/1", "vrf forwarding A");
    expect(said?.text).toBe(
      "% Interface GigabitEthernet0/1 IPv4 disabled and address(es) removed due to enabling VRF A",
    );
    expect(text).toContain(" vrf forwarding A\n no ip address\n");
  });

  test("a new entry is told to be incomplete", () => {
    expect(typed(siteA, "crypto map VPN 20 ipsec-isakmp").said?.text).toContain("% NOTE: This new crypto map");
  });

  test("a banner is taken whole, whatever its lines say", () => {
    const { text } = typed("hostname R\n", "banner motd ^C", "hostname X", "^C", "ip http server");
    expect(text).toContain("hostname R\n");
    expect(text).toContain("banner motd ^C\nhostname X\n^C\n");
    expect(text).toContain("ip http server\n");
  });

  test("a line outside the model stands, and goes by its opposite", () => {
    const added = typed("interface GigabitEthernet0/0\n", "interface GigabitEthernet0/0", " ip ospf cost 5");
    expect(added.text).toContain(" ip ospf cost 5\n");
    const gone = configure(added.configuration, [" no ip ospf cost 5"]).configuration;
    expect(gone.elements.interface.get("GigabitEthernet0/0")?.kept).toEqual([]);
  });

  test("what a line does not change stays the same object", () => {
    const { configuration, router } = typed(siteA, "crypto isakmp policy 10", "group 19");
    expect(configuration.elements.cryptoMapEntry).toBe(router.elements.cryptoMapEntry);
    expect(configuration.elements.isakmpPolicy).not.toBe(router.elements.isakmpPolicy);
    expect(router.elements.isakmpPolicy.get("10")?.group).toBe(14);
    expect(configure(inConfigurationMode(router), ["!", ""]).configuration.elements).toBe(router.elements);
  });
});

const grouped = [
  "object-group network LAN",
  " host 10.1.0.1",
  "ip access-list extended L",
  " permit ip object-group LAN any",
].join("\n");

describe("IOS refuses", () => {
  test.each([
    [
      "to take a transform set away that a map names",
      siteA,
      ["no crypto ipsec transform-set TS-AES256"],
      "in use by crypto map VPN 10",
    ],
    ["to take an access list away that a map names", siteA, ["no ip access-list extended VPN-PEER"], "in use"],
    ["to take a map away that an interface has", siteA, ["no crypto map VPN"], "interface(s): GigabitEthernet0/0"],
    ["to change the type of an entry", siteA, ["crypto map VPN 10 ipsec-manual"], "Attempt to change type"],
    ["an entry without a type", siteA, ["crypto map VPN 20"], "% Incomplete command."],
    [
      "a dynamic map that is not there",
      siteA,
      ["crypto map VPN 20 ipsec-isakmp dynamic D"],
      'Dynamic crypto map with tag "D" does not exist',
    ],
    [
      "a transform set that is not there",
      siteA,
      ["crypto map VPN 10", "set transform-set X"],
      'transform set with tag "X" does not exist',
    ],
    [
      "a map without entries on an interface",
      siteA,
      ["interface GigabitEthernet0/1", "crypto map X"],
      'Crypto Map with tag "X" does not exist',
    ],
    [
      "lines of another kind of entry",
      siteA,
      ["crypto map M 1 ipsec-manual", "set pfs group14"],
      "% Invalid input detected",
    ],
    [
      "a second key for a peer",
      siteA,
      ["crypto isakmp key other address 203.0.113.2"],
      "A pre-shared key for address mask 203.0.113.2 255.255.255.255 already exists!",
    ],
    [
      "a second key in a keyring",
      "crypto keyring K\n  pre-shared-key address 192.0.2.1 key one\n",
      ["crypto keyring K", "pre-shared-key address 192.0.2.1 key two"],
      "already exists!",
    ],
    ["a list of two types", siteA, ["ip access-list standard VPN-PEER"], "% A named extended IP access list"],
    [
      "a second line of one number",
      siteA,
      ["ip access-list extended VPN-PEER", "10 permit ip any any"],
      "% Duplicate sequence number",
    ],
    [
      "a line that is there already",
      siteA,
      ["ip access-list extended VPN-PEER", "permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255"],
      "% Duplicate permit statement ignored.",
    ],
    ["to take a group away that a list names", grouped, ["no object-group network LAN"], "in use by access list L"],
    [
      "to empty a group that a list names",
      grouped,
      ["object-group network LAN", "no host 10.1.0.1"],
      "cannot be emptied",
    ],
    [
      "a group that is not there",
      grouped,
      ["ip access-list extended L", "permit ip object-group X any"],
      '% Object group "X" does not exist',
    ],
    ["a group of two types", grouped, ["object-group service LAN"], "of another type"],
    [
      "to take a pool away that a translation names",
      "ip nat pool P 192.0.2.1 192.0.2.2 netmask 255.255.255.0\nip nat inside source list N pool P\n",
      ["no ip nat pool P 192.0.2.1 192.0.2.2 netmask 255.255.255.0"],
      "%Pool P in use, cannot destroy",
    ],
    ["to take a port away", siteA, ["no interface GigabitEthernet0/0"], "% Removal of physical interfaces"],
    ["a value out of its range", siteA, ["crypto isakmp policy 20000"], "% Invalid input detected at '^' marker."],
    ["a command that stops short", siteA, ["crypto map VPN 10", "set peer"], "% Incomplete command."],
    ["a word that could be two", siteA, ["crypto isakmp policy 10", "ha sh"], '% Ambiguous command:  "ha sh"'],
  ])("%s", (_what, before, lines, said) => {
    expect(refusal(before, ...lines)).toContain(said);
  });

  test("with a mark below the word that it does not know", () => {
    expect(refusal(siteA, "crypto map VPN 10", " set peeer 192.0.2.1")).toBe(
      "     ^\n% Invalid input detected at '^' marker.",
    );
  });

  test("nothing more once what was in the way is gone", () => {
    const { answers, text } = typed(
      siteA,
      "interface GigabitEthernet0/0",
      " no crypto map VPN",
      // Else the interface would take the next line for its own.
      "exit",
      "no crypto map VPN",
      "no crypto ipsec transform-set TS-AES256",
      "no ip access-list extended VPN-PEER",
    );
    expect(answers.filter(({ refused }) => refused)).toEqual([]);
    expect(text).not.toMatch(/VPN|TS-AES256/);
  });
});
