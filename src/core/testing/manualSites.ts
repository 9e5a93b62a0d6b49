import { siteA, siteB } from "./twoSites.ts";

/** Keys as a random generator makes them: 256 bits each way for the cipher and for the authenticator. */
const fromA = {
  cipher: "9f3c6a17d4e80b52c1f7a9364de2805b7c19e4f3a6d2085b31c7f94ea05d26b8",
  authenticator: "4b8e1d73f0a96c25e7d3185af2c40b96d81e57a30f6cb4e92d75c8a1063fe95d",
};
const fromB = {
  cipher: "27d5e90a4c8b16f3905ead7c32f81b64e0a7c35d9f12486be83d0c75a1f94e26",
  authenticator: "c6094fe7b2d81a35940c7e6df3b15a82607df9c1e4a8352b9d0f61e7384cab59",
};

/** What stands for IKE in the text of the two sites, as manual keys. */
function withManualKeys(
  site: string,
  inbound: number,
  outbound: number,
  received: typeof fromA,
  sent: typeof fromA,
): string {
  return site
    .replace("crypto map VPN 10 ipsec-isakmp", "crypto map VPN 10 ipsec-manual")
    .replace(" set security-association lifetime seconds 3600\n", "")
    .replace(
      " set transform-set TS-AES256\n set pfs group14\n",
      ` set session-key inbound esp ${inbound} cipher ${received.cipher} authenticator ${received.authenticator}
 set session-key outbound esp ${outbound} cipher ${sent.cipher} authenticator ${sent.authenticator}
 set transform-set TS-AES256
`,
    );
}

/** The lines with SiteA's keys, for cases that change them. */
export const manualKeyLines = {
  inbound: `set session-key inbound esp 1001 cipher ${fromB.cipher} authenticator ${fromB.authenticator}`,
  outbound: `set session-key outbound esp 1002 cipher ${fromA.cipher} authenticator ${fromA.authenticator}`,
  /** SiteB's, which cross with them. */
  farInbound: `set session-key inbound esp 1002 cipher ${fromA.cipher} authenticator ${fromA.authenticator}`,
  farOutbound: `set session-key outbound esp 1001 cipher ${fromB.cipher} authenticator ${fromB.authenticator}`,
  fromA,
  fromB,
} as const;

/** Two sites with manual keys that cross, in the form that `ruleTest` takes as its base. */
export const manualSites = `=== SiteA\n${withManualKeys(siteA, 1001, 1002, fromB, fromA)}=== SiteB\n${withManualKeys(
  siteB,
  1002,
  1001,
  fromA,
  fromB,
)}`;
