import { Fragment, type ReactNode } from "react";
import { Lock } from "lucide-react";
import { formatIpv4, type Band, type Ladder, type LadderEnd, type Rung } from "../../core/index.ts";
import { StepList } from "../play/StepList.tsx";
import { markOf, StepMark } from "../play/StepMark.tsx";
import type { Steps } from "../play/useSteps.ts";
import { Outcome } from "./Outcome.tsx";

interface LadderDiagramProps {
  readonly ladder: Ladder;
  readonly steps: Steps;
  /** The current step's detail, where it is told among the steps; null where it stands beside them. */
  readonly inline: ReactNode;
}

/** Two lifelines, and between them every message that was sent, in the order of time. */
export function LadderDiagram({ ladder, steps, inline }: LadderDiagramProps) {
  const { initiator, responder, rungs, associations } = ladder;
  const { at } = steps;
  return (
    <>
      <div className="ladder-ends">
        <End end={initiator} role="starts" />
        {responder ? (
          <End end={responder} role="answers" />
        ) : (
          <span className="ladder-end ladder-end-nobody">Nobody answers</span>
        )}
      </div>
      <StepList label="Steps of the negotiation" className="ladder" steps={steps}>
        {rungs.map((rung, index) => (
          <li key={index} className="ladder-step">
            {rung.band === rungs[index - 1]?.band ? null : <BandTitle band={rung.band} ladder={ladder} />}
            <RungButton
              rung={rung}
              ladder={ladder}
              step={index}
              time={index === at ? "now" : index < at ? "past" : "future"}
              onChoose={() => steps.go(index)}
            />
            {index === at && inline ? <div className="ladder-inline">{inline}</div> : null}
          </li>
        ))}
        {associations ? (
          <li className="ladder-step">
            <p className="ladder-band ladder-band-end">What stands now</p>
            <button
              type="button"
              className="rung rung-associations"
              data-step={rungs.length}
              data-time={at === rungs.length ? "now" : "future"}
              aria-current={at === rungs.length ? "step" : undefined}
              tabIndex={at === rungs.length ? 0 : -1}
              onClick={() => steps.go(rungs.length)}
            >
              <AssociationBars ladder={ladder} />
            </button>
            {at === rungs.length && inline ? <div className="ladder-inline">{inline}</div> : null}
          </li>
        ) : null}
      </StepList>
      {inline ? <Outcome ladder={ladder} /> : null}
    </>
  );
}

function End({ end, role }: { readonly end: LadderEnd; readonly role: string }) {
  return (
    <span className="ladder-end">
      <strong>{end.name}</strong>
      <span>
        {end.address === null ? "address not told" : formatIpv4(end.address)}
        <span className="visually-hidden">, {role}</span>
      </span>
    </span>
  );
}

function BandTitle({ band, ladder }: { readonly band: Band; readonly ladder: Ladder }) {
  const title: Readonly<Record<Band, string>> = {
    before: "Before the first message",
    phase1: ladder.exchange === "aggressive" ? "Phase 1 · aggressive mode" : "Phase 1 · main mode",
    phase2: "Phase 2 · quick mode",
    manual: "Keys set by hand · no messages",
    data: "Traffic",
  };
  return <p className={`ladder-band ladder-band-${band}`}>{title[band]}</p>;
}

interface RungButtonProps {
  readonly rung: Rung;
  readonly ladder: Ladder;
  readonly step: number;
  readonly time: "past" | "now" | "future";
  readonly onChoose: () => void;
}

function RungButton({ rung, ladder, step, time, onChoose }: RungButtonProps) {
  const { initiator, responder } = ladder;
  const fromLeft = rung.from === initiator.router;
  const local = rung.from === rung.to;
  const nameOf = (router: string) => (router === initiator.router ? initiator.name : (responder?.name ?? ""));
  const way = local ? nameOf(rung.from) : `${nameOf(rung.from)} to ${nameOf(rung.to)}`;
  return (
    <button
      type="button"
      className={`rung rung-${local ? "local" : rung.message === null ? "both" : "sent"} rung-${rung.band}`}
      data-step={step}
      data-time={time}
      data-side={fromLeft ? "left" : "right"}
      data-stops={rung.stops ?? (rung.ok === false ? "here" : undefined)}
      aria-current={time === "now" ? "step" : undefined}
      tabIndex={time === "now" ? 0 : -1}
      onClick={onChoose}
    >
      <span className="rung-words">
        {rung.message === null ? null : <b className="rung-name">{rung.message}</b>}
        <span className="rung-title">{rung.title}</span>
        {local || rung.ok !== true ? <StepMark mark={markOf(rung.ok)} /> : null}
        <span className="visually-hidden">, {way}</span>
      </span>
      {local ? null : <Arrow rung={rung} />}
      {rung.payloads === "" ? null : (
        <span className="rung-payloads">
          {rung.payloads.includes("encrypted") || rung.band === "phase2" ? (
            <Lock size={11} aria-label="encrypted" />
          ) : null}
          {rung.payloads.replace(", encrypted", "")}
        </span>
      )}
    </button>
  );
}

/** The line of a message, with its head; a cross where it ends before its time. */
function Arrow({ rung }: { readonly rung: Rung }) {
  return (
    <span className="rung-arrow" aria-hidden>
      <span className="rung-line" />
      {rung.message === null ? null : (
        <svg className="rung-head" viewBox="0 0 12 12" width="12" height="12">
          {rung.stops === null ? <path d="M1 1 L11 6 L1 11 Z" /> : <path d="M2 2 L10 10 M10 2 L2 10" />}
        </svg>
      )}
    </span>
  );
}

/** One association for both ways in phase 1, and one for each way in phase 2. */
function AssociationBars({ ladder }: { readonly ladder: Ladder }) {
  const { associations, initiator } = ladder;
  if (!associations) return null;
  const { ike, ipsec } = associations;
  const isUp = ike?.state === "QM_IDLE";
  return (
    <span className="association-bars">
      {ike ? (
        <span className={`association-bar association-ike ${isUp ? "" : "association-unfinished"}`}>
          <b>{isUp ? "One IKE SA" : "IKE SA, unfinished"}</b> {ike.state}
        </span>
      ) : null}
      {ipsec.map((one) => (
        <Fragment key={`${one.from} ${one.protocol} ${one.spi}`}>
          <span
            className="association-bar association-ipsec"
            data-side={one.from === initiator.router ? "left" : "right"}
          >
            <b>
              {one.from === initiator.router ? "" : "← "}
              {one.protocol.toUpperCase()} SA{one.from === initiator.router ? " →" : ""}
            </b>{" "}
            SPI 0x{one.spi.toString(16).toUpperCase()}
          </span>
        </Fragment>
      ))}
      {ipsec.length === 0 ? <span className="association-none">No IPsec SA</span> : null}
    </span>
  );
}
