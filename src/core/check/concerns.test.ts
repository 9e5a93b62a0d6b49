import { describe, expect, test } from "vitest";
import type { Design } from "../model/design.ts";
import { asRouterId, type ElementKind, type Place } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import { designFromText } from "../testing/designFromText.ts";
import { twoSites } from "../testing/twoSites.ts";
import { check } from "./check.ts";
import { withPeerings } from "./concerns.ts";
import type { Found } from "./found.ts";

const r1 = asRouterId("r1");

const found = (kind: ElementKind, name: string, more: Partial<Found> = {}): Found => ({
  rule: "seq-gap",
  severity: "warning",
  message: `${kind} ${name}`,
  places: [{ router: r1, kind, name }],
  fixes: [],
  peerings: [],
  errorWhenFailing: false,
  ...more,
});

/** A finding that concerns nobody, so that there are too many to look each of them up. */
const many = Array.from({ length: 12 }, (_, index) => found("isakmpPolicy", `${index + 100}`));

function judgedIn(text: string): { readonly design: Design; readonly peerings: readonly JudgedPeering[] } {
  const design = designFromText(text);
  return { design, peerings: check(design).peerings };
}

/** Judged when a test asks first, not while the file loads. */
let judgedWhole: ReturnType<typeof judgedIn> | undefined;
const whole = () => (judgedWhole ??= judgedIn(twoSites));
const only = () => whole().peerings[0]!.peering.id;

/** The elements of r1 that a peering is made of, by whether findings about them are linked with it. */
function concerning(judged: ReturnType<typeof judgedIn>, ones: readonly Found[]): readonly Found[] {
  return withPeerings(judged.design.routers, judged.peerings, ones);
}

describe.each([
  ["few findings", []],
  ["many findings", many],
])("%s", (_how, others: readonly Found[]) => {
  const linked = (judged: ReturnType<typeof judgedIn>, one: Found) => concerning(judged, [one, ...others])[0]!;

  test.each([
    ["cryptoMapEntry", "VPN 10"],
    ["cryptoMap", "VPN"],
    ["interface", "GigabitEthernet0/0"],
    ["accessList", "VPN-PEER"],
    ["transformSet", "TS-AES256"],
  ] as const)("about a %s of a peering concern it", (kind, name) => {
    expect(linked(whole(), found(kind, name)).peerings).toEqual([only()]);
  });

  test.each([
    ["cryptoMapEntry", "VPN 20"],
    ["interface", "GigabitEthernet0/1"],
    ["accessList", "NAT"],
    ["isakmpPolicy", "10"],
    ["dynamicMapEntry", "VPN 10"],
  ] as const)("about a %s that is no part of it do not", (kind, name) => {
    const one = found(kind, name);
    expect(linked(whole(), one)).toBe(one);
  });

  test("about the profile of an entry, or a dynamic entry and its list, concern its peering", () => {
    const profiled = judgedIn(
      twoSites.replace(" set pfs group14\n", " set pfs group14\n set isakmp-profile PROFILE\n"),
    );
    expect(linked(profiled, found("isakmpProfile", "PROFILE")).peerings).toHaveLength(1);
    const ikev2 = judgedIn(twoSites.replace(" set pfs group14\n", " set pfs group14\n set ikev2-profile NEWER\n"));
    expect(linked(ikev2, found("ikev2Profile", "NEWER")).peerings).toHaveLength(1);
    const dynamic = judgedIn(
      twoSites.replace(
        /crypto map VPN 10 ipsec-isakmp\n(?: .*\n)+/,
        "crypto dynamic-map DYN 5\n set transform-set TS-AES256\n match address VPN-PEER\ncrypto map VPN 10 ipsec-isakmp dynamic DYN\n",
      ),
    );
    expect(dynamic.peerings).toHaveLength(1);
    for (const [kind, name] of [
      ["dynamicMapEntry", "DYN 5"],
      ["cryptoMapEntry", "VPN 10"],
      ["accessList", "VPN-PEER"],
      ["transformSet", "TS-AES256"],
    ] as const) {
      expect(linked(dynamic, found(kind, name)).peerings, kind).toHaveLength(1);
    }
  });

  test("about the far end concern it, and those that it is told with stay", () => {
    const far: Place = { router: asRouterId("r2"), kind: "accessList", name: "VPN-PEER" };
    expect(linked(whole(), found("accessList", "NAT", { places: [far] })).peerings).toEqual([only()]);
    const other = found("accessList", "VPN-PEER", { peerings: ["another"] });
    expect(linked(whole(), other).peerings).toEqual(["another", only()]);
    const same = found("accessList", "VPN-PEER", { peerings: [only()] });
    expect(linked(whole(), same).peerings).toEqual([only()]);
  });

  test("that the engine names as the reason are errors where a direction fails, if their rule says so", () => {
    const noSet = judgedIn(twoSites.replace(" set transform-set TS-AES256\n", ""));
    const rule: RuleId = "map-entry-no-transform";
    const severity = (more: Partial<Found>) =>
      linked(noSet, found("cryptoMapEntry", "VPN 10", { rule, ...more })).severity;
    expect(severity({ errorWhenFailing: true })).toBe("error");
    expect(severity({ errorWhenFailing: false })).toBe("warning");
    expect(severity({ errorWhenFailing: true, rule: "seq-gap" })).toBe("warning");
    const sound = linked(whole(), found("cryptoMapEntry", "VPN 10", { rule, errorWhenFailing: true }));
    expect(sound.severity).toBe("warning");
  });

  test("that the engine names at an element which is no part of the peering concern it too", () => {
    const noPolicy = judgedIn(
      twoSites.replace(/crypto isakmp policy 10\n(?: .*\n)+/, "").replace("group14", "group14"),
    );
    const refusal = noPolicy.peerings[0]!.aToB!.refusals[0] ?? noPolicy.peerings[0]!.bToA!.refusals[0]!;
    const [place] = refusal.places;
    const one = linked(noPolicy, found("host", "", { rule: refusal.rule, places: [place!], errorWhenFailing: true }));
    expect([one.peerings.length, one.severity]).toEqual([1, "error"]);
    const other = linked(
      noPolicy,
      found("isakmpPolicy", "10", { rule: refusal.rule, places: [{ ...place!, name: "99 " }] }),
    );
    expect(other.peerings).toEqual([]);
  });
});

describe("findings about peerings", () => {
  test("are left as they are where there is nothing to link", () => {
    const ones = [found("accessList", "VPN-PEER")];
    expect(withPeerings(whole().design.routers, [], ones)).toBe(ones);
    const none: readonly Found[] = [];
    expect(withPeerings(whole().design.routers, whole().peerings, none)).toBe(none);
  });

  test("are the same objects as long as they say the same", () => {
    const ones = [found("accessList", "VPN-PEER"), found("accessList", "NAT")];
    const [first] = concerning(whole(), ones);
    const [again] = concerning(whole(), ones);
    expect(again).toBe(first);
    // With another peering there is more to say.
    const doubled = withPeerings(
      whole().design.routers,
      [...whole().peerings, { ...whole().peerings[0]!, peering: { ...whole().peerings[0]!.peering, id: "more" } }],
      ones,
    );
    expect(doubled[0]?.peerings).toEqual([only(), "more"]);
    expect(doubled[0]).not.toBe(first);
  });
});
