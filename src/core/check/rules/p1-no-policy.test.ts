import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { p1NoPolicy } from "./p1-no-policy.ts";

ruleTest(p1NoPolicy, twoSites, {
  "a router with a policy is none of it": ``,
  "a router that is left with the built-in policies is to have its peer's": `
    === SiteA
    - crypto isakmp policy 10
    @ crypto map VPN 10 ipsec-isakmp   !want builtIn(warning)
  `,
  "of several policies of the peer the one that is tried first is taken, however they were typed": `
    === SiteA
    - crypto isakmp policy 10
    @ crypto map VPN 10 ipsec-isakmp   !want builtIn(warning)
    === SiteB
    crypto isakmp policy 5
     encr aes 256
     hash sha384
     authentication pre-share
     group 19
  `,
  "a release that has but one, which wants certificates, can't negotiate": `
    === SiteA
    version 12.2
    - crypto isakmp policy 10
    @ crypto map VPN 10 ipsec-isakmp   !want builtIn(error)
  `,
  "a release that refuses weak algorithms refuses all that are built in": `
    === SiteA
    version 17.12
    - crypto isakmp policy 10
    @ crypto map VPN 10 ipsec-isakmp   !want builtIn(error)
    === SiteB
    - crypto isakmp policy 10
    @ crypto map VPN 10 ipsec-isakmp   !want builtIn(warning)
  `,
  "with the built-in ones switched off there is none at all": `
    === SiteA
    no crypto isakmp default policy
    - crypto isakmp policy 10
    @ crypto map VPN 10 ipsec-isakmp   !want none(error)
  `,
  "without a peer in the design a strong policy is offered": {
    base: "",
    text: `
      crypto map VPN 10 ipsec-isakmp   !want builtIn
       set peer 192.0.2.1
       match address 101
    `,
  },
  "and where the defaults are off too": {
    base: "",
    text: `
      no crypto isakmp default policy
      crypto isakmp key Long-Shared-Key-2024 address 192.0.2.1
      crypto map VPN 10 ipsec-isakmp   !want none
       set peer 192.0.2.1
       match address 101
    `,
  },
  "manual entries need none": {
    base: "",
    text: `
      crypto map VPN 10 ipsec-manual
       set peer 192.0.2.1
       match address 101
    `,
  },
  "12.4 may have built-in policies for keys, 12.3 has none": `
    === SiteA
    version 12.4
    - crypto isakmp policy 10
    @ crypto map VPN 10 ipsec-isakmp   !want builtIn(warning)
    === SiteB
    version 12.3
  `,
});
