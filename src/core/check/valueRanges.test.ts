import { describe, expect, test } from "vitest";
import { applyEdits } from "../edit/edit.ts";
import type { Router } from "../model/router.ts";
import { designFromText } from "../testing/designFromText.ts";
import { routerText } from "../text/routerText.ts";
import { isNumberTaken, rangeFaults, type RangeRuleId } from "./valueRanges.ts";

const routerOf = (text: string): Router => [...designFromText(text).routers.values()][0]!;

const faultsOf = (text: string, rule: RangeRuleId) => rangeFaults(routerOf(text), rule);

/** The lines of a router's text once a fault has another number. */
function corrected(text: string, rule: RangeRuleId, value: number, index = 0): readonly string[] {
  const design = designFromText(text);
  const [router] = design.routers.values();
  const edits = rangeFaults(router!, rule)[index]!.corrected(value);
  const [mended] = applyEdits(design, edits).routers.values();
  return edits.length === 0 ? [] : routerText(mended!).text.trimEnd().split("\n");
}

describe("a number out of range", () => {
  test("is told with its command, what is allowed and what comes closest", () => {
    const [low] = faultsOf("hostname R1\ncrypto ipsec security-association lifetime seconds 100\n", "range-lifetime");
    expect(low).toMatchObject({
      place: { kind: "ipsecSettings", name: "", field: "lifetimeSeconds" },
      command: "crypto ipsec security-association lifetime seconds",
      value: 100,
      allowed: "120 to 86400",
      nearest: 120,
    });
    expect(low?.choices).toBeUndefined();
    expect(low?.place).not.toHaveProperty("item");
    const [high] = faultsOf(
      "hostname R1\ncrypto ipsec security-association lifetime seconds 90000\n",
      "range-lifetime",
    );
    expect(high?.nearest).toBe(86400);
  });

  test("is none at either bound", () => {
    for (const seconds of [120, 86400]) {
      expect(faultsOf(`crypto ipsec security-association lifetime seconds ${seconds}\n`, "range-lifetime")).toEqual([]);
    }
    for (const seconds of [119, 86401]) {
      expect(
        faultsOf(`crypto ipsec security-association lifetime seconds ${seconds}\n`, "range-lifetime"),
      ).toHaveLength(1);
    }
  });

  test("depends on the release", () => {
    const text = "crypto ipsec security-association lifetime seconds 100000\n";
    expect(faultsOf(text, "range-lifetime")).toHaveLength(1);
    expect(faultsOf(`version 17.3\n${text}`, "range-lifetime")).toEqual([]);
  });

  test("of a closed set has all its members as choices, the first of two that are as near", () => {
    const [fault] = faultsOf("crypto ipsec security-association replay window-size 96\n", "range-replay");
    expect(fault).toMatchObject({
      allowed: "64, 128, 256, 512 or 1024",
      nearest: 64,
      choices: [64, 128, 256, 512, 1024],
    });
    expect(faultsOf("crypto ipsec security-association replay window-size 97\n", "range-replay")[0]?.nearest).toBe(128);
    expect(faultsOf("crypto ipsec security-association replay window-size 9999\n", "range-replay")[0]?.nearest).toBe(
      1024,
    );
    expect(faultsOf("crypto ipsec security-association replay window-size 512\n", "range-replay")).toEqual([]);
  });

  test("that names an element stands on the element, without a field", () => {
    const [fault] = faultsOf("crypto isakmp policy 20000\n encr aes\n", "range-policy");
    expect(fault?.place).toEqual({ router: "r1", kind: "isakmpPolicy", name: "20000" });
  });

  test("is looked for in each argument of a command", () => {
    expect(
      faultsOf("crypto isakmp keepalive 5 70\n", "range-dpd").map(({ argument, value }) => [argument, value]),
    ).toEqual([
      ["seconds", 5],
      ["retrySeconds", 70],
    ]);
  });

  test("is looked for in settings, policies, profiles, maps and dynamic maps", () => {
    const text = `version 17.3
crypto isakmp policy 10
 lifetime 30
crypto ipsec security-association lifetime seconds 60
crypto ipsec profile VTI
 set security-association lifetime seconds 61
crypto dynamic-map DYN 10
 set security-association lifetime seconds 62
crypto map VPN 10 ipsec-isakmp
 set security-association lifetime seconds 63
crypto ikev2 profile IKEV2
 lifetime 30
`;
    expect(faultsOf(text, "range-lifetime").map(({ place, value }) => `${place.kind} ${value}`)).toEqual([
      "ipsecSettings 60",
      "isakmpPolicy 30",
      "ikev2Profile 30",
      "ipsecProfile 61",
      "dynamicMapEntry 62",
      "cryptoMapEntry 63",
    ]);
    expect(
      faultsOf("crypto isakmp profile P\n keepalive 5 retry 2\n", "range-dpd").map(({ place }) => place.kind),
    ).toEqual(["isakmpProfile"]);
  });
});

describe("another number", () => {
  test("is set by the command itself, and leaves its other arguments", () => {
    const text = "hostname R1\ncrypto isakmp keepalive 5 30 periodic\n";
    expect(corrected(text, "range-dpd", 20)).toContain("crypto isakmp keepalive 20 30 periodic");
  });

  test("is not set where it is out of range as well", () => {
    expect(corrected("hostname R1\ncrypto isakmp keepalive 5\n", "range-dpd", 9)).toEqual([]);
    expect(corrected("hostname R1\ncrypto isakmp keepalive 5\n", "range-dpd", 10)).toContain(
      "crypto isakmp keepalive 10",
    );
  });

  test("renames an element that it names, with all that is in it", () => {
    const text = "hostname R1\ncrypto isakmp policy 20000\n encr aes\n group 14\n";
    const lines = corrected(text, "range-policy", 300);
    expect(lines).toContain("crypto isakmp policy 300");
    expect(lines).toContain(" group 14");
    expect(lines).not.toContain("crypto isakmp policy 20000");
  });

  test("is not given to an element where another one has it", () => {
    const text = "hostname R1\ncrypto isakmp policy 300\n encr aes\ncrypto isakmp policy 20000\n encr 3des\n";
    expect(corrected(text, "range-policy", 300)).toEqual([]);
    expect(corrected(text, "range-policy", 301)).toContain("crypto isakmp policy 301");
  });
});

describe("whether a release takes a number at a place", () => {
  const router = routerOf("hostname R1\n");
  const seconds = { router: router.id, kind: "ipsecSettings", name: "", field: "lifetimeSeconds" } as const;

  test("is asked of the command that sets the place", () => {
    expect([119, 120, 86400, 86401].map((value) => isNumberTaken(router, "range-lifetime", seconds, value))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("has no answer but no where no command of the rule sets it", () => {
    expect(isNumberTaken(router, "range-lifetime", { ...seconds, field: "replayWindow" }, 120)).toBe(false);
    expect(isNumberTaken(router, "range-lifetime", { ...seconds, kind: "host" }, 120)).toBe(false);
    expect(isNumberTaken(router, "range-replay", seconds, 128)).toBe(false);
  });

  test("is yes only where all of a command's numbers may be it", () => {
    const keepalive = { router: router.id, kind: "isakmpSettings", name: "", field: "keepalive" } as const;
    expect([9, 10, 60, 61].map((value) => isNumberTaken(router, "range-dpd", keepalive, value))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
