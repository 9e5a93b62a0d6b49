import { asCanvasId, type Design } from "../../model/design.ts";
import { asRouterId } from "../../model/router.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { endpointPrivate } from "./endpoint-private.ts";

const onPrivateLinks = `
      === SiteA
      ip address 198.51.100.2 255.255.255.252 => ip address 172.16.1.2 255.255.255.252
      set peer 203.0.113.2 => set peer 172.16.2.2
      === SiteB
      ip address 203.0.113.2 255.255.255.252 => ip address 172.16.2.2 255.255.255.252
      set peer 198.51.100.2 => set peer 172.16.1.2`;

function attached(label: string): (design: Design) => Design {
  return (design) => ({
    ...design,
    clouds: new Map([
      [
        asCanvasId("c1"),
        {
          id: asCanvasId("c1"),
          label,
          attachments: ["r1", "r2"].map((id) => ({ router: asRouterId(id), interface: "GigabitEthernet0/0" })),
        },
      ],
    ]),
  });
}

ruleTest(endpointPrivate, twoSites, {
  "a public endpoint can't reach a private one": {
    text: `
      set peer 203.0.113.2 => set peer 10.2.0.1   !want unroutable(warning)
    `,
    says: [
      "SiteA speaks from the Internet and names 10.2.0.1 as its peer, a private address that the Internet does not route.",
    ],
  },
  "a cloud called Internet is one": {
    text: onPrivateLinks
      .replace("set peer 172.16.2.2", "set peer 172.16.2.2   !want unroutable")
      .replace("set peer 172.16.1.2", "set peer 172.16.1.2   !want unroutable"),
    design: attached("The Internet"),
  },
  "an MPLS cloud may carry private addresses, and so may a laboratory": {
    text: onPrivateLinks,
    design: attached("MPLS"),
  },
  "public peers are none of it": ``,
  "each of several peers is told at its own line": `
    +crypto map VPN 10 ipsec-isakmp
     set peer 10.77.0.1   !want unroutable
     set peer 192.0.2.9
  `,
  "a private peer on a link of the router's own needs no Internet": `
    set peer 203.0.113.2 => set peer 10.1.0.77
  `,
  "an endpoint whose address comes from the provider is on the Internet where the drawing says so": {
    text: `
      === SiteA
      ip address 198.51.100.2 255.255.255.252 => ip address dhcp
      set peer 203.0.113.2 => set peer 10.2.0.1   !want unroutable
    `,
    design: attached("internet"),
  },
  "without the drawing nobody knows where such an endpoint is": `
    === SiteA
    ip address 198.51.100.2 255.255.255.252 => ip address dhcp
    set peer 203.0.113.2 => set peer 10.2.0.1
  `,
});
