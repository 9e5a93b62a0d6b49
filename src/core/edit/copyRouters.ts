import { addressesOf } from "../derive/addressOwners.ts";
import { ownName, routerNames } from "../derive/routerNames.ts";
import { peerAddress } from "../derive/cryptoMapSet.ts";
import type { CryptoMapPeer } from "../model/cryptoMap.ts";
import type { CanvasId, Design, Position, Subnet } from "../model/design.ts";
import type { Router, RouterId } from "../model/router.ts";
import { prefixContains, prefixOfMask, type Ipv4Address, type Ipv4Prefix } from "../net/ipv4.ts";
import { nextHostAddress, nextLanPrefix, nextWanAddress, staticAddresses, usedPrefixes } from "./addressPlan.ts";
import { draftOf, type DesignDraft } from "./designDraft.ts";
import type { Operation } from "./edit.ts";
import { freeName } from "./freeName.ts";
import type { IdSource } from "./ids.ts";
import { lanInterfaces, lanPrefixes, wanInterface } from "./interfaceRoles.ts";
import { removePeer } from "./peerRemoval.ts";
import { renumberedAddresses } from "./renumberedAddresses.ts";

/** Routers with the subnets that hang on them alone, as data: what a clipboard holds. */
export interface CopiedRouters {
  readonly routers: readonly Router[];
  readonly subnets: readonly Subnet[];
  readonly layout: ReadonlyMap<string, Position>;
}

/** How far a copy stands from its original, in canvas pixels: enough to see both. */
const pasteOffset: Position = { x: 40, y: 60 };

/** Takes routers, and the subnets chosen or attached to none but them, onto a clipboard. */
export function copyRouters(design: Design, ids: readonly string[]): CopiedRouters {
  const chosen = new Set(ids);
  const routers = [...design.routers.values()].filter((router) => chosen.has(router.id));
  const isCopied = (id: RouterId) => chosen.has(id);
  const subnets = [...design.subnets.values()].filter(
    (subnet) =>
      chosen.has(subnet.id) ||
      (subnet.attachments.length > 0 && subnet.attachments.every((end) => isCopied(end.router))),
  );
  const copied = [...routers, ...subnets].map(({ id }) => id as string);
  return {
    routers,
    subnets,
    layout: new Map(
      copied.flatMap((id) => {
        const place = design.layout.get(id);
        return place ? [[id, place]] : [];
      }),
    ),
  };
}

/**
 * Puts copies onto the canvas with names, WAN addresses and LAN prefixes of their own. Peerings among the copies are kept and follow
 * the new addresses; entries towards routers that were not copied are dropped, since those know nothing of the copy.
 */
export function pasteRouters(clip: CopiedRouters, ids: IdSource, offset: Position = pasteOffset): Operation {
  return {
    label: clip.routers.length === 1 ? "Paste router" : `Paste ${clip.routers.length + clip.subnets.length} objects`,
    plan(design) {
      const draft = draftOf(design);
      const moves = planMoves(design, clip);
      const originals = new Set(clip.routers.flatMap((router) => [...addressesOf(router.elements).keys()]));
      const newIds = new Map<string, RouterId>();
      const place = (original: string, id: string) => {
        const old = clip.layout.get(original);
        if (old) draft.apply({ op: "place", id, position: { x: old.x + offset.x, y: old.y + offset.y } });
      };
      for (const router of clip.routers) {
        const id = ids.router();
        newIds.set(router.id, id);
        pasteRouter(draft, router, id, moves, originals);
        place(router.id, id);
      }
      for (const subnet of clip.subnets) {
        const id = ids.canvas();
        pasteSubnet(draft, subnet, id, moves, newIds);
        place(subnet.id, id);
      }
      attachToClouds(draft, newIds);
      return draft.edits();
    },
  };
}

/** Copies and pastes in one step. */
export function duplicateRouters(routers: readonly string[], ids: IdSource): Operation {
  return {
    label: routers.length === 1 ? "Duplicate" : `Duplicate ${routers.length} objects`,
    plan: (design) => pasteRouters(copyRouters(design, routers), ids).plan(design),
  };
}

/** Where each address of the copies goes: whole prefixes of their own move together, an address on a shared segment alone. */
interface Moves {
  readonly prefixes: readonly { readonly from: Ipv4Prefix; readonly into: Ipv4Address }[];
  readonly addresses: ReadonlyMap<Ipv4Address, Ipv4Address>;
}

/** A host's number within its prefix stays, so that .1 remains .1. */
function moved({ prefixes, addresses }: Moves, address: Ipv4Address): Ipv4Address {
  const alone = addresses.get(address);
  if (alone !== undefined) return alone;
  const prefix = prefixes.find(({ from }) => prefixContains(from, address));
  return prefix ? address - prefix.from.network + prefix.into : address;
}

function planMoves(design: Design, clip: CopiedRouters): Moves {
  const used = usedPrefixes(design);
  const original: Design = {
    ...design,
    routers: new Map(clip.routers.map((router) => [router.id, router])),
    subnets: new Map(clip.subnets.map((subnet) => [subnet.id, subnet])),
  };
  const prefixes = new Map<string, Moves["prefixes"][number]>();
  const addresses = new Map<Ipv4Address, Ipv4Address>();
  const plan = (from: Ipv4Prefix, into: () => Ipv4Address | undefined) => {
    const key = `${from.network}/${from.length}`;
    const network = prefixes.has(key) ? undefined : into();
    if (network === undefined) return;
    used.add({ network, length: from.length });
    prefixes.set(key, { from, into: network });
  };
  const planLan = (prefix: Ipv4Prefix) => plan(prefix, () => nextLanPrefix(design, used, prefix.length)?.network);
  for (const router of clip.routers) {
    const wan = wanInterface(original, router.id);
    for (const { address, mask } of wan ? staticAddresses(wan) : []) {
      const prefix = prefixOfMask(address, mask);
      if (!prefix) continue;
      if (prefix.length >= 30) {
        // The plan's address is the second of its /30.
        plan(prefix, () => {
          const free = nextWanAddress(design, used);
          return free && free.address - 2;
        });
      } else {
        // A wider WAN segment is shared with others and has room for one more.
        const free = nextHostAddress(design, prefix, new Set(addresses.values()));
        if (free !== undefined) addresses.set(address, free);
      }
    }
    for (const lan of lanInterfaces(original, router.id, wan)) lanPrefixes(lan).forEach(planLan);
  }
  for (const { prefix } of clip.subnets) planLan(prefix);
  return { prefixes: [...prefixes.values()], addresses };
}

function pasteRouter(
  draft: DesignDraft,
  router: Router,
  id: RouterId,
  moves: Moves,
  originals: ReadonlySet<Ipv4Address>,
): void {
  const taken = new Set([...routerNames(draft.design().routers).values()].map((name) => name.toLowerCase()));
  const hostname = freeName(ownName(router), (name) => taken.has(name.toLowerCase()));
  // The text belongs to the original; what its lines said is in the elements, kept lines included.
  const { source: _source, fileStem: _stem, ...bare } = router;
  const elements = renumberedAddresses(router.elements, (address) => moved(moves, address));
  draft.apply({ op: "putRouter", router: { ...bare, id, elements } });
  draft.put(id, "host", { ...elements.host.get(""), hostname });
  const copies = new Set([...originals].map((address) => moved(moves, address)));
  for (const [name, entry] of draft.elements(id).cryptoMapEntry) {
    const isOutside = (peer: CryptoMapPeer) => {
      const address = peerAddress(draft.elements(id), peer);
      return address === null || !copies.has(address);
    };
    if (entry.peers.some(isOutside)) removePeer(draft, id, name, isOutside);
  }
}

function pasteSubnet(
  draft: DesignDraft,
  subnet: Subnet,
  id: CanvasId,
  moves: Moves,
  newIds: ReadonlyMap<string, RouterId>,
): void {
  const { network, length } = subnet.prefix;
  draft.apply({
    op: "putSubnet",
    subnet: {
      ...subnet,
      id,
      prefix: { network: moved(moves, network), length },
      attachments: subnet.attachments.flatMap((end) => {
        const router = newIds.get(end.router);
        return router === undefined ? [] : [{ router, interface: end.interface }];
      }),
    },
  });
}

/** A copy is attached to the clouds that its original is attached to. */
function attachToClouds(draft: DesignDraft, newIds: ReadonlyMap<string, RouterId>): void {
  for (const cloud of draft.design().clouds.values()) {
    const added = cloud.attachments.flatMap((end) => {
      const router = newIds.get(end.router);
      return router === undefined ? [] : [{ router, interface: end.interface }];
    });
    if (added.length === 0) continue;
    draft.apply({ op: "putCloud", cloud: { ...cloud, attachments: [...cloud.attachments, ...added] } });
  }
}
