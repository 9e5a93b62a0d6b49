import { describe, expect, test } from "vitest";
import { asRouterId } from "../model/router.ts";
import { designFromText } from "../testing/designFromText.ts";
import { siteA } from "../testing/twoSites.ts";
import { completeFix, fixInputProblem } from "./completeFix.ts";
import type { Finding, Fix, FixInput } from "./finding.ts";

const problem = (type: FixInput["type"], value: string) => fixInputProblem({ label: "It", type }, value);

describe("what a person answers", () => {
  test("is asked for, on one line", () => {
    for (const type of ["address", "name", "key", "number", "choice"] as const) {
      expect(problem(type, "")).toBe("A value is needed.");
      expect(problem(type, "a\nb")).toBe("A value stands on one line.");
      expect(problem(type, "a\rb")).toBe("A value stands on one line.");
    }
  });

  test("is an address where one is asked for", () => {
    expect(problem("address", "192.0.2.1")).toBeUndefined();
    expect(problem("address", "192.0.2")).toBe("An IPv4 address such as 192.0.2.1 is needed.");
  });

  test("is a name without blanks and question marks", () => {
    expect(problem("name", "VPN-1")).toBeUndefined();
    for (const value of ["VPN 1", " VPN", "VPN ", "VPN?"])
      expect(problem("name", value)).toBe("A name has no blanks and no question mark.");
  });

  test("is a key of at most 128 characters", () => {
    expect(problem("key", "k")).toBeUndefined();
    expect(problem("key", "k".repeat(128))).toBeUndefined();
    for (const value of ["k".repeat(129), "k k", "k?", " k", "k "])
      expect(problem("key", value)).toBe("A key has 1 to 128 characters, without blanks or a question mark.");
  });

  test("is a whole number", () => {
    expect(problem("number", "10")).toBeUndefined();
    for (const value of ["1.5", "-1", "ten", "10s", "s10"])
      expect(problem("number", value)).toBe("A whole number is needed.");
  });

  test("is one of the choices", () => {
    const input: FixInput = { label: "It", type: "choice", choices: ["one", "two"] };
    expect(fixInputProblem(input, "two")).toBeUndefined();
    expect(fixInputProblem(input, "three")).toBe("One of one, two is needed.");
  });
});

describe("the edits of a fix", () => {
  const design = designFromText(siteA);
  const finding: Finding = {
    rule: "psk-missing",
    severity: "error",
    message: "",
    places: [{ router: asRouterId("r1"), kind: "cryptoMapEntry", name: "VPN 10" }],
    fixes: [],
    peerings: [],
  };
  const fix: Fix = { title: "", safe: false, edits: [{ op: "remove", key: { ...finding.places[0]! } }] };

  test("are its own where it asks for nothing", () => {
    expect(completeFix(design, finding, fix, "ignored")).toBe(fix.edits);
  });

  test("are made by its rule where it asks", () => {
    const asking: Fix = { ...fix, needs: { label: "Key", type: "key" } };
    expect(completeFix(design, finding, asking, "secret")).toEqual(fix.edits);
    expect(() => completeFix(design, { ...finding, rule: "psk-opaque" }, asking, "secret")).toThrow(
      "The rule psk-opaque asks for a value and has no use for it.",
    );
  });
});
