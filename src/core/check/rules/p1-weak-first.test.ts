import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { p1WeakFirst } from "./p1-weak-first.ts";

const weaker = (priority: number) => `
    crypto isakmp policy ${priority}
     encr aes
     hash sha
     authentication pre-share
     group 2
`;

ruleTest(p1WeakFirst, twoSites, {
  "one common policy leaves no choice": ``,
  "a weaker one behind the stronger is never taken": `
    === SiteA
    ${weaker(20)}
    === SiteB
    ${weaker(20)}
  `,
  "a weaker one before the stronger is taken by the end that answers": `
    === SiteA
    ${weaker(20)}
    === SiteB
    ${weaker(5).replace("policy 5", "policy 5   !want weaker(warning)")}
    @ crypto isakmp policy 10   !also weaker
  `,
});
