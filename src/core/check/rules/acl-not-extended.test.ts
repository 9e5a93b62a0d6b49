import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclNotExtended } from "./acl-not-extended.ts";

ruleTest(aclNotExtended, twoSites, {
  "a number below 100 is a standard list": {
    text: `
      match address VPN-PEER => match address 10   !want standard
      access-list 10 permit 10.1.0.0 0.0.0.255   !also standard
    `,
    value: { choice: "VPN-PEER", name: "10.2.0.0/24" },
  },
  "a named list may be standard too": {
    text: `
      match address VPN-PEER => match address LAN   !want standard
      ip access-list standard LAN   !also standard
       permit 10.1.0.0 0.0.0.255
    `,
    value: { choice: "VPN-PEER", name: "10.2.0.0/24" },
  },
  "a standard list that filters something else is none of it": `
    access-list 10 permit 10.1.0.0 0.0.0.255
  `,
});
