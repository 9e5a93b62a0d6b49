import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { mapEntryNoTransform } from "./map-entry-no-transform.ts";

ruleTest(mapEntryNoTransform, twoSites, {
  "an entry without a transform set offers nothing": `
    - set transform-set TS-AES256
    @ crypto map VPN 10 ipsec-isakmp   !want noSet(error)
  `,
  "where the router lacks the peer's set, the fix defines it": `
    - set transform-set TS-AES256
    - crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac
    @ crypto map VPN 10 ipsec-isakmp   !want noSet
  `,
  "release 15 has a set of its own, which is worth a warning": `
    version 15.7
    - set transform-set TS-AES256
    @ crypto map VPN 10 ipsec-isakmp   !want builtIn(warning)
  `,
  "an entry that names a set is none of it": "",
  "a router without any set and without its peer is offered a strong one": {
    base: "",
    text: `
      === R1
      version 15.7
      crypto map VPN 10 ipsec-isakmp   !want builtIn
       set peer 192.0.2.1
       match address 101
      === R2
      crypto map VPN 10 ipsec-isakmp   !want noSet
       set peer 192.0.2.1
       match address 101
    `,
  },
  "GDOI entries have no transform set of their own": {
    base: "",
    text: `
      === R1
      crypto map VPN 10 gdoi
    `,
  },
});
