import { clientGateway } from "../../testing/clientGateway.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { raNoRri } from "./ra-no-rri.ts";

/** Another gateway, which tells who has a client. */
const second = clientGateway
  .replaceAll("Gateway", "Second")
  .replace("198.51.100.2 ", "198.51.100.6 ")
  .replace(" set transform-set TS-AES256\n", " set transform-set TS-AES256\n reverse-route\n");

ruleTest(raNoRri, clientGateway, {
  "one gateway is where answers go anyway": ``,
  "two gateways have to tell who has a client": {
    text: `${second}
=== Gateway
@ crypto dynamic-map DYN 10   !want noRoute(info)
`,
    says: [
      "Gateway: dynamic map DYN 10 lets clients in without reverse-route, and Second is another gateway, so answers may go astray.",
    ],
  },
  "with reverse-route on both they do": `${second}
=== Gateway
+crypto dynamic-map DYN 10
 reverse-route
`,
  "a backup gateway is another one": `
    +crypto isakmp client configuration group STAFF
     backup-gateway 192.0.2.9
    @ crypto dynamic-map DYN 10   !want backup
  `,
});
