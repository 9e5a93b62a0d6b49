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
    ["no command", "To whom it may concern,\n\nall is well."],
  ])("where it has %s", (_what, text) => {
    expect(readStraight(text, begin)).toBeUndefined();
  });
});

test("whatever lines stand in a text, what is read straight is what is read when it is sorted out first", () => {
  const lines = [
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
  ];
  let straight = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 14 }), (chosen) => {
      const text = chosen.join("\n");
      const read = readStraight(text, begin);
      if (read === undefined) return;
      straight += 1;
      expect([found(read.reading)]).toEqual(sortedOut(text).map(found));
    }),
    { numRuns: 500 },
  );
  expect(straight).toBeGreaterThan(50);
}, 120_000);
