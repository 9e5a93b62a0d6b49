import { describe, expect, test } from "vitest";
import { linesSetting, mentions } from "../derive/sourceLines.ts";
import type { ConfigurationSource } from "../model/source.ts";
import { designFromText } from "../testing/designFromText.ts";
import { twoSites } from "../testing/twoSites.ts";

function sourceOf(text: string): ConfigurationSource {
  const [router] = designFromText(text).routers.values();
  if (!router?.source) throw new Error("The text makes no router.");
  return router.source;
}

describe("the lines of a source by what they set", () => {
  test.each([
    ["cryptoMapEntry", undefined],
    ["cryptoMapEntry", "peers"],
    ["interface", "address"],
    ["accessList", "lines"],
    ["keyring", undefined],
  ] as const)("are those among all lines: %s, %s", (kind, field) => {
    const alone = linesSetting(sourceOf(twoSites), kind, field);
    const { lines } = sourceOf(twoSites);
    expect(alone).toEqual(lines.filter(({ place }) => place?.kind === kind && place.field === field));
    expect(alone.length > 0).toBe(kind !== "keyring");
  });

  test("are the very same objects once all lines are objects", () => {
    const source = sourceOf(twoSites);
    const { lines } = source;
    for (const line of linesSetting(source, "cryptoMapEntry", undefined)) expect(lines).toContain(line);
  });

  test("are found in a source that was copied", () => {
    const copied = structuredClone(sourceOf(twoSites));
    expect(linesSetting(copied, "interface", "address")).toEqual(
      linesSetting(sourceOf(twoSites), "interface", "address"),
    );
  });

  test("have the places that members have in the end", () => {
    const source = sourceOf(
      "crypto map VPN 10 ipsec-isakmp\n set peer 192.0.2.1\n set peer 192.0.2.2\n no set peer 192.0.2.1",
    );
    const peers = source.lines.filter(({ place }) => place?.field === "peers");
    expect(linesSetting(source, "cryptoMapEntry", "peers")).toEqual(peers);
  });
});

describe("words in a source", () => {
  test.each([
    ["of a plain text", "hostname R1\n! a word\nip route 0.0.0.0 0.0.0.0 192.0.2.1"],
    ["of a text with other line ends", "hostname R1\r\n! a word\r\nip route 0.0.0.0 0.0.0.0 192.0.2.1"],
    ["of a session", "R1#show running-config\nhostname R1\n! a word\nend\nR1#"],
  ])("are found where a line has them: %s", (_, text) => {
    for (const source of [sourceOf(text), structuredClone(sourceOf(text))]) {
      expect(mentions(source, "a word")).toBe(true);
      expect(mentions(source, "another word")).toBe(false);
    }
  });
});
