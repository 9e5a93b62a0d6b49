import { nameUse } from "../../derive/references.ts";
import { draftOf } from "../../edit/designDraft.ts";
import { freeName } from "../../edit/freeName.ts";
import type { Edit } from "../../edit/edit.ts";
import type { TransformSet } from "../../model/transformSet.ts";
import { changeEntry, entryAt, entryPlace } from "../cryptoEntries.ts";
import type { Fix } from "../finding.ts";
import { nearAndFar, type NamedEnd } from "../namedEnds.ts";
import { projectedRule } from "../projectedRule.ts";
import { designOfPair } from "../selectorFixes.ts";
import type { PeeringRouters } from "../rule.ts";

type Mode = NonNullable<TransformSet["mode"]>;

/** Tunnel on one side, transport on the other. */
export const p2ModeMismatch = projectedRule({
  id: "p2-mode-mismatch",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "Two transform sets are equal but for their mode, or one requires transport mode for traffic that can't have it.",
    why: "Transport mode serves only traffic between the endpoints themselves. There, or with `require`, a responder refuses the other mode; all else uses tunnel mode on both sides.",
    remedy: "Set the same mode in both transform sets: tunnel, unless only the endpoints talk to each other.",
    source: "Cisco IOS Security Command Reference, mode (IPsec)",
  },
  messages: {
    differ: "{near} has {nearValue} mode in transform set {nearSet}, {far} has {farValue} mode in {farSet}.",
    required:
      "Transform sets {nearSet} of {near} and {farSet} of {far} require transport mode for traffic that is not between the endpoints themselves.",
  },
  message: ({ data }) => (data.nearValue === data.farValue ? "required" : "differ"),
  severityOf: ({ failedAt }) => (failedAt === undefined ? "warning" : "error"),
  fixes(judged, routers, { data, failedAt }) {
    const [near, far] = nearAndFar(judged, routers, data.near);
    const { nearSet, farSet, nearValue, farValue } = data;
    if (nearValue === farValue) {
      return inMode(
        [
          [near, nearSet],
          [far, farSet],
        ],
        "tunnel",
        routers,
        "Use tunnel mode at both ends",
        false,
      );
    }
    const [tunnelEnd, transportEnd]: readonly [Ended, Ended] =
      nearValue === "tunnel"
        ? [
            [near, nearSet],
            [far, farSet],
          ]
        : [
            [far, farSet],
            [near, nearSet],
          ];
    // Where transport can't apply, both ends use tunnel mode already.
    const safe = failedAt === undefined;
    const [[tunnelAt, tunnelSet], [transportAt, transportSet]] = [tunnelEnd, transportEnd];
    const toTunnel = inMode(
      [transportEnd],
      "tunnel",
      routers,
      `Set tunnel mode in ${transportSet} on ${transportAt.name}`,
      safe,
    );
    // Transport that is required may be so for traffic that can't have it.
    const required = [near, far].some(({ router }) =>
      [nearSet, farSet].some((name) => router.elements.transformSet.get(name)?.modeRequire),
    );
    return safe || required
      ? toTunnel
      : [
          ...toTunnel,
          ...inMode([tunnelEnd], "transport", routers, `Set transport mode in ${tunnelSet} on ${tunnelAt.name}`, false),
        ];
  },
});

type Ended = readonly [end: NamedEnd, set: string];

/** Sets in another mode; one that other entries use too is left to them, and the entry gets a set of its own. */
function inMode(
  ends: readonly Ended[],
  mode: Mode,
  routers: PeeringRouters,
  title: string,
  safe: boolean,
): readonly Fix[] {
  const draft = draftOf(designOfPair(routers));
  let alone = true;
  for (const [{ router, entry }, name] of ends) {
    const set = draft.elements(router.id).transformSet.get(name);
    const current = entryAt(draft.design(), entryPlace(entry));
    // The built-in set has no line to change.
    if (!set || !current) return [];
    const { modeRequire: _require, ...rest } = set;
    if (nameUse(draft.elements(router.id), "transformSet", name).uses.length <= 1) {
      draft.put(router.id, "transformSet", { ...rest, mode });
      continue;
    }
    alone = false;
    const own = freeName(`${name}-${mode.toUpperCase()}`, (one) => draft.elements(router.id).transformSet.has(one));
    draft.put(router.id, "transformSet", { ...rest, name: own, mode });
    const transformSets = current.body.transformSets.map((one) => (one === name ? own : one));
    draft.apply(changeEntry(current, { transformSets }));
  }
  const edits: readonly Edit[] = draft.edits();
  return edits.length === 0 ? [] : [{ title: alone ? title : `${title}, in a copy of the set`, safe, edits }];
}
