import type { Design } from "../../model/design.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { ahThroughNat } from "./ah-through-nat.ts";

function translated(design: Design): Design {
  const [first, ...others] = [...design.routers];
  return first ? { ...design, routers: new Map([[first[0], { ...first[1], natOnPath: true }], ...others]) } : design;
}

const withAh = (transforms: string) =>
  `crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 ${transforms}`;
const opened = `
    ip access-list extended OUTSIDE-IN
     permit ip any any`;

const bothWithAh = `
    === SiteA
    ${withAh("ah-sha256-hmac esp-aes 256")}
    @ set transform-set TS-AES256   !want translated
    ${opened.trim()}
    === SiteB
    ${withAh("ah-sha256-hmac esp-aes 256")}
    @ set transform-set TS-AES256   !also translated`;

ruleTest(ahThroughNat, twoSites, {
  "AH on a path with a translator is told once, with both ends": {
    text: bothWithAh,
    design: translated,
    says: [
      "A translator stands between SiteA and SiteB, whose tunnel uses AH, which protects the addresses that it changes.",
    ],
  },
  "a set that another entry uses too keeps its AH": {
    text: `${bothWithAh}
    crypto map VPN 20 ipsec-isakmp
     set peer 192.0.2.9
     set transform-set TS-AES256
     match address VPN-THIRD
    ip access-list extended VPN-THIRD
     permit ip 10.2.0.0 0.0.0.255 10.9.0.0 0.0.0.255
    `,
    design: translated,
  },
  "without a translator AH gets through": bothWithAh.replaceAll(/ +!.*/g, ""),
  "ESP alone gets through": { text: "", design: translated },
});
