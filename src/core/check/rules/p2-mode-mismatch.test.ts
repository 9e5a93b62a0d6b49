import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { p2ModeMismatch } from "./p2-mode-mismatch.ts";

const endpointsOfA = `
    permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => permit ip host 198.51.100.2 host 203.0.113.2
`;
const endpointsOfB = `
    permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 => permit ip host 203.0.113.2 host 198.51.100.2
`;

ruleTest(p2ModeMismatch, twoSites, {
  "the same mode is none of it": ``,
  "for traffic of networks both ends use tunnel mode all the same": `
    === SiteA
    mode tunnel => mode transport   !want differ(warning)
    === SiteB
    @ mode tunnel   !also differ
  `,
  "transport that is required is refused": `
    === SiteA
    mode tunnel => mode transport require   !want differ(error)
  `,
  "required at both ends it serves no networks": `
    === SiteA
    mode tunnel => mode transport require   !want required(error)
    === SiteB
    mode tunnel => mode transport require   !also required
  `,
  "between the endpoints themselves the modes must be the same": `
    === SiteA
    ${endpointsOfA}
    mode tunnel => mode transport   !want differ(error)
    === SiteB
    ${endpointsOfB}
  `,
  "a set that another entry uses is copied": `
    === SiteA
    mode tunnel => mode transport   !want differ
    crypto map VPN 20 ipsec-isakmp
     set peer 192.0.2.77
     set transform-set TS-AES256
     match address OTHER
    ip access-list extended OTHER
     permit ip 10.1.0.0 0.0.0.255 10.77.0.0 0.0.0.255
  `,
});
