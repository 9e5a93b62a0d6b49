import { clientGateway } from "../../testing/clientGateway.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { raPfs } from "./ra-pfs.ts";

ruleTest(raPfs, clientGateway, {
  "clients can't meet an entry that insists on a group": `
    +crypto dynamic-map DYN 10
     set pfs group2   !want pfs(warning)
  `,
  "other sites can": `
    - crypto map VPN client authentication list CLIENTS
    - crypto map VPN isakmp authorization list GROUPS
    - crypto map VPN client configuration address respond
    +crypto dynamic-map DYN 10
     set pfs group2
  `,
  "an entry without PFS takes clients": ``,
});
