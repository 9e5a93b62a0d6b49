import { useState } from "react";
import {
  bodyOf,
  commonPartOfEntries,
  formatSelector,
  identityAt,
  mirrorEntry,
  normalAccessList,
  selectorDifference,
  type JudgedPeering,
  type Operation,
  type PeeringEnd,
  type Router,
  type Selector,
} from "../../core/index.ts";
import { Button } from "../controls/Button.tsx";
import { FixPreview, PreviewButton } from "../problems/FixPreview.tsx";
import { useDesignState, useEffectiveDesign } from "../stores.tsx";
import { useWorkbench } from "../workbench.ts";

interface FlowRemediesProps {
  readonly a: Router;
  readonly b: Router;
  readonly endA: PeeringEnd;
  readonly endB: PeeringEnd;
  readonly nameA: string;
  readonly nameB: string;
  readonly flow: JudgedPeering["peering"]["flows"][number];
}

/** What the two entries of a flow have in common and what each has alone, and the ways to make them one. */
export function FlowRemedies({ a, b, endA, endB, nameA, nameB, flow }: FlowRemediesProps) {
  const listA = bodyOf(a, endA)?.matchAddress;
  const listB = bodyOf(b, endB)?.matchAddress;
  if (listA === undefined || listB === undefined) return null;
  const placeA = { router: a.id, list: listA };
  const placeB = { router: b.id, list: listB };
  const entryOf = (router: Router, list: string, sequence: number | null) => {
    const normal = normalAccessList(router.elements, list);
    return sequence === null ? undefined : normal && identityAt(normal, sequence);
  };
  const difference = selectorDifference(entryOf(a, listA, flow.a), entryOf(b, listB, flow.b));
  const parts: readonly (readonly [string, readonly Selector[]])[] = [
    ["In common", difference.common],
    [`Only ${nameA}`, difference.onlyHere],
    [`Only ${nameB}`, difference.onlyThere],
  ];
  return (
    <>
      <dl className="flow-difference">
        {parts
          .filter(([, selectors]) => selectors.length > 0)
          .map(([label, selectors]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {selectors.slice(0, MOST_SELECTORS).map((selector) => (
                  <code key={formatSelector(selector)}>{formatSelector(selector)}</code>
                ))}
                {selectors.length > MOST_SELECTORS ? ` and ${String(selectors.length - MOST_SELECTORS)} more` : null}
              </dd>
            </div>
          ))}
      </dl>
      {flow.a === null ? null : (
        <RemedyButton
          label={`Make ${nameB} mirror ${nameA}`}
          operation={mirrorEntry({ ...placeA, sequence: flow.a }, placeB, flow.b ?? undefined)}
        />
      )}
      {flow.b === null ? null : (
        <RemedyButton
          label={`Make ${nameA} mirror ${nameB}`}
          operation={mirrorEntry({ ...placeB, sequence: flow.b }, placeA, flow.a ?? undefined)}
        />
      )}
      {flow.a === null || flow.b === null ? null : (
        <RemedyButton
          label="Narrow both to the common part"
          operation={commonPartOfEntries({ ...placeA, sequence: flow.a }, { ...placeB, sequence: flow.b })}
        />
      )}
    </>
  );
}

/** Differences of lists with object groups can be long. */
const MOST_SELECTORS = 6;

/** A way to mend a flow, with the lines that it would change; nothing where it does not apply. */
function RemedyButton({ label, operation }: { readonly label: string; readonly operation: Operation }) {
  const { design } = useWorkbench();
  const readOnly = useDesignState((state) => state.readOnly);
  const edits = operation.plan(useEffectiveDesign());
  const [previewed, setPreviewed] = useState(false);
  if (edits.length === 0) return null;
  return (
    <>
      <span className="problem-fix-row">
        <Button disabled={readOnly} onClick={() => design.getState().run(operation)}>
          {label}
        </Button>
        <PreviewButton title={label} open={previewed} onToggle={() => setPreviewed(!previewed)} />
      </span>
      {previewed ? <FixPreview edits={edits} /> : null}
    </>
  );
}
