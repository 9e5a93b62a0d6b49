import type { RouterId } from "../model/router.ts";
import { formatIpv4 } from "../net/ipv4.ts";
import { nextLanPrefix, nextWanAddress } from "./addressPlan.ts";
import type { DesignDraft } from "./designDraft.ts";
import type { IdSource } from "./ids.ts";
import { lanInterfaces, wanInterface } from "./interfaceRoles.ts";
import { linkEnd, type LinkEnd } from "./linkEnd.ts";
import { freePlace } from "./reconcileCanvas.ts";
import { addWan, routerName } from "./routerOperations.ts";
import { attachToSubnet } from "./subnetOperations.ts";

/** Both ends of a link that is to be made. */
export interface LinkEnds {
  readonly a: LinkEnd;
  readonly b: LinkEnd;
}

/** Gives two routers the WAN address and the LAN that they lack, and answers the ends of their link; or why there can be none. */
export function prepareEnds(
  draft: DesignDraft,
  a: RouterId,
  b: RouterId,
  ids: Pick<IdSource, "canvas">,
): LinkEnds | string {
  if (a === b) return "A router can't be linked to itself.";
  for (const [router, toward] of [
    [a, b],
    [b, a],
  ] as const) {
    const obstacle = prepareEnd(draft, router, toward, ids);
    if (obstacle !== undefined) return obstacle;
  }
  // What was made for one end may decide where the other one speaks from.
  const [endA, endB] = [linkEnd(draft.design(), a, b), linkEnd(draft.design(), b, a)];
  if (!endA || !endB) return "One of the two routers has no address to speak from.";
  if (endA.address === endB.address) {
    return `${endA.name} and ${endB.name} both have the address ${formatIpv4(endA.address)}.`;
  }
  return { a: endA, b: endB };
}

function prepareEnd(
  draft: DesignDraft,
  router: RouterId,
  toward: RouterId,
  ids: Pick<IdSource, "canvas">,
): string | undefined {
  const design = draft.design();
  if (!design.routers.has(router)) return "One of the two routers is gone.";
  const name = routerName(design, router);
  if (draft.elements(router).isakmpSettings.get("")?.disabled) {
    return `${name} has IKE switched off (no crypto isakmp enable).`;
  }
  const wan = wanInterface(design, router, toward);
  if (!linkEnd(design, router, toward)) {
    if (wan?.address && wan.address.kind !== "static") {
      return `${name} has no fixed address on ${wan.name}, so no peer can name it; it needs a dynamic crypto map on the other side.`;
    }
    if (wan) return `${name} has no address for the tunnel's endpoint on ${wan.name}.`;
    if (!nextWanAddress(design)) return "The address plan has no free WAN address left.";
    addWan(draft, router);
  }
  return prepareLan(draft, router, toward, ids);
}

function prepareLan(
  draft: DesignDraft,
  router: RouterId,
  toward: RouterId,
  ids: Pick<IdSource, "canvas">,
): string | undefined {
  const wan = wanInterface(draft.design(), router, toward);
  if (lanInterfaces(draft.design(), router, wan).length > 0) return undefined;
  const prefix = nextLanPrefix(draft.design());
  if (!prefix) return "The address plan has no free LAN prefix left.";
  const id = ids.canvas();
  const position = draft.design().layout.get(router);
  draft.apply({ op: "putSubnet", subnet: { id, prefix, attachments: [] } });
  if (position) draft.apply({ op: "place", id, position: freePlace(draft.design().layout, position) });
  attachToSubnet(draft, router, id);
  return undefined;
}
