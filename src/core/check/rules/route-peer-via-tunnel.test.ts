import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { routePeerViaTunnel } from "./route-peer-via-tunnel.ts";

const tunnel = `
    interface Tunnel0
     ip address 172.16.0.1 255.255.255.252
     tunnel source GigabitEthernet0/0
     tunnel destination 203.0.113.2`;

ruleTest(routePeerViaTunnel, twoSites, {
  "a route to the peer into its own tunnel is reported": {
    text: `${tunnel}
    ip route 203.0.113.0 255.255.255.0 Tunnel0   !want recursion
    `,
    says: ["SiteA routes its peer 203.0.113.2 into Tunnel0, whose own packets go to 203.0.113.2."],
  },
  "a route to the networks behind it is what the tunnel is for": `${tunnel}
    ip route 10.9.0.0 255.255.0.0 Tunnel0
  `,
});
