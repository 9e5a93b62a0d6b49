import { Check, X, CircleHelp } from "lucide-react";
import type { DebugLine, Ladder, LadderFact, Rung, RungDebug } from "../../core/index.ts";
import { PlayedFixes } from "../play/PlayedFixes.tsx";
import { PlayedLines } from "../play/PlayedLines.tsx";

interface RungDetailProps {
  readonly rung: Rung;
  readonly ladder: Ladder;
  readonly peering: string;
  /** What both ends print at this step, with their names. */
  readonly debug: RungDebug | undefined;
  readonly names: { readonly initiator: string; readonly responder: string };
  readonly debugOpen: boolean;
  readonly onDebugToggle: (open: boolean) => void;
}

/** What is offered, compared and chosen at a step, its lines, and at a refusal what mends it. */
export function RungDetail({ rung, ladder, peering, debug, names, debugOpen, onDebugToggle }: RungDetailProps) {
  const { offered, compared, chosen } = rung;
  const refuses = rung.ok !== true && ladder.rule !== null;
  return (
    <div className="rung-detail">
      <h3>
        {rung.message ? `${rung.message} · ` : ""}
        {rung.title}
        {rung.state ? <span className="rung-state">{rung.state}</span> : null}
      </h3>
      <p className={rung.ok === false ? "rung-reason" : ""}>{rung.explains}</p>
      {refuses ? <PlayedFixes rule={ladder.rule} peering={peering} places={rung.places} /> : null}
      <div className="rung-columns">
        <Facts title="Offered" facts={offered} />
        {compared.length > 0 ? (
          <div className="rung-compared">
            <h4>Compared</h4>
            <table>
              <thead>
                <tr>
                  <th scope="col">
                    <span className="visually-hidden">Attribute</span>
                  </th>
                  <th scope="col">offered</th>
                  <th scope="col">held</th>
                  <th scope="col">
                    <span className="visually-hidden">Agrees</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {compared.map((one, index) => (
                  <tr key={index} data-agrees={String(one.agrees)}>
                    <th scope="row">{one.attribute}</th>
                    <td>{one.offered}</td>
                    <td>{one.held}</td>
                    <td>
                      <Agreement agrees={one.agrees} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : null}
        <Facts title="Chosen" facts={chosen} />
      </div>
      <PlayedLines places={rung.places} />
      <details className="rung-debug" open={debugOpen} onToggle={(event) => onDebugToggle(event.currentTarget.open)}>
        <summary>What debug crypto isakmp and ipsec print</summary>
        <DebugOutput name={names.initiator} lines={debug?.initiator ?? []} />
        {names.responder === "" ? null : <DebugOutput name={names.responder} lines={debug?.responder ?? []} />}
      </details>
    </div>
  );
}

function DebugOutput({ name, lines }: { readonly name: string; readonly lines: readonly DebugLine[] }) {
  return (
    <>
      <h4>{name}</h4>
      {lines.length === 0 ? (
        <p className="rung-debug-none">Nothing at this step.</p>
      ) : (
        <pre tabIndex={0} aria-label={`Debug output of ${name}`}>
          {lines.map(({ text }) => text).join("\n")}
        </pre>
      )}
    </>
  );
}

function Facts({ title, facts }: { readonly title: string; readonly facts: readonly LadderFact[] }) {
  if (facts.length === 0) return null;
  return (
    <div className="rung-facts">
      <h4>{title}</h4>
      <dl>
        {facts.map(({ label, value }, index) => (
          <div key={index}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Agreement({ agrees }: { readonly agrees: boolean | null }) {
  const Icon = agrees === null ? CircleHelp : agrees ? Check : X;
  const word = agrees === null ? "can’t be known" : agrees ? "agrees" : "differs";
  return (
    <>
      <Icon size={14} strokeWidth={2.6} aria-hidden />
      <span className="visually-hidden">{word}</span>
    </>
  );
}
