import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asRouterId } from "../model/router.ts";
import { hostnameIn } from "./logicalLine.ts";
import { newReading, type Reading } from "./reading.ts";
import { readLine } from "./readLine.ts";
import { readPaste } from "./readPaste.ts";
import { readStraight } from "./readStraight.ts";

function begin(name: string, indented: boolean): Reading {
  return newReading(asRouterId(`router ${name}`), undefined, indented);
}

/** What reading finds in a text that is sorted out before any line of it is understood. */
function sortedOut(text: string): Reading[] {
  const paste = readPaste(text);
  if (paste.kind !== "configurations") return [];
  return paste.routers.map((pasted) => {
    const names = pasted.lines.map(hostnameIn).filter((name) => name !== undefined);
    const reading = begin(names[0] ?? pasted.promptName ?? "", pasted.indented);
    for (const line of pasted.lines) readLine(reading, line);
    return reading;
  });
}

const found = ({ diagnostics, dialect, drafts, lines, router }: Reading) => ({
  diagnostics,
  dialect,
  drafts,
  lines,
  router,
});

const configuration = `version 15.7
hostname R1
!
crypto map VPN 10 ipsec-isakmp
 set peer 192.0.2.1
 match address VPN
!
interface GigabitEthernet0/0
 ip address 198.51.100.2 255.255.255.252
 crypto map VPN
ip access-list extended VPN
 permit ip any any
end
`;

describe("a text that is one router's configuration as it stands", () => {
  test.each([
    configuration,
    configuration.replaceAll("\n", "\r\n"),
    "hostname R1\ncrypto isakmp key secret address 192.0.2.1",
    `Building configuration...\n\nCurrent configuration : 1 bytes\n${configuration}`,
    "hostname R1\nbanner motd ^C\nhostname R2\n more\n^C\ninterface Loopback0\n shutdown",
  ])("is read straight, as it is read when it is sorted out first: %j", (text) => {
    expect(found(readStraight(text, begin)!.reading)).toEqual(found(sortedOut(text)[0]!));
  });
});

describe("a text is sorted out first", () => {
  test.each([
    ["prompts", "R1(config)#crypto map VPN 10 ipsec-isakmp\nR1(config-crypto-map)#set peer 192.0.2.1"],
    ["several routers", `${configuration}${configuration.replace("R1", "R2")}`],
    ["a common indentation", configuration.replaceAll(/^/gm, "  ")],
    ["lost indentation, but for a line", `${configuration.replaceAll("\n ", "\n")}interface Loopback0\n shutdown`],
    ["a hostname in a banner above its own", "banner motd ^C\nhostname NONE\n^C\nhostname R1\ninterface Loopback0"],
    ["a control character in a command", configuration.replace("192.0.2.1", "192.0.2.2\b1")],
    ["a control character in a keyword", configuration.replace(" set peer", " set\x7f peer")],
    ["a control character in a name", configuration.replace("address VPN", "address VPN\x07")],
    ["a control character in a comment", configuration.replace("\n!\n", "\n! note\x1b[0m\n")],
    ["a control character in what opens no section", configuration.replace("hostname R1", "hostname R1\x03")],
    ["no command", "To whom it may concern,\n\nall is well."],
  ])("where it has %s", (_what, text) => {
    expect(readStraight(text, begin)).toBeUndefined();
  });
});

test.each([
  [
    "sections and comments in turn",
    [
      ...configuration.split("\n"),
      "hostname R2",
      "  set peer 192.0.2.9",
      "set transform-set STRONG",
      "R1#show version",
      "R1(config)#crypto map VPN 20 ipsec-isakmp",
      "% Invalid input detected at '^' marker.",
      "banner motd ^C",
      "^C",
      "\tset pfs",
      "some words of prose.",
      "exit",
    ],
  ],
  [
    "commands as IOS prints them, as people type them, and such as are none",
    [
      "version 15.7",
      "hostname R1",
      "crypto isakmp key secret address 192.0.2.1",
      "crypto isakmp key a-secret#of>marks address 192.0.2.2 255.255.255.0",
      "crypto isakmp policy 10",
      " encr aes 256",
      " hash sha256",
      "crypto map VPN 10 ipsec-isakmp",
      "crypto map VPN 10 ipsec-isakmp ",
      " set peer 192.0.2.1",
      " set peer  hub.example",
      " SET peer 192.0.2.3",
      " no set peer 192.0.2.1",
      " default set pfs",
      " set pfs group14",
      " description Destination, or is it?",
      " description terminal: 12:30",
      " description",
      " set security-association lifetime seconds 99999999",
      " set nonsense",
      "   match address VPN",
      "ip access-list extended VPN",
      "ip access-list extended copy",
      " permit ip 10.0.0.0 0.0.0.255 any",
      " deny   tcp host 10.0.0.1 any eq www",
      " deny tcp host 10.0.0.1 range 1 2 any eq 80",
      " 20 permit udp any any eq isakmp",
      " 4294967296 permit ip any any",
      " remark Note: kept",
      "ip route 10.0.0.0 255.255.255.0 192.0.2.9",
      "ip route 10.0.0.0 255.255.255.0 192.0.2.9 1",
      "ip route 10.0.0.1 255.0.255.0 192.0.2.9",
      "router bgp 65000",
      " bgp log-neighbor-changes",
      "object-group network G",
      " host 10.0.0.1",
      "access-list 101 permit ip any any",
      "no ip route 10.0.0.0 255.255.255.0 192.0.2.9",
      "! a comment",
      "! a bell \x07 rings",
      " description a bell \x07 rings",
      " set peer 192.0.2.2\b1",
      " description Größe",
      "",
      "end",
    ],
  ],
  [
    "commands that begin alike, and say more or less than the one before",
    [
      "hostname R1",
      "crypto isakmp key secret address 192.0.2.1 255.255.255.0 no-xauth",
      "crypto isakmp key secret address 192.0.2.2",
      "crypto isakmp key 6 secret hostname hub.example",
      "crypto map VPN 10 ipsec-isakmp",
      "crypto map VPN 20 ipsec-isakmp dynamic CLIENTS discover",
      "crypto map VPN 20",
      "crypto map VPN local-address Loopback0",
      " set peer 192.0.2.1 default",
      " set peer 192.0.2.2",
      " set peer",
      " set pfs",
      " set pfs group14",
      " reverse-route",
      " reverse-route static",
      "interface Loopback0",
      " ip address 10.0.0.1 255.255.255.0 secondary",
      " ip address 10.0.0.1 255.255.255.0",
      " ip address dhcp",
      "ip route 10.0.0.0 255.255.255.0 192.0.2.9 200 name hub track 7",
      "ip route 10.0.1.0 255.255.255.0 Null0",
      "ip route vrf RED 10.0.2.0 255.255.255.0 Dialer1 dhcp",
      "ip route 10.0.3.0 255.255.255.0 192.0.2.9",
    ],
  ],
])(
  "whatever lines stand in a text, what is read straight is what is read when it is sorted out first: %s",
  (_what, lines) => {
    let straight = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 18 }), (chosen) => {
        const text = chosen.join("\n");
        const read = readStraight(text, begin);
        if (read === undefined) return;
        straight += 1;
        expect([found(read.reading)]).toEqual(sortedOut(text).map(found));
      }),
      { numRuns: 500 },
    );
    expect(straight).toBeGreaterThan(50);
  },
  120_000,
);

test("a long text is read straight as it is read when it is sorted out first, however its lines lie", () => {
  const sections = Array.from(
    { length: 400 },
    (_, site) =>
      `crypto map VPN ${site + 1} ipsec-isakmp\n description ${"site ".repeat(site % 7)}${site}\n set peer 192.0.2.${site % 250}\n!\n`,
  );
  // One line alone is longer than what is looked at in one piece.
  sections.splice(200, 0, `crypto map VPN 999 ipsec-isakmp\n description ${"a long note ".repeat(2000)}\n`);
  const text = `hostname R1\n${sections.join("")}end\n`;
  expect(found(readStraight(text, begin)!.reading)).toEqual(found(sortedOut(text)[0]!));
});

test("a line becomes an object when somebody asks for the lines, and the same one from then on", () => {
  const { lines } = readStraight(configuration, begin)!.reading;
  const place = { router: "router R1", kind: "cryptoMapEntry", name: "VPN 10" };
  expect(lines[3]).toEqual({
    text: "crypto map VPN 10 ipsec-isakmp",
    state: "modelled",
    place,
    canonical: "crypto map VPN 10 ipsec-isakmp",
  });
  expect(lines[4]).toEqual({
    text: " set peer 192.0.2.1",
    state: "modelled",
    place: { ...place, field: "peers", item: 0 },
    canonical: "set peer 192.0.2.1",
  });
  const { reading } = readStraight(configuration, begin)!;
  expect(reading.lines).toBe(reading.lines);
});
