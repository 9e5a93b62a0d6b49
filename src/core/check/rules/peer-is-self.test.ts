import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { peerIsSelf } from "./peer-is-self.ts";

ruleTest(peerIsSelf, twoSites, {
  "the router's own address as its peer": {
    text: `
      set peer 203.0.113.2 => set peer 198.51.100.2   !want self
      @ ip address 198.51.100.2 255.255.255.252   !also self
    `,
    says: ["SiteA: the peer 198.51.100.2 of crypto map VPN 10 is the router's own address on GigabitEthernet0/0."],
  },
  "a name that leads back home": `
    ip host home 10.1.0.1
    set peer 203.0.113.2 => set peer home   !want self
  `,
  "the other end's address": "",
});
