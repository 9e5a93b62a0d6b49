import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclPortsRange } from "./acl-ports-range.ts";

ruleTest(aclPortsRange, twoSites, {
  "ranges and lists of ports are reported, on either side": `
    ip access-list extended VPN-PEER
     permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 range 8000 8080   !want ports
     permit tcp 10.1.0.0 0.0.0.255 eq www 443 10.2.0.0 0.0.0.255   !want ports
     permit udp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 gt 1023   !want ports
     permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 neq telnet   !want ports
    @ match address VPN-PEER   !also ports
  `,
  "one port, a range of one, a deny and a list of something else are none of it": `
    ip access-list extended VPN-PEER
     deny tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 range 1 9
     permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 eq www
     permit udp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 range 53 53
    access-list 130 permit tcp any any range 1 9
  `,
});
