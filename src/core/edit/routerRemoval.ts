import { EMPTY_DESIGN, type Design } from "../model/design.ts";
import { EMPTY_ELEMENTS, type RouterId } from "../model/router.ts";
import { draftOf } from "./designDraft.ts";
import type { Edit, Operation } from "./edit.ts";
import { peerableAddresses, removePeersOf } from "./peerRemoval.ts";

export interface RouterRemoval {
  /**
   * Whether the other routers lose their entries towards the removed ones, with keys, access lists and permits that served nothing
   * else. Without it their configurations stay untouched, and the checker says that nobody answers.
   */
  readonly withPeerings?: boolean;
  /** Whether subnets go that no other router is attached to. */
  readonly withSubnets?: boolean;
}

/** Removes routers with everything that hangs on them: cables, places, accepted findings, and as gateway of remote clients. */
export function removeRouters(routers: readonly RouterId[], removal: RouterRemoval = {}): Operation {
  return {
    label: routers.length === 1 ? "Remove router" : `Remove ${routers.length} routers`,
    plan(design) {
      const gone = new Set(routers.filter((router) => design.routers.has(router)));
      if (gone.size === 0) return [];
      const suppressions = design.suppressions.filter(({ router }) => router === undefined || !gone.has(router));
      return [
        ...(removal.withPeerings ? withoutPeers(design, gone) : []),
        ...(removal.withSubnets ? lonelySubnets(design, gone) : []),
        ...[...gone].map((router): Edit => ({ op: "removeRouter", router })),
        ...[...design.remoteClients.values()].flatMap((clients): readonly Edit[] => {
          if (clients.gateway === undefined || !gone.has(clients.gateway)) return [];
          const { gateway: _gateway, group: _group, ...remoteClients } = clients;
          return [{ op: "putRemoteClients", remoteClients }];
        }),
        ...(suppressions.length < design.suppressions.length
          ? [{ op: "setSuppressions", suppressions } satisfies Edit]
          : []),
      ];
    },
  };
}

/** Planned router by router, each on its own: a step on a draft costs as much as the draft has routers. */
function withoutPeers(design: Design, gone: ReadonlySet<RouterId>): readonly Edit[] {
  const addresses = new Set(
    [...gone].flatMap((id) => [...peerableAddresses(design.routers.get(id)?.elements ?? EMPTY_ELEMENTS)]),
  );
  return [...design.routers].flatMap(([id, router]) => {
    if (gone.has(id)) return [];
    const alone = draftOf({ ...EMPTY_DESIGN, routers: new Map([[id, router]]) });
    removePeersOf(alone, id, addresses);
    return alone.edits();
  });
}

function lonelySubnets(design: Design, gone: ReadonlySet<RouterId>): readonly Edit[] {
  return [...design.subnets.values()]
    .filter(({ attachments }) => attachments.length > 0 && attachments.every((end) => gone.has(end.router)))
    .map(({ id }) => ({ op: "removeCanvasObject", id }));
}
