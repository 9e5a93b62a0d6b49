import { describe, expect, test } from "vitest";
import { applyEdits } from "../edit/edit.ts";
import type { Design } from "../model/design.ts";
import { asRouterId, type ElementKind, type Place } from "../model/router.ts";
import { designFromText } from "../testing/designFromText.ts";
import { siteA, twoSites } from "../testing/twoSites.ts";
import { check } from "./check.ts";
import { designRule, peeringRule, routerRule, type Rule } from "./rule.ts";
import { runRules } from "./runRules.ts";

const docs = { what: "what", why: "why", remedy: "remedy", source: "source" };

const r1 = asRouterId("r1");

const noisy = routerRule({
  id: "seq-gap",
  severity: "info",
  fix: "none",
  docs,
  messages: { entry: "entry {name}", host: "host" },
  check(router, report) {
    report({ message: "host", data: {}, places: [{ router: router.id, kind: "host", name: "" }], severity: "error" });
    for (const name of router.elements.cryptoMapEntry.keys()) {
      report({ message: "entry", data: { name }, places: [{ router: router.id, kind: "cryptoMapEntry", name }] });
    }
  },
});

describe("a check", () => {
  test("finds nothing above info in two sites that agree", () => {
    const { findings, peerings } = check(designFromText(twoSites));
    expect(peerings.map((judged) => judged.status)).toEqual(["agreed"]);
    expect(findings.filter((finding) => finding.severity !== "info").map((finding) => finding.message)).toEqual([]);
  });

  test("reports a rule that throws under its own name, and runs the others", () => {
    const broken = designRule({
      id: "no-pfs",
      severity: "info",
      fix: "none",
      docs,
      messages: { never: "never" },
      check() {
        throw new Error("a fault of ours");
      },
    });
    const findings = runRules(designFromText(siteA), [], {}, [broken, noisy]);
    expect(findings.map((finding) => finding.rule)).toEqual(["no-pfs", "seq-gap", "seq-gap"]);
    expect(findings[0]?.message).toContain("a fault of ours");
  });

  test("has errors first, then goes router by router", () => {
    const findings = runRules(designFromText(twoSites), [], {}, [noisy]);
    expect(findings.map(({ severity, places }) => `${severity} ${places[0]?.router ?? ""}`)).toEqual([
      "error r1",
      "error r2",
      "info r1",
      "info r2",
    ]);
  });

  test("links what it finds in a router with the peerings that the element makes", () => {
    const design = designFromText(twoSites);
    const { peerings } = check(design);
    const findings = runRules(design, peerings, {}, [noisy]);
    const ids = peerings.map((judged) => judged.peering.id);
    expect(findings.map((finding) => finding.peerings)).toEqual([[], [], ids, ids]);
  });

  test("says once what it finds in the same words at the same place on several peerings", () => {
    const shared = peeringRule({
      id: "no-pfs",
      severity: "info",
      fix: "none",
      docs,
      messages: { shared: "shared", own: "own {peer}" },
      check({ peering: { a } }, _routers, report) {
        const places = [{ router: a.router, kind: "cryptoMapEntry", name: "VPN 10" }] as const;
        report({ message: "shared", data: {}, places });
        report({ message: "own", data: { peer: a.peer?.configured ?? "" }, places });
      },
    });
    const design = designFromText(siteA.replace(" set peer 203.0.113.2", " set peer 192.0.2.1\n set peer 192.0.2.2"));
    const { peerings } = check(design);
    const ids = peerings.map((judged) => judged.peering.id);
    const found = runRules(design, peerings, {}, [shared]);
    expect(ids).toHaveLength(2);
    expect(found.map(({ message }) => message)).toEqual(["own 192.0.2.1", "own 192.0.2.2", "shared"]);
    expect(found[2]?.peerings).toEqual(ids);
  });

  describe("has within a severity", () => {
    const text = "hostname R1\ncrypto isakmp policy 20\ncrypto isakmp policy 10\ncrypto map VPN 10 ipsec-isakmp\n";
    const at = (kind: ElementKind, name: string, more: Partial<Place> = {}): Place => ({
      router: r1,
      kind,
      name,
      ...more,
    });
    const about = { severity: "info", fix: "none", docs, messages: { at: "{text}" } } as const;
    const ofRouter = (id: "seq-gap" | "no-pfs", ...told: readonly (readonly [string, ...Place[]])[]) =>
      routerRule({
        ...about,
        id,
        check: (_router, report) => {
          for (const [text, ...places] of told) report({ message: "at", data: { text }, places });
        },
      });
    const ofDesign = (...told: readonly (readonly [string, ...Place[]])[]) =>
      designRule({
        ...about,
        id: "acl-shared",
        check: (_design, _peerings, report) => {
          for (const [text, ...places] of told) report({ message: "at", data: { text }, places });
        },
      });
    const order = (...rules: readonly Rule[]) =>
      runRules(designFromText(text), [], {}, rules).map(({ message }) => message);

    test("the order of the configuration, whichever kind of rule says it", () => {
      const own = ofRouter(
        "seq-gap",
        ["5", at("cryptoMapEntry", "VPN 10", { field: "peers", item: 2 })],
        ["2", at("isakmpPolicy", "20")],
        ["4", at("cryptoMapEntry", "VPN 10", { field: "peers", item: 0 })],
      );
      const around = ofDesign(
        ["6", at("cryptoMapEntry", "VPN 10", { field: "peers", item: 3 })],
        ["3", at("isakmpPolicy", "10")],
        ["1", at("host", "")],
      );
      expect(order(own, around)).toEqual(["1", "2", "3", "4", "5", "6"]);
      expect(order(own)).toEqual(["2", "4", "5"]);
      expect(order(around)).toEqual(["1", "3", "6"]);
    });

    test("at one place the order of the rules' names, then of the words", () => {
      const place = at("isakmpPolicy", "20");
      const rules = [
        ofRouter("seq-gap", ["b", place], ["a", place]),
        ofRouter("no-pfs", ["c", place]),
        ofDesign(["d", place]),
      ];
      expect(order(...rules)).toEqual(["d", "c", "a", "b"]);
    });

    test("at the end what stands nowhere, or in a router that is not there", () => {
      const gone: Place = { ...at("host", ""), router: asRouterId("gone") };
      expect(order(ofDesign(["nowhere"], ["gone", gone], ["here", at("cryptoMapEntry", "VPN 10")]))).toEqual([
        "here",
        "nowhere",
        "gone",
      ]);
    });
  });

  test("calls routers by their present names", () => {
    const naming = peeringRule({
      id: "no-pfs",
      severity: "info",
      fix: "none",
      docs,
      messages: { names: "{a} and {b}" },
      check({ peering: { a } }, { nameA, nameB }, report) {
        const places = [{ router: a.router, kind: "host", name: "" }] as const;
        report({ message: "names", data: { a: nameA, b: nameB }, places });
      },
    });
    const rules = [naming];
    const design = designFromText(twoSites);
    const { peerings } = check(design);
    const messages = (of: Design) => runRules(of, peerings, {}, rules).map(({ message }) => message);
    expect(messages(design)).toEqual(["SiteA and SiteB"]);
    const [first, second] = ["r1", "r2"].map((id) => ({ router: asRouterId(id), kind: "host", name: "" }) as const);
    const renamed = applyEdits(design, [{ op: "put", key: second!, element: { hostname: "Other" } }]);
    expect(messages(renamed)).toEqual(["SiteA and Other"]);
    expect(messages(applyEdits(renamed, [{ op: "put", key: first!, element: { hostname: "Hub" } }]))).toEqual([
      "Hub and Other",
    ]);
    expect(messages(design)).toEqual(["SiteA and SiteB"]);
    const alone = designFromText(siteA);
    expect(runRules(alone, check(alone).peerings, {}, rules).map(({ message }) => message)).toEqual([
      "SiteA and 203.0.113.2",
    ]);
  });

  test("gives only the rules that were asked for", () => {
    const design = designFromText(twoSites);
    expect(runRules(design, [], { rules: ["seq-gap"] }, [noisy]).length).toBe(4);
    expect(runRules(design, [], { rules: ["no-pfs"] }, [noisy])).toEqual([]);
  });

  test("looks again only at the router that an edit touched", () => {
    let looks = 0;
    const counting: readonly Rule[] = [
      routerRule({
        id: "seq-gap",
        severity: "info",
        fix: "none",
        docs,
        messages: { never: "never" },
        check() {
          looks += 1;
        },
      }),
    ];
    const design = designFromText(twoSites);
    runRules(design, [], {}, counting);
    expect(looks).toBe(2);
    const key = { router: r1, kind: "host", name: "" } as const;
    runRules(applyEdits(design, [{ op: "put", key, element: { hostname: "Other" } }]), [], {}, counting);
    expect(looks).toBe(3);
  });
});

describe("a finding is accepted", () => {
  const accepted = (text: string) =>
    runRules(designFromText(text), [], {}, [noisy]).map(
      ({ message, suppressed }) => `${message}: ${suppressed ?? "-"}`,
    );

  test("by a comment on the line before, with its reason", () => {
    const text = siteA.replace("crypto map VPN 10 ", "! tunnelwright-ignore seq-gap one entry is all\n$&");
    expect(accepted(text)).toEqual(["host: -", "entry VPN 10: one entry is all"]);
  });

  test("not by a comment that names another rule, or stands before another line", () => {
    expect(accepted(siteA.replace("crypto map VPN 10 ", "! tunnelwright-ignore no-pfs reason\n$&"))).toEqual([
      "host: -",
      "entry VPN 10: -",
    ]);
    expect(accepted(siteA.replace(" set pfs", "! tunnelwright-ignore seq-gap reason\n$&"))).toEqual([
      "host: -",
      "entry VPN 10: -",
    ]);
  });

  test("by the design, everywhere, on one router, or at one line", () => {
    const design = designFromText(twoSites);
    const suppressed = (suppression: object) =>
      runRules({ ...design, suppressions: [{ rule: "seq-gap", reason: "known", ...suppression }] }, [], {}, [
        noisy,
      ]).filter((finding) => finding.suppressed === "known").length;
    expect(suppressed({})).toBe(4);
    expect(suppressed({ router: r1 })).toBe(2);
    expect(suppressed({ line: "crypto map VPN 10 ipsec-isakmp" })).toBe(2);
    expect(suppressed({ router: r1, line: "crypto map VPN 10 ipsec-isakmp" })).toBe(1);
    expect(suppressed({ line: "crypto map VPN 20 ipsec-isakmp" })).toBe(0);
  });
});
