import { ArrowRight, Check, CircleHelp, X } from "lucide-react";
import {
  bodyOf,
  parameterRows,
  placeText,
  routerNames,
  type JudgedPeering,
  type Negotiation,
  type ParameterRow,
  type PeeringEnd,
  type Router,
} from "../../core/index.ts";
import { reveal } from "../../store/viewStore.ts";
import { ProblemItem } from "../problems/ProblemItem.tsx";
import { useEffectiveDesign, useStores } from "../stores.tsx";
import { useAreProblemsHidden, useJudgement } from "../workbench.ts";
import { FlowRemedies } from "./FlowRemedies.tsx";
import { PanelHeading } from "./PanelHeading.tsx";

const statusWords = {
  agreed: "Agreed: either side can bring every flow up.",
  "one-way": "One-way: every flow comes up, but each from one side only.",
  partial: "Partial: some flows come up, others do not.",
  broken: "Broken: no flow comes up from either side.",
  unknown: "Unknown: the configurations do not tell.",
} as const;

const relationWords = {
  exact: "mirror images",
  "a-subset": "the first lies within the second",
  "a-superset": "the first covers more than the second",
  overlap: "they overlap, neither covers the other",
  none: "no counterpart",
  accepts: "accepted by the dynamic end",
} as const;

/** Both ends of a peering side by side: what each says, what is settled on, and which entries mirror each other. */
export function PeeringPanel({ judged }: { readonly judged: JudgedPeering }) {
  const design = useEffectiveDesign();
  const { findings } = useJudgement();
  const names = routerNames(design.routers);
  const { peering } = judged;
  const a = design.routers.get(peering.a.router);
  const b = peering.b ? design.routers.get(peering.b.router) : undefined;
  const nameA = names.get(peering.a.router) ?? "";
  const nameB = peering.b ? (names.get(peering.b.router) ?? "") : (peering.a.peer?.configured ?? "nobody");
  const own = findings.filter((finding) => finding.peerings.includes(peering.id));
  if (!a) return null;
  return (
    <>
      <PanelHeading kind="Peering" title={`${nameA} – ${nameB}`}>
        <p className={`status-line status-${judged.status}`}>
          {statusWords[judged.status]}
          {judged.byDesign ? " That is how a dynamic end is meant." : ""}
        </p>
      </PanelHeading>
      <section className="panel-block" aria-label="Directions">
        <Direction from={nameA} to={nameB} negotiation={judged.aToB} />
        <Direction from={nameB} to={nameA} negotiation={judged.bToA} />
      </section>
      <section className="panel-block" aria-label="Parameters">
        <table className="parameters">
          <thead>
            <tr>
              <th scope="col">Parameter</th>
              <th scope="col">{nameA}</th>
              <th scope="col">{nameB}</th>
            </tr>
          </thead>
          <tbody>
            {parameterRows(judged, a, b).map((row) => (
              <Parameter key={row.label} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      <section className="panel-block" aria-label="Flows">
        <h3>Crypto access lists, entry against mirrored entry</h3>
        <ol className="flows">
          {peering.flows.map((flow, index) => (
            <li
              key={`${String(flow.a)} ${String(flow.b)}`}
              className={flow.relation === "exact" || flow.relation === "accepts" ? "flow" : "flow flow-differs"}
            >
              <EntryButton router={a} name={nameA} end={peering.a} sequence={flow.a} />
              {b && peering.b ? <EntryButton router={b} name={nameB} end={peering.b} sequence={flow.b} /> : null}
              <p className="flow-relation">
                {relationWords[flow.relation]}
                <FlowOutcome label={`${nameA} → ${nameB}`} negotiation={judged.flows[index]?.aToB} />
                <FlowOutcome label={`${nameB} → ${nameA}`} negotiation={judged.flows[index]?.bToA} />
              </p>
              {flow.relation !== "exact" && flow.relation !== "accepts" && b && peering.b ? (
                <FlowRemedies a={a} b={b} endA={peering.a} endB={peering.b} nameA={nameA} nameB={nameB} flow={flow} />
              ) : null}
            </li>
          ))}
          {peering.flows.length === 0 ? <li className="element-none">No entry permits any traffic.</li> : null}
        </ol>
      </section>
      {own.length > 0 ? (
        <section className="panel-block" aria-label="Findings here">
          <h3>Problems</h3>
          <ul className="problem-list">
            {own.map((finding) => (
              <ProblemItem key={`${finding.rule} ${finding.message}`} finding={finding} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Direction({
  from,
  to,
  negotiation,
}: {
  readonly from: string;
  readonly to: string;
  readonly negotiation: Negotiation | null;
}) {
  const outcome = negotiation?.outcome ?? "unknown";
  const areHidden = useAreProblemsHidden();
  return (
    <div className={`direction direction-${outcome}`}>
      <p className="direction-title">
        <OutcomeIcon outcome={outcome} /> {from} <ArrowRight size={13} aria-label="to" /> {to}: {outcomeWords[outcome]}
      </p>
      {negotiation?.reason && !areHidden ? <p className="direction-reason">{negotiation.reason}</p> : null}
    </div>
  );
}

const outcomeWords = {
  established: "comes up",
  failed: "fails",
  "not-triggered": "never starts",
  unknown: "can't be known",
} as const;

function OutcomeIcon({ outcome }: { readonly outcome: Negotiation["outcome"] }) {
  if (outcome === "established") return <Check size={14} aria-hidden />;
  return outcome === "unknown" ? <CircleHelp size={14} aria-hidden /> : <X size={14} aria-hidden />;
}

function FlowOutcome({
  label,
  negotiation,
}: {
  readonly label: string;
  readonly negotiation: Negotiation | undefined;
}) {
  const outcome = negotiation?.outcome ?? "unknown";
  return (
    <span className={`flow-outcome direction-${outcome}`}>
      <OutcomeIcon outcome={outcome} /> {label} {outcomeWords[outcome]}
    </span>
  );
}

function Parameter({ row }: { readonly row: ParameterRow }) {
  const { view } = useStores();
  const cell = (side: ParameterRow["a"]) =>
    side.place ? (
      <button
        type="button"
        className="cell-button"
        title="Show this in the configuration"
        onClick={() => side.place && reveal(view, { router: side.place.router, place: side.place })}
      >
        {side.text}
      </button>
    ) : (
      side.text
    );
  return (
    <tr className={row.agrees === false ? "differs" : ""}>
      <th scope="row">
        {row.label}
        {row.agrees === false ? <span className="differs-word"> differs</span> : null}
      </th>
      <td>{cell(row.a)}</td>
      <td>{cell(row.b)}</td>
    </tr>
  );
}

interface EntryButtonProps {
  readonly router: Router;
  readonly name: string;
  readonly end: PeeringEnd;
  readonly sequence: number | null;
}

/** An entry's line, as a button that goes there. */
function EntryButton({ router, name, end, sequence }: EntryButtonProps) {
  const { view } = useStores();
  const list = bodyOf(router, end)?.matchAddress;
  if (sequence === null || list === undefined) {
    return (
      <p className="flow-entry flow-entry-none">
        <span className="flow-router">{name}</span> no entry
      </p>
    );
  }
  const place = { router: router.id, kind: "accessList", name: list, field: "lines", item: sequence } as const;
  return (
    <button
      type="button"
      className="flow-entry"
      title="Show this line in the configuration"
      onClick={() => reveal(view, { router: router.id, place })}
    >
      <span className="flow-router">{name}</span> <code>{placeText(router, place)}</code>
    </button>
  );
}
