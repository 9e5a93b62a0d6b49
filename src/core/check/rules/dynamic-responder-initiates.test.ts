import { parsePrefix } from "../../net/ipv4.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { dynamicResponderInitiates } from "./dynamic-responder-initiates.ts";

const waiting = (mark: string) => `
    === SiteA
    - crypto map VPN 10 ipsec-isakmp
    crypto dynamic-map DYN 10   !want ${mark}
     set transform-set TS-AES256
     set pfs group14
    crypto map VPN 65000 ipsec-isakmp dynamic DYN
    === SiteB
    @ crypto map VPN 10 ipsec-isakmp   !also ${mark.replace(/\(.*/, "")}
`;

const prefix = (text: string) => {
  const parsed = parsePrefix(text);
  if (!parsed) throw new Error(`${text} is no prefix.`);
  return parsed;
};
const wish = (source: string, destination: string) => ({
  source: prefix(source),
  destination: prefix(destination),
  initiates: true as const,
});

ruleTest(dynamicResponderInitiates, twoSites, {
  "two static entries may both start": ``,
  "an end with a dynamic entry waits, which is worth a note": waiting("waits(info)"),
  "where the design wants it to start, that is a warning": {
    text: waiting("expected(warning)"),
    design: (design) => ({ ...design, wishedFlows: [wish("10.1.0.0/24", "10.2.0.0/24")] }),
  },
  "traffic that starts at the other end is served": {
    text: waiting("waits(info)"),
    design: (design) => ({ ...design, wishedFlows: [wish("10.2.0.0/24", "10.1.0.0/24")] }),
  },
});
