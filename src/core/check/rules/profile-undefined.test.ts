import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { profileUndefined } from "./profile-undefined.ts";

ruleTest(profileUndefined, twoSites, {
  "an ISAKMP profile that a crypto map entry names": `
    crypto map VPN 20 ipsec-isakmp
     set peer 192.0.2.1
     set transform-set TS-AES256
     set isakmp-profile PEERS   !want undefinedProfile
     match address SPARE
    ip access-list extended SPARE
     permit ip 10.1.0.0 0.0.0.255 10.9.0.0 0.0.0.255
    crypto isakmp profile Peers
     match identity address 192.0.2.1 255.255.255.255
  `,
  "an IPsec profile that protects a tunnel, with nothing to choose from": `
    interface Tunnel0
     ip address 10.0.0.1 255.255.255.252
     tunnel source GigabitEthernet0/0
     tunnel destination 203.0.113.2
     tunnel protection ipsec profile VTI   !want undefinedProfile
  `,
  "the built-in IPsec profile needs no definition": `
    interface Tunnel0
     ip address 10.0.0.1 255.255.255.252
     tunnel source GigabitEthernet0/0
     tunnel destination 203.0.113.2
     tunnel protection ipsec profile default
  `,
});
