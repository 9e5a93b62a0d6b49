import { useEffect, useMemo, useState } from "react";
import { ArrowLeftRight, Handshake } from "lucide-react";
import {
  ladderDebug,
  negotiationLadder,
  routerNames,
  type Design,
  type JudgedPeering,
  type Ladder,
  type RouterId,
  type Rung,
} from "../../core/index.ts";
import { select, spotlight, type Spotlight } from "../../store/viewStore.ts";
import { IconButton } from "../controls/Button.tsx";
import { designObjects } from "../objects/designObjects.ts";
import { StepControls } from "../play/StepControls.tsx";
import { useSteps } from "../play/useSteps.ts";
import { useIsWide } from "../play/useWidth.ts";
import { ladderWithoutCause } from "../play/withoutCause.ts";
import { useEffectiveDesign, useView } from "../stores.tsx";
import { useAreProblemsHidden, useJudgement, useWorkbench } from "../workbench.ts";
import { Associations } from "./Associations.tsx";
import { LadderDiagram } from "./LadderDiagram.tsx";
import { Outcome } from "./Outcome.tsx";
import { RungDetail } from "./RungDetail.tsx";
import { useHeardDebug } from "./useHeardDebug.ts";
import "../play/play.css";
import "./negotiation.css";

/** A tunnel that comes up, message by message, or the message at which it doesn't. */
export function Negotiation() {
  const { view } = useWorkbench();
  const design = useEffectiveDesign();
  const { peerings } = useJudgement();
  const selection = useView((state) => state.selection);
  const [chosen, setChosen] = useState<string | null>(null);
  // The peering that is selected is the one that is meant; what was chosen here stays while none is.
  const selected = selection.find(({ kind }) => kind === "peering")?.id;
  const judged =
    peerings.find(({ peering }) => peering.id === selected) ??
    peerings.find(({ peering }) => peering.id === chosen) ??
    peerings[0];
  if (!judged) {
    return (
      <section className="negotiation play-empty" aria-label="Negotiation">
        <Handshake size={22} aria-hidden />
        <p>No tunnel is configured yet. Link two routers, and see here how they negotiate.</p>
      </section>
    );
  }
  const choose = (id: string) => {
    setChosen(id);
    select(view, [{ kind: "peering", id }]);
  };
  return (
    <PlayedPeering key={judged.peering.id} design={design} judged={judged} peerings={peerings} onChoose={choose} />
  );
}

interface PlayedPeeringProps {
  readonly design: Design;
  readonly judged: JudgedPeering;
  readonly peerings: readonly JudgedPeering[];
  readonly onChoose: (id: string) => void;
}

function PlayedPeering({ design, judged, peerings, onChoose }: PlayedPeeringProps) {
  const { view, announce } = useWorkbench();
  const { peering } = judged;
  const [initiator, setInitiator] = useState<RouterId>(peering.a.router);
  const [flow, setFlow] = useState<number | undefined>();
  const isCauseHidden = useAreProblemsHidden();
  const { debug, ladder } = useMemo(() => {
    const request = { initiator, ...(flow !== undefined && { flow }) };
    const whole = negotiationLadder(design, judged, request);
    return {
      ladder: isCauseHidden ? ladderWithoutCause(whole) : whole,
      debug: ladderDebug(design, judged, request, whole),
    };
  }, [design, judged, initiator, flow, isCauseHidden]);
  const [debugOpen, setDebugOpen] = useState(false);
  const { rungs, associations } = ladder;
  const count = rungs.length + (associations ? 1 : 0);
  const steps = useSteps(count, `${peering.id} ${initiator} ${flow ?? ""} ${ladder.outcome} ${ladder.rule ?? ""}`);
  const { at, playing } = steps;
  const rung: Rung | undefined = rungs[at];
  const [root, wide] = useIsWide<HTMLElement>(720);

  useHeardDebug(ladder, debug, at);
  useEffect(() => spotlight(view, lightOf(ladder, peering.id, rung)), [view, ladder, peering.id, rung]);
  useEffect(() => () => spotlight(view, null), [view]);
  useEffect(() => {
    if (playing) announce(rung ? `${rung.message ?? rung.title}: ${rung.explains}` : "Security associations stand.");
  }, [announce, playing, rung]);

  const names = routerNames(design.routers);
  const titles = useMemo(
    () => new Map<string, string>(designObjects(design, peerings).map(({ reference, title }) => [reference.id, title])),
    [design, peerings],
  );
  const other = peering.b && (initiator === peering.a.router ? peering.b.router : peering.a.router);
  const detail = rung ? (
    <RungDetail
      rung={rung}
      ladder={ladder}
      peering={peering.id}
      debug={debug[at]}
      names={{
        initiator: names.get(ladder.initiator.router) ?? "",
        responder: ladder.responder ? (names.get(ladder.responder.router) ?? "") : "",
      }}
      debugOpen={debugOpen}
      onDebugToggle={setDebugOpen}
    />
  ) : associations ? (
    <Associations ladder={ladder} associations={associations} />
  ) : null;
  return (
    <section ref={root} className="negotiation nokey" aria-label="Negotiation" data-wide={wide}>
      <header className="play-bar">
        <label className="play-field play-field-grow">
          <span className="visually-hidden">Tunnel</span>
          <select className="field-input" value={peering.id} onChange={(event) => onChoose(event.currentTarget.value)}>
            {peerings.map((one) => (
              <option key={one.peering.id} value={one.peering.id}>
                {titles.get(one.peering.id) ?? one.peering.id}
              </option>
            ))}
          </select>
        </label>
        {peering.flows.length > 1 ? (
          <label className="play-field">
            <span className="visually-hidden">Flow</span>
            <select
              className="field-input"
              value={flow ?? ""}
              onChange={(event) =>
                setFlow(event.currentTarget.value === "" ? undefined : Number(event.currentTarget.value))
              }
            >
              <option value="">The flow that decides</option>
              {peering.flows.map((one, index) => (
                <option key={index} value={index}>
                  Flow {index + 1}
                  {one.a === null ? "" : `, line ${one.a}`}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        {other === null ? null : (
          <IconButton
            label={`Let ${names.get(other) ?? ""} start`}
            className="play-turn"
            onClick={() => setInitiator(other)}
          >
            <span className="play-turn-words">{names.get(initiator)} starts</span>
            <ArrowLeftRight size={15} aria-hidden />
          </IconButton>
        )}
        <StepControls steps={steps} />
      </header>
      <div className="negotiation-body">
        <div className="negotiation-scroll" data-scroller="58">
          <LadderDiagram ladder={ladder} steps={steps} inline={wide ? null : detail} />
        </div>
        <div className="negotiation-side" hidden={!wide}>
          <Outcome ladder={ladder} />
          {wide ? detail : null}
        </div>
      </div>
    </section>
  );
}

function lightOf(ladder: Ladder, peering: string, rung: Rung | undefined): Spotlight {
  const ends = [ladder.initiator.router, ...(ladder.responder ? [ladder.responder.router] : [])];
  if (!rung) return { places: [], here: ends, through: [], tunnels: [peering], message: null };
  const sent = rung.message !== null && rung.from !== rung.to;
  return {
    places: rung.places,
    here: sent ? [rung.stops === "at-sender" ? rung.from : rung.to] : rung.from === rung.to ? [rung.from] : ends,
    through: [],
    tunnels: [],
    message: sent ? { peering, from: rung.from, label: rung.message, stops: rung.stops } : null,
  };
}
