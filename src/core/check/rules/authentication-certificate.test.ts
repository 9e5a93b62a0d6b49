import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { authenticationCertificate } from "./authentication-certificate.ts";

ruleTest(authenticationCertificate, twoSites, {
  "signatures by certificates can't be compared": `
    === SiteA
    authentication pre-share => authentication rsa-sig   !want certificate(info)
    === SiteB
    authentication pre-share => authentication rsa-sig   !also certificate
  `,
  "pre-shared keys can": "",
});
