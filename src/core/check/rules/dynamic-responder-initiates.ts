import { viewOfEnd } from "../../derive/peerings.ts";
import type { Design, WishedFlow } from "../../model/design.ts";
import type { RouterId } from "../../model/router.ts";
import type { JudgedPeering, Refusal } from "../../negotiate/trace.ts";
import { setOfPrefix, setsIntersect } from "../../net/wildcard.ts";
import { refusalsOf } from "../projection.ts";
import { designRule } from "../rule.ts";

/** What waits for its peer can't be expected to start. Whether anybody expects it, only the design's wished flows tell. */
export const dynamicResponderInitiates = designRule({
  id: "dynamic-responder-initiates",
  severity: "warning",
  fix: "man",
  docs: {
    what: "A router has only a dynamic crypto map entry for its peer, so the tunnel comes up from the peer's side alone.",
    why: "A dynamic entry learns its peer when that peer calls; until then traffic towards it is dropped.",
    remedy:
      "Nothing, where the peer always starts. Where this side must start too, give it a static entry for the peer.",
    source: "Cisco IOS XE, Security for VPNs with IPsec: dynamic crypto maps do not initiate",
  },
  messages: {
    waits: "{near} has only dynamic entry {entry} for {far}, so it waits for {far} to start.",
    expected:
      "{near} has only dynamic entry {entry} for {far} and waits for {far} to start, but traffic of the design is to start at {near}.",
  },
  check(design, peerings, report) {
    const wishes = design.wishedFlows.filter((wish) => wish.initiates);
    for (const judged of peerings) {
      for (const refusal of waitingEnds(judged)) {
        const expected = wishes.some((wish) => startsBehind(design, judged, refusal.places[0]?.router, wish));
        report({
          message: expected ? "expected" : "waits",
          severity: expected ? "warning" : "info",
          data: refusal.data,
          places: refusal.places,
        });
      }
    }
  },
});

const remembered = new WeakMap<JudgedPeering, readonly Refusal<"dynamic-responder-initiates">[]>();

function waitingEnds(judged: JudgedPeering): readonly Refusal<"dynamic-responder-initiates">[] {
  if (judged.peering.kind !== "dynamic") return [];
  let refusals = remembered.get(judged);
  if (!refusals) remembered.set(judged, (refusals = refusalsOf(judged, "dynamic-responder-initiates")));
  return refusals;
}

/** Whether a wished flow starts behind the waiting end and is one that the peer's list protects. */
function startsBehind(
  design: Design,
  { peering }: JudgedPeering,
  waiting: RouterId | undefined,
  wish: WishedFlow,
): boolean {
  const far = [peering.a, peering.b].find((end) => end && end.router !== waiting);
  const router = far && design.routers.get(far.router);
  const permits = (router && viewOfEnd(router, far)?.accessList?.permits) ?? [];
  return permits.some(({ selectors }) =>
    selectors.some(
      ({ source, destination }) =>
        setsIntersect(destination, setOfPrefix(wish.source)) && setsIntersect(source, setOfPrefix(wish.destination)),
    ),
  );
}
