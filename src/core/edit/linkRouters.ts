import type { Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import { draftOf, type DesignDraft } from "./designDraft.ts";
import type { Operation } from "./edit.ts";
import type { IdSource } from "./ids.ts";
import { exemptFromNat } from "./natExemption.ts";
import { permitIpsec } from "./inboundPermits.ts";
import { mirrored, type LinkEnd } from "./linkEnd.ts";
import { flowObstacle, newFlows } from "./linkObstacle.ts";
import { agreeOnPhase1 } from "./linkPhase1.ts";
import { agreeOnPhase2 } from "./linkPhase2.ts";
import { prepareEnds } from "./linkPreparation.ts";
import { routeToPeer } from "./peerRoutes.ts";
import { routerName } from "./routerOperations.ts";

export interface Link {
  readonly a: RouterId;
  readonly b: RouterId;
  /** The pre-shared key, in clear text; used where the two sides don't share one already. */
  readonly key: string;
  /** For subnets that the link has to make. */
  readonly ids: IdSource;
}

/**
 * Writes a whole, agreeing peering into both configurations: policy, key, transform set, mirrored access lists, crypto map entries
 * applied to the WAN interfaces, and what they need around them: routes, exemption from translation, permits for IKE and ESP. What
 * exists and agrees is reused, and no existing entry is changed; two routers that are linked already get the missing networks added
 * to their entries. A WAN address or LAN that is missing is made from the address plan.
 */
export function linkRouters({ a, b, key, ids }: Link): Operation {
  return {
    label: "Link routers",
    plan(design) {
      const draft = draftOf(design);
      const ends = prepareEnds(draft, a, b, ids);
      if (typeof ends === "string" || flowObstacle(draft.design(), ends) !== null) return [];
      const wanted = newFlows(draft.design(), ends.a, ends.b);
      agreeOnPhase1(draft, ends.a, ends.b, key);
      agreeOnPhase2(draft, ends.a, ends.b, wanted);
      prepareWay(draft, ends.a, ends.b, wanted.flows);
      prepareWay(draft, ends.b, ends.a, wanted.flows.map(mirrored));
      return draft.edits();
    },
  };
}

/** What the history says of a link, with the routers' names. */
export function linkLabel(design: Design, a: RouterId, b: RouterId): string {
  return `Link ${routerName(design, a)} and ${routerName(design, b)}`;
}

/** Routes, exemption from translation and permits on one end of a link. */
export function prepareWay(
  draft: DesignDraft,
  end: LinkEnd,
  peer: LinkEnd,
  flows: Parameters<typeof exemptFromNat>[2],
): void {
  routeToPeer(
    draft,
    end,
    peer,
    flows.map((flow) => flow.destination),
  );
  exemptFromNat(draft, end.router, flows);
  permitIpsec(draft, end, peer);
}
