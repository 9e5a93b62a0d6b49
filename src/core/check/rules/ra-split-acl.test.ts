import { clientGateway } from "../../testing/clientGateway.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { raSplitAcl } from "./ra-split-acl.ts";

ruleTest(raSplitAcl, clientGateway, {
  "a list that is not defined is made of the router's own networks": `
    - ip access-list extended SPLIT
    @ acl SPLIT   !want undefined
  `,
  "or another one is meant": {
    text: `
      ip access-list extended SPLIT => ip access-list extended TUNNELLED
      @ acl SPLIT   !want undefined
    `,
    value: "TUNNELLED",
  },
  "a standard list has no place for what clients are": `
    - ip access-list extended SPLIT
    ip access-list standard SPLIT
     permit 10.1.0.0 0.0.0.255
    @ acl SPLIT   !want standard
  `,
  "networks of somebody else's are reported on their line": `
    +ip access-list extended SPLIT
     permit ip 10.77.0.0 0.0.0.255 any   !want notLocal
    @ acl SPLIT   !also notLocal
  `,
  "local networks, and a group without a list, are none of it": `
    crypto isakmp client configuration group SALES
     key Long-Sales-Key-2024
     pool CLIENT-POOL
  `,
});
