import { ruleTest } from "../../testing/ruleTest.ts";
import { siteA, twoSites } from "../../testing/twoSites.ts";
import { endpointUnknown } from "./endpoint-unknown.ts";

ruleTest(endpointUnknown, twoSites, {
  "an end that gets its address by DHCP, and a peer that names a fixed one": `
    === SiteA
    ip address 198.51.100.2 255.255.255.252 => ip address dhcp   !want pair(info)
  `,
  "addresses that both stand in the text are known": "",
  "an end alone that gets its address by PPP": {
    base: `=== SiteA\n${siteA}`,
    text: `
      ip address 198.51.100.2 255.255.255.252 => ip address negotiated   !want alone(info)
    `,
  },
  "an end that borrows the address of another interface": {
    base: `=== SiteA\n${siteA}`,
    text: `
      interface Loopback0
       ip address 198.51.100.2 255.255.255.255
      ip address 198.51.100.2 255.255.255.252 => ip unnumbered Loopback0
    `,
  },
});
