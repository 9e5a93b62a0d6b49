import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { cdpKeepaliveClear } from "./cdp-keepalive-clear.ts";

const servers = `
    ntp server 192.0.2.123
    logging host 192.0.2.5
    tacacs-server host 192.0.2.9`;

ruleTest(cdpKeepaliveClear, twoSites, {
  "any takes the router's own servers along": {
    text: `${servers}
    ip access-list extended VPN-PEER
     permit ip any any   !want own(info)
    `,
    says: [
      'SiteA: "permit ip any any" of ACL VPN-PEER takes what the router itself sends from GigabitEthernet0/0 to TACACS 192.0.2.9, NTP 192.0.2.123, syslog 192.0.2.5 into the tunnel.',
    ],
  },
  "a deny of the router's own address keeps it in clear": `${servers}
    ip access-list extended VPN-PEER
     deny ip host 198.51.100.2 any
     permit ip any any
  `,
  "a permit for the networks inside does not touch what the router sends": `${servers}
    ip access-list extended VPN-PEER
     permit ip 10.1.0.0 0.0.0.255 any
  `,
  "one protocol takes only what uses it": `
    tacacs-server host 192.0.2.9
    ip access-list extended VPN-PEER
     permit udp any any
  `,
  "without servers there is nothing to take": `
    ip access-list extended VPN-PEER
     permit ip any any
  `,
});
