import { cryptoMapSets, type CryptoMapSet } from "../../derive/cryptoMapSet.ts";
import { ownName } from "../../derive/routerNames.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import type { Design } from "../../model/design.ts";
import type { Router } from "../../model/router.ts";
import type { JudgedPeering } from "../../negotiate/trace.ts";
import { endpointInterfaces } from "../endpointInterfaces.ts";
import { routerRule } from "../rule.ts";

/** One map on several interfaces is several endpoints. */
export const sharedMapNoLocalAddress = routerRule({
  id: "shared-map-no-local-address",
  severity: "warning",
  fix: "ask",
  docs: {
    what: "Several interfaces carry one crypto map, and it has no `local-address`.",
    why: "Each interface then speaks from its own address with security associations of its own; a peer that knows one address refuses the other.",
    remedy:
      "Name one endpoint with `crypto map NAME local-address INTERFACE`, best a loopback, and let the peers name its address.",
    source: "Cisco, Security for VPNs with IPsec, crypto map sets on several interfaces",
  },
  messages: {
    shared:
      "{router}: crypto map {map} is on {interfaces} without local-address, so each speaks from an address of its own.",
  },
  check(router, report) {
    for (const set of cryptoMapSets(router.elements).values()) {
      const carriers = carriersOf(set);
      if (carriers.length < 2 || set.settings?.localAddress !== undefined || set.entries.length === 0) continue;
      report({
        message: "shared",
        data: {
          router: ownName(router),
          map: set.name,
          interfaces: carriers.map(({ name }) => name).join(" and "),
        },
        places: carriers.map(({ name }) => ({ router: router.id, kind: "interface", name, field: "cryptoMap" })),
        fixes: ({ design, peerings }) => localAddressFixes(design, peerings, router, set),
      });
    }
  },
  complete(design, _fix, [place], value) {
    const elements = design.routers.get(place.router)?.elements;
    const name = elements?.interface.get(place.name)?.cryptoMap?.name;
    if (!elements || name === undefined || !elements.interface.has(value)) return [];
    const settings = elements.cryptoMap.get(name) ?? { name, clientConfigurationAddress: [], kept: [] };
    return [putEdit(place.router, "cryptoMap", { ...settings, localAddress: value })];
  },
});

/**
 * The interfaces that count: a tunnel interface had to carry the map beside its physical one before 12.2(13)T, and with redundancy the
 * group's address is the endpoint.
 */
function carriersOf(set: CryptoMapSet) {
  return set.carriers.filter((one) => !one.tunnel && !one.name.startsWith("Tunnel") && !one.cryptoMap?.redundancy);
}

function localAddressFixes(design: Design, peerings: readonly JudgedPeering[], router: Router, set: CryptoMapSet) {
  const { choices, suggestion } = endpointInterfaces(design, peerings, router, set);
  if (choices.length === 0) return [];
  return [
    {
      title: `Set the local address of crypto map ${set.name}`,
      safe: false,
      edits: [],
      needs: {
        label: "Interface whose address is the endpoint",
        type: "choice" as const,
        choices,
        ...(suggestion !== undefined && { suggestion }),
      },
    },
  ];
}
