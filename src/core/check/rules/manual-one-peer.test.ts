import { manualSites } from "../../testing/manualSites.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { manualOnePeer } from "./manual-one-peer.ts";

ruleTest(manualOnePeer, manualSites, {
  "one peer is what keys are for": ``,
  "a second peer is one too many": `
    +crypto map VPN 10 ipsec-manual
     set peer 203.0.113.99   !want several(error)
  `,
  "without a peer there is no destination": {
    text: `
      - set peer 203.0.113.2
      @ crypto map VPN 10 ipsec-manual   !want none(error)
    `,
    value: "203.0.113.2",
  },
});
