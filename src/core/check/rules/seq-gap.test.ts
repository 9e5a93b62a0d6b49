import { expect, test } from "vitest";
import { applyEdits } from "../../edit/edit.ts";
import { designFromText } from "../../testing/designFromText.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { check } from "../check.ts";
import { runRules } from "../runRules.ts";
import { seqGap } from "./seq-gap.ts";

const third = `
     set peer 192.0.2.9
     set transform-set TS-AES256
     match address VPN-THIRD
    ip access-list extended VPN-THIRD
     permit ip 10.1.0.0 0.0.0.255 10.9.0.0 0.0.0.255`;

ruleTest(seqGap, twoSites, {
  "neighbours in a crypto map are noted once, and numbered in tens": {
    text: `
    crypto map VPN 11 ipsec-isakmp   !want noGap(info)${third}
    @ crypto map VPN 10 ipsec-isakmp   !also noGap
    `,
    says: ["SiteA: entries 10 and 11 of crypto map VPN leave no room between them."],
  },
  "so are those of a dynamic map": `
    crypto dynamic-map DYN 1
     set transform-set TS-AES256
    crypto dynamic-map DYN 2   !want noGap
     set transform-set TS-AES256
  `,
  "room for one is room": `
    crypto map VPN 12 ipsec-isakmp${third}
  `,
});

test("numbering in tens keeps the order, whether numbers grow or shrink", () => {
  const entry = (sequence: number) => `crypto map VPN ${sequence} ipsec-isakmp\n description ${sequence}`;
  const design = designFromText(`=== R1\nhostname R1\n${[1, 9, 10, 11, 300, 301].map(entry).join("\n")}\n`);
  const [finding] = runRules(design, check(design).peerings, {}, [seqGap]);
  const mended = applyEdits(design, finding?.fixes[0]?.edits ?? []);
  const entries = [...mended.routers.values()].flatMap(({ elements }) => [...elements.cryptoMapEntry]);
  expect(entries.map(([name, { description }]) => `${name}: ${description ?? ""}`)).toEqual([
    "VPN 10: 1",
    "VPN 20: 9",
    "VPN 30: 10",
    "VPN 40: 11",
    "VPN 50: 300",
    "VPN 60: 301",
  ]);
});
