import { clientGateway } from "../../testing/clientGateway.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { raLimits } from "./ra-limits.ts";

ruleTest(raLimits, clientGateway, {
  "limits past the last one are reported": {
    text: `
      +crypto isakmp client configuration group STAFF
       max-users 6000   !want outside
       max-logins 0   !want outside
    `,
    says: [
      "Gateway: max-logins of client group STAFF is 0, and IOS takes 1 to 10.",
      "Gateway: max-users of client group STAFF is 6000, and IOS takes 1 to 5000.",
    ],
  },
  "limits at the ends of the range are none of it": `
    +crypto isakmp client configuration group STAFF
     max-users 5000
     max-logins 1
  `,
});
