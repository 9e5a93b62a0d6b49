import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { dynamicNoAcl } from "./dynamic-no-acl.ts";

const dynamic = `
  crypto map VPN 100 ipsec-isakmp dynamic DYN
  crypto dynamic-map DYN 10   !want noAcl(warning)
   set transform-set TS-AES256
`;

ruleTest(dynamicNoAcl, twoSites, {
  "a dynamic entry without a list accepts any network": {
    text: dynamic,
    value: "DYNAMIC-PEERS",
  },
  "a list that nothing uses may be the one": {
    text: `
      ${dynamic.trim()}
      ip access-list extended SPOKES
       permit ip 10.1.0.0 0.0.0.255 10.0.0.0 0.255.255.255
    `,
    value: "SPOKES",
  },
  "an entry with a list is none of it": `
    crypto map VPN 100 ipsec-isakmp dynamic DYN
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
     match address SPOKES
    ip access-list extended SPOKES
     permit ip 10.1.0.0 0.0.0.255 10.0.0.0 0.255.255.255
  `,
  "remote clients have no network to name": `
    crypto map VPN client configuration address respond
    crypto map VPN 100 ipsec-isakmp dynamic DYN
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
  `,
  "a dynamic map that nothing anchors lets nobody in": `
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
  `,
});
