import { cryptoMapSets } from "../../derive/cryptoMapSet.ts";
import { ownName } from "../../derive/routerNames.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import type { Design } from "../../model/design.ts";
import type { Interface } from "../../model/interface.ts";
import type { Router } from "../../model/router.ts";
import type { JudgedPeering } from "../../negotiate/trace.ts";
import type { CryptoMapSet } from "../../derive/cryptoMapSet.ts";
import { endpointInterfaces } from "../endpointInterfaces.ts";
import type { Fix } from "../finding.ts";
import { routerRule } from "../rule.ts";
import { isWithoutAddress } from "../statedAddress.ts";

/** An endpoint that is not there. */
export const localAddressBad = routerRule({
  id: "local-address-bad",
  severity: "error",
  fix: "ask",
  docs: {
    what: "`local-address` names an interface that is missing, shut down or without an address.",
    why: "The tunnels of the map have no endpoint: the router neither starts nor answers a negotiation.",
    remedy: "Name an interface that is up and has an address, which the peers name.",
    source: "Cisco IOS Security Command Reference, crypto map local-address",
  },
  messages: {
    missing: "{router}: {interface}, the local address of crypto map {map}, does not exist.",
    shut: "{router}: {interface}, the local address of crypto map {map}, is shut down.",
    noAddress: "{router}: {interface}, the local address of crypto map {map}, has no address.",
  },
  check(router, report) {
    for (const set of cryptoMapSets(router.elements).values()) {
      const name = set.settings?.localAddress;
      if (name === undefined || set.entries.length === 0) continue;
      const one = router.elements.interface.get(name);
      const message = !one
        ? "missing"
        : one.shutdown
          ? "shut"
          : isWithoutAddress(router, one)
            ? "noAddress"
            : undefined;
      if (message === undefined) continue;
      report({
        message,
        data: { router: ownName(router), interface: name, map: set.name },
        places: [
          { router: router.id, kind: "cryptoMap", name: set.name, field: "localAddress" },
          ...(one ? [{ router: router.id, kind: "interface" as const, name }] : []),
        ],
        fixes: ({ design, peerings }) => fixesOf(design, peerings, router, set, one),
      });
    }
  },
  complete(design, _fix, [place], value) {
    const settings = design.routers.get(place.router)?.elements.cryptoMap.get(place.name);
    return settings ? [putEdit(place.router, "cryptoMap", { ...settings, localAddress: value })] : [];
  },
});

function fixesOf(
  design: Design,
  peerings: readonly JudgedPeering[],
  router: Router,
  set: CryptoMapSet,
  one: Interface | undefined,
): readonly Fix[] {
  const { choices, suggestion } = endpointInterfaces(design, peerings, router, set);
  const choose: Fix = {
    title: `Set another local address of crypto map ${set.name}`,
    safe: false,
    edits: [],
    needs: {
      label: "Interface whose address is the endpoint",
      type: "choice",
      choices,
      ...(suggestion !== undefined && { suggestion }),
    },
  };
  return [...(one?.shutdown && one.address ? [bringUp(router, one)] : []), ...(choices.length > 0 ? [choose] : [])];
}

function bringUp(router: Router, { shutdown: _shutdown, ...up }: Interface): Fix {
  return { title: `Bring ${up.name} up`, safe: false, edits: [putEdit(router.id, "interface", up)] };
}
