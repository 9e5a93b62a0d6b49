import { clientGateway } from "../../testing/clientGateway.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { raPoolOverlap } from "./ra-pool-overlap.ts";

ruleTest(raPoolOverlap, clientGateway, {
  "a pool within a connected network is reported with the interface": {
    text: `
      ip local pool CLIENT-POOL 10.9.0.1 10.9.0.200 => ip local pool CLIENT-POOL 10.1.0.200 10.1.0.220   !want connected(warning)
      @ ip address 10.1.0.1 255.255.255.0   !also connected
    `,
  },
  "two pools with addresses in common are reported once": `
    ip local pool CLIENT-POOL 10.9.0.1 10.9.0.200 => ip local pool CLIENT-POOL 10.9.0.1 10.9.0.200   !want pools
    ip local pool MORE 10.9.0.200 10.9.0.210   !also pools
    crypto isakmp client configuration group SALES
     key Long-Sales-Key-2024
     pool MORE
  `,
  "a pool that clients don't use, and one of its own, are none of it": `
    ip local pool DIALIN 10.1.0.200 10.1.0.220
  `,
});
