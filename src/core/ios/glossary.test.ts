import { describe, expect, it } from "vitest";
import { GLOSSARY, glossaryOf } from "./glossary.ts";
import { lineHelp, modesAt, wordHelp } from "./lineHelp.ts";
import { MODES } from "./modes.ts";

/** Lines that hold the words of the glossary, in a section where that matters. */
const EXAMPLES: Readonly<Record<string, readonly [section: string, line: string, word: string]>> = {
  "anti-replay": ["", "crypto ipsec security-association replay window-size 128", "replay"],
  "data authentication": ["", "crypto ipsec transform-set TS esp-aes 256 esp-sha256-hmac", "esp-sha256-hmac"],
  "data confidentiality": ["", "crypto ipsec transform-set TS esp-aes 256 esp-sha256-hmac", "esp-aes"],
  "data flow": ["crypto map VPN 10 ipsec-isakmp", " match address 110", "110"],
  peer: ["crypto map VPN 10 ipsec-isakmp", " set peer 192.0.2.1", "peer"],
  PFS: ["crypto map VPN 10 ipsec-isakmp", " set pfs group14", "pfs"],
  SA: ["", "crypto ipsec security-association lifetime seconds 3600", "security-association"],
  SPI: ["crypto map VPN 10 ipsec-manual", " set session-key inbound ah 256 0123456789abcdef0123456789abcdef", "256"],
  transform: ["crypto map VPN 10 ipsec-isakmp", " set transform-set TS", "transform-set"],
  tunnel: ["crypto ipsec transform-set TS esp-aes esp-sha-hmac", " mode tunnel", "tunnel"],
};

describe("the glossary", () => {
  it("holds the terms of the configuration guide", () => {
    expect(GLOSSARY.map(({ term }) => term)).toEqual(Object.keys(EXAMPLES));
  });

  it.each(Object.entries(EXAMPLES))("%s is told by a word of a command", (term, [section, line, word]) => {
    const lines = section === "" ? [line] : [section, line];
    const help = wordHelp(modesAt(lines, lines.length - 1), line, line.indexOf(word), "classic");
    expect(help?.item.meaning).toBeTruthy();
    const told = glossaryOf(help!.item.is === "keyword" ? help!.item.label : (help!.item.argument ?? ""));
    expect(told.map((one) => one.term)).toContain(term);
  });

  it("speaks of words that some command has", () => {
    const known = new Set(
      MODES.flatMap(({ commands }) => commands).flatMap(({ syntax, aliases = [], words = {} }) => [
        ...Object.keys(words),
        ...[syntax, ...aliases].flatMap((form) => form.match(/[A-Za-z][\w-]*/g) ?? []),
      ]),
    );
    const transforms = lineHelp(["global"], "crypto ipsec transform-set TS ", "classic").items.map(
      ({ label }) => label,
    );
    for (const { words } of GLOSSARY) {
      for (const word of words) expect(known.has(word) || transforms.includes(word), word).toBe(true);
    }
  });
});
