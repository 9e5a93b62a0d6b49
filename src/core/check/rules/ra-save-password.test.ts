import { clientGateway } from "../../testing/clientGateway.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { raSavePassword } from "./ra-save-password.ts";

ruleTest(raSavePassword, clientGateway, {
  "a password that is kept on clients is reported": `
    +crypto isakmp client configuration group STAFF
     save-password   !want saved(warning)
  `,
  "one that is typed is none of it": ``,
});
