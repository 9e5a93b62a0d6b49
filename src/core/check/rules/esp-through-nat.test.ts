import type { Design } from "../../model/design.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { espThroughNat } from "./esp-through-nat.ts";

function translated(design: Design): Design {
  return {
    ...design,
    routers: new Map([...design.routers].map(([id, router]) => [id, { ...router, natOnPath: true }])),
  };
}

const off = `
      no crypto ipsec nat-transparency udp-encapsulation`;

ruleTest(espThroughNat, twoSites, {
  "NAT transparency that is off keeps ESP from a translator": {
    text: `${off}   !want off(warning)
      === SiteB
      hostname SiteB
    `,
    design: translated,
  },
  "two ends that turned it off are told once": {
    text: `
      === SiteA${off}   !want off
      === SiteB${off}   !also off
    `,
    design: translated,
    says: [
      "A translator stands between SiteA and SiteB, and NAT transparency is off on SiteA and SiteB, so ESP passes only where no ports are translated.",
    ],
  },
  "without a translator nobody needs it": off,
  "by default it is on": { text: "", design: translated },
});
