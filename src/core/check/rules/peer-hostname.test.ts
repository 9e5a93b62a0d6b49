import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { peerHostname } from "./peer-hostname.ts";

ruleTest(peerHostname, twoSites, {
  "a name that only DNS knows; the design knows the router": `
    set peer 203.0.113.2 => set peer siteb.example.net   !want notPinned
  `,
  "a name that nobody here knows": {
    text: `
      set peer 203.0.113.2 => set peer hub.example.net dynamic   !want notPinned
    `,
    value: "203.0.113.2",
  },
  "a name that is pinned": `
    ip host siteb.example.net 203.0.113.2
    set peer 203.0.113.2 => set peer siteb.example.net
  `,
  "an address needs no pin": "",
  "a template's word for an address is no name": `
    set peer 203.0.113.2 => set peer 203.0.X.X
  `,
});
