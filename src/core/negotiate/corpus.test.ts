import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { designFromText } from "../testing/designFromText.ts";
import { judgePeerings } from "./judge.ts";
import { routerNames } from "../derive/routerNames.ts";

const folder = new URL("../../../../shared/corpus/", import.meta.url);

/**
 * Pairs of published configurations, judged by hand on both sides: "a map sequence – b map sequence: status". Where an end's
 * address is not in its text the link is unknown by the rules of pairing, and mostly stands as two lone peerings.
 */
const expected: Readonly<Record<string, readonly string[]>> = {
  // One list was copied instead of mirrored on all three routers.
  P01: [
    "r1 mymap 20 – r2 mymap 20: broken",
    "r1 mysecondmap 20 – r3 mymap 30: broken",
    "r2 mysecondmap 20 – r3 mymap 30: broken",
  ],
  P03: ["R1 VPN1 10 – R2 VPN1 10: agreed", "R1 VPN2 10 – R2 VPN1 10: agreed, backup"],
  // Only dynamic entries on both sides: nobody can start, and there is no link.
  P05: [],
  // Entry 10 leads to a third router; entry 20 may leave by either of two interfaces.
  P07: [
    "RA-GW-2 SMAP 100 – UK-CLIENT-USER P2P-GRE 20: one-way by design",
    "RA-GW-2 SMAP 100 – UK-CLIENT-USER P2P-GRE 20: one-way by design",
    "UK-CLIENT-USER P2P-GRE 10 – nobody: unknown",
  ],
  P09: ["CLIENT P2P-GRE 10 – IPSEC-CE2 SMAP 100: unknown"],
  P11: ["Branch HQ-MAP 10 – HQ Branch-MAP 10: agreed"],
  // "Up when Serial0/0 is down": which way traffic goes depends on what EIGRP learns.
  P13: ["Branch BR2HQ_VPN_MAP 10 – HQ HQ2BR_VPN_MAP 10: unknown"],
  P15: ["R1-IKEV1-POLICY MAP-IKEV1 10 – R2-IKEv1-Policy-Based MAP-IKEV1 10: agreed"],
  P17: ["R2 VPN 10 – nobody: unknown", "R3 VPN 10 – nobody: unknown"],
  P19: ["R1 VPN-MAP 10 – R2 VPN-MAP 10: agreed"],
  P21: ["R1 CMAP_V1 10 – nobody: unknown", "R2 CMAP_V1 10 – nobody: unknown"],
  P23: ["R1 CMAP_V2 10 – nobody: unknown", "R2 CMAP_V2 10 – nobody: unknown"],
  P25: ["R1-PEER-A MAP_VPN 10 – R2-PEER-B MAP_VPN 10: agreed"],
  P27: ["R1 VPN-MAP 10 – R3 VPN-MAP 10: unknown"],
  P29: ["R1 VPN-MAP 10 – nobody: unknown", "R3 VPN-MAP 10 – nobody: unknown"],
  P31: ["R1 My_MAP 10 – nobody: unknown", "R2 My_MAP 10 – nobody: unknown"],
  P33: [
    "MEL C-Accounting 10 – nobody: unknown",
    "MEL C-HR 10 – nobody: unknown",
    "SYD C-Accounting 10 – nobody: unknown",
    "SYD C-HR 10 – nobody: unknown",
  ],
  P35: ["DC400 CMAP 10 – DC500 CMAP 10: agreed"],
  P37: ["R11 C-MAP 10 – nobody: unknown", "R5 C-MAP 10 – nobody: unknown"],
  P39: [
    "R11 C-MAP 10 – nobody: unknown",
    "R11 C-MAP 20 – nobody: unknown",
    "R17 C-MAP 10 – nobody: unknown",
    "R5 C-MAP 10 – nobody: unknown",
  ],
  P41: ["AWS-R5 CMAP 1 – GTL-R2 CMAP 1: agreed"],
  P41b: ["AWS-R5 CMAP 1 – nobody: unknown", "GTL-R2 CMAP 1 – nobody: unknown"],
  // The addresses are told by show output alone, which is no configuration.
  P43: ["Router0 cmap 10 – nobody: unknown", "Router1 cmap 10 – nobody: unknown"],
  P45: ["24 ma_map_ike 20 – nobody: unknown", "27 ma_map_ike 20 – nobody: unknown"],
  // Their peers are placeholders, which no router owns.
  P49: ["Home Home_To_Office 10 – nobody: unknown", "Office Office_To_Home 10 – nobody: unknown"],
  P51: ["R1 MY_CRYPTO_MAP 10 – nobody: unknown", "R2 MY_CRYPTO_MAP 10 – nobody: unknown"],
  P49b: ["Home Home_To_Office 10 – nobody: unknown", "Office Office_To_Home 10 – nobody: unknown"],
};

describe.skipIf(!existsSync(folder))("published pairs", () => {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  test.each(Object.entries(expected))("%s comes out as judged by hand", (pair, peerings) => {
    const text = files
      .filter((file) => file.startsWith(`${pair}_`))
      .map(
        (file) =>
          `=== ${
            file
              .replace(/\.\w+$/, "")
              .split("_")
              .at(-1) ?? ""
          }\n${readFileSync(new URL(file, folder), "utf8")}`,
      )
      .join("\n");
    const design = designFromText(text);
    const names = routerNames(design.routers);
    const found = judgePeerings(design).map(({ peering: { a, b, role }, status, byDesign }) => {
      const [near, far] = [a, b].map((end) =>
        end ? `${names.get(end.router) ?? ""} ${end.cryptoMap} ${end.sequence}` : "nobody",
      );
      return `${near ?? ""} – ${far ?? ""}: ${status}${byDesign ? " by design" : ""}${role === "backup" ? ", backup" : ""}`;
    });
    expect(found.sort()).toEqual(peerings);
  });
});
