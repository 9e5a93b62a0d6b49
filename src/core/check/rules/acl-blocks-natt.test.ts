import type { Design } from "../../model/design.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclBlocksNatt } from "./acl-blocks-natt.ts";

/** The design with a translator between the routers. */
function translated(design: Design): Design {
  return {
    ...design,
    routers: new Map([...design.routers].map(([id, router]) => [id, { ...router, natOnPath: true }])),
  };
}

ruleTest(aclBlocksNatt, twoSites, {
  "without a translator on the path it is a warning": `
    - permit udp host 203.0.113.2 host 198.51.100.2 eq non500-isakmp
    @ ip access-list extended OUTSIDE-IN   !want blocked(warning)
  `,
  "with one, and the address that it makes of the peer's unknown, nobody can say": {
    text: `
      ip access-list extended OUTSIDE-IN
       permit udp host 203.0.113.2 host 198.51.100.2 eq isakmp
       permit udp host 192.0.2.1 any eq non500-isakmp
       permit esp host 203.0.113.2 host 198.51.100.2
      @ ip access-list extended OUTSIDE-IN   !want unsure(info)
      === SiteB
      @ ip access-list extended OUTSIDE-IN   !want unsure(info)
    `,
    design: translated,
  },
  "with one, a list that lets no UDP 4500 in fails the tunnel": {
    text: `
      ip access-list extended OUTSIDE-IN
       permit udp any any eq isakmp
       deny udp any any   !want blocked(error)
       permit ip any any
      === SiteB
      ip access-list extended OUTSIDE-IN
       permit ip any any
    `,
    design: translated,
  },
  "a list that lets it in is none of it": ``,
});
