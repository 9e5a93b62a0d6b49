import { describe, expect, test } from "vitest";
import { applyEdits } from "../edit/edit.ts";
import { parsePrefix } from "../net/ipv4.ts";
import { designFromText } from "../testing/designFromText.ts";
import { siteA } from "../testing/twoSites.ts";
import { routerText } from "../text/routerText.ts";
import { cryptoListOf, exemptionEdits, exemptionFix } from "./natFixes.ts";
import type { Place, Router } from "../model/router.ts";

const noDeny = siteA.replace(" deny   ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255\n", "");
const twoPermits = noDeny.replace(
  " permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255\n",
  " permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255\n permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255\n",
);

const routerOf = (text: string): Router => [...designFromText(text).routers.values()][0]!;

/** What a fix leaves of the list that translation reads. */
function natList(text: string, list: string | undefined, flow: string): readonly string[] {
  const design = designFromText(text);
  const [router] = design.routers.values();
  const [fix] = exemptionFix(router!, list, flow, "HQ");
  if (!fix) return [];
  const [mended] = applyEdits(design, fix.edits).routers.values();
  const [, after = ""] = routerText(mended!).text.split("ip access-list extended NAT\n");
  return after
    .split("\n")
    .filter((_, index, all) => all.slice(0, index + 1).every((one) => one.startsWith(" ")))
    .map((line) => line.trim().replaceAll(/ +/g, " "));
}

const flow = "ip 10.1.0.0/24 -> 10.2.0.0/24";
const denied = "deny ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255";
const alsoDenied = "deny ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255";
const rest = "permit ip 10.1.0.0 0.0.0.255 any";

describe("an exemption from translation", () => {
  test("denies the flow before the permit that translates it", () => {
    expect(natList(noDeny, "VPN-PEER", flow)).toEqual([denied, rest]);
  });

  test("says what it exempts and where, and changes what is protected", () => {
    expect(exemptionFix(routerOf(noDeny), "VPN-PEER", flow, "HQ")).toMatchObject([
      { title: `Exempt ${flow} from translation on HQ`, safe: false },
    ]);
  });

  test("is of the one permit that the flow was made from, also where it is told from the other end", () => {
    expect(natList(twoPermits, "VPN-PEER", flow)).toEqual([denied, rest]);
    expect(natList(twoPermits, "VPN-PEER", "ip 10.2.0.0/24 -> 10.1.0.0/24")).toEqual([denied, rest]);
    expect(natList(twoPermits, "VPN-PEER", "ip 10.1.0.0/24 -> 10.3.0.0/24")).toEqual([alsoDenied, rest]);
  });

  test("is of all permits where the flow is a part of one", () => {
    expect(natList(twoPermits, "VPN-PEER", "ip 10.1.0.5 -> 10.2.0.5")).toEqual([denied, alsoDenied, rest]);
  });

  test("leaves traffic to any alone, which would end all translation", () => {
    const toAny = noDeny.replace("permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255", "permit ip 10.1.0.0 0.0.0.255 any");
    expect(exemptionFix(routerOf(toAny), "VPN-PEER", "ip 10.1.0.0/24 -> any", "HQ")).toEqual([]);
    const fromAny = noDeny.replace(
      "permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255",
      "permit ip any 10.2.0.0 0.0.0.255",
    );
    expect(exemptionFix(routerOf(fromAny), "VPN-PEER", "ip any -> 10.2.0.0/24", "HQ")).toHaveLength(1);
  });

  test("has no networks where a wildcard has holes", () => {
    const holes = noDeny.replace("10.2.0.0 0.0.0.255\n!", "10.2.0.0 0.0.255.0\n!");
    expect(exemptionFix(routerOf(holes), "VPN-PEER", flow, "HQ")).toEqual([]);
  });

  test("is none where the crypto list is not known, or nothing translates", () => {
    expect(exemptionFix(routerOf(noDeny), undefined, flow, "HQ")).toEqual([]);
    expect(exemptionFix(routerOf(noDeny), "OUTSIDE-IN", flow, "HQ")).toEqual([]);
    const noNat = noDeny.replace("ip nat inside source list NAT interface GigabitEthernet0/0 overload\n", "");
    expect(exemptionFix(routerOf(noNat), "VPN-PEER", flow, "HQ")).toEqual([]);
  });

  test("is not written twice", () => {
    const networks = { source: parsePrefix("10.1.0.0/24")!, destination: parsePrefix("10.2.0.0/24")! };
    expect(exemptionEdits(routerOf(siteA), [networks])).toEqual([]);
    expect(exemptionEdits(routerOf(noDeny), [networks])).toHaveLength(1);
  });
});

describe("the crypto list of a translation's places", () => {
  const router = routerOf(siteA).id;
  const line: Place = { router, kind: "accessList", name: "NAT", field: "lines", item: 10 };
  const list: Place = { router, kind: "accessList", name: "VPN-PEER" };

  test("is the last of them, where that is a list as a whole", () => {
    expect(cryptoListOf([line, list])).toBe("VPN-PEER");
    expect(cryptoListOf([list, line])).toBeUndefined();
    expect(cryptoListOf([{ router, kind: "interface", name: "VPN-PEER" }])).toBeUndefined();
    expect(cryptoListOf([])).toBeUndefined();
  });
});
