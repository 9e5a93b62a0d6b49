import { formatSelector, mirrorSelector } from "../derive/selector.ts";
import type { NetworkFlow } from "../edit/accessListLines.ts";
import { draftOf } from "../edit/designDraft.ts";
import type { Edit } from "../edit/edit.ts";
import { exemptFromNat } from "../edit/natExemption.ts";
import { EMPTY_DESIGN } from "../model/design.ts";
import type { Place, Router } from "../model/router.ts";
import { prefixOfSet } from "../net/wildcard.ts";
import { cryptoLists } from "./cryptoLists.ts";
import type { Fix } from "./finding.ts";

/** Denies a crypto list's traffic in every list that address translation reads, before what permits it. */
export function exemptionFix(
  router: Router,
  cryptoList: string | undefined,
  flow: string,
  name: string,
): readonly Fix[] {
  const flows = flowsOf(router, cryptoList, flow);
  const edits = flows.length === 0 ? [] : exemptionEdits(router, flows);
  return edits.length === 0 ? [] : [{ title: `Exempt ${flow} from translation on ${name}`, safe: false, edits }];
}

export function exemptionEdits(router: Router, flows: readonly NetworkFlow[]): readonly Edit[] {
  const draft = draftOf({ ...EMPTY_DESIGN, routers: new Map([[router.id, router]]) });
  exemptFromNat(draft, router.id, flows);
  return draft.edits();
}

/** The crypto list that the engine names last among the places of a translation. */
export function cryptoListOf(places: readonly Place[]): string | undefined {
  const last = places.at(-1);
  return last?.kind === "accessList" && last.field === undefined ? last.name : undefined;
}

/**
 * The permits of a crypto list that a sentence about a flow was made from, as networks; all of the list's where it was made from
 * a part of one. Traffic to `any` is left alone: its exemption would end all translation.
 */
function flowsOf(router: Router, cryptoList: string | undefined, flow: string): readonly NetworkFlow[] {
  const crypto = cryptoLists(router).find(({ list }) => list.name === cryptoList);
  const all = (crypto?.permits ?? []).flatMap(({ identity }) =>
    identity.selectors.flatMap((selector) => {
      const source = prefixOfSet(selector.source);
      const destination = prefixOfSet(selector.destination);
      if (!source || !destination || destination.length === 0) return [];
      return [{ selector, source, destination }];
    }),
  );
  const meant = all.filter(({ selector }) =>
    [selector, mirrorSelector(selector)].some((one) => formatSelector(one) === flow),
  );
  return meant.length > 0 ? meant : all;
}
