import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { strongerFirst } from "./stronger-first.ts";

ruleTest(strongerFirst, twoSites, {
  "a weaker set before a stronger one": {
    text: `
      crypto ipsec transform-set OLD esp-3des esp-sha-hmac   !also sets
      set transform-set TS-AES256 => set transform-set OLD TS-AES256   !want sets
    `,
    says: [
      "SiteA: crypto map VPN 10 prefers OLD (esp-3des esp-sha-hmac) to TS-AES256 (esp-aes 256 esp-sha256-hmac), which is stronger.",
    ],
  },
  "the strongest first": `
    crypto ipsec transform-set OLD esp-3des esp-sha-hmac
    crypto ipsec transform-set GCM esp-gcm 256
    set transform-set TS-AES256 => set transform-set GCM TS-AES256 OLD
  `,
  "a longer hash counts where the cipher is the same": `
    crypto ipsec transform-set SHA esp-aes 256 esp-sha-hmac
    set transform-set TS-AES256 => set transform-set SHA TS-AES256   !want sets
  `,
  "dynamic entries that any peer could come in by": `
    crypto ipsec transform-set OLD esp-3des esp-sha-hmac
    crypto dynamic-map DYN 10
     set transform-set OLD   !want dynamic
    crypto dynamic-map DYN 20
     set transform-set TS-AES256   !also dynamic
    crypto map VPN 100 ipsec-isakmp dynamic DYN
  `,
  "and that were typed in another order than they are tried in": `
    crypto ipsec transform-set OLD esp-3des esp-sha-hmac
    crypto dynamic-map DYN 20
     set transform-set TS-AES256   !also dynamic
    crypto dynamic-map DYN 10
     set transform-set OLD   !want dynamic
    crypto map VPN 100 ipsec-isakmp dynamic DYN
  `,
  "dynamic entries for different peers have no order": `
    crypto ipsec transform-set OLD esp-3des esp-sha-hmac
    crypto dynamic-map DYN 10
     set peer 192.0.2.1
     set transform-set OLD
    crypto dynamic-map DYN 20
     set transform-set TS-AES256
    crypto map VPN 100 ipsec-isakmp dynamic DYN
  `,
});
