import { useEffect, useMemo, useState } from "react";
import { Route } from "lucide-react";
import {
  parseIpv4,
  routerNames,
  tunnelPacket,
  walkPacket,
  type Design,
  type Fate,
  type RouterId,
  type WalkLeg,
} from "../../core/index.ts";
import { spotlight, type Spotlight } from "../../store/viewStore.ts";
import { shortInterfaceName } from "../canvas/shortInterfaceName.ts";
import { StepControls } from "../play/StepControls.tsx";
import { StepList } from "../play/StepList.tsx";
import { StepMark } from "../play/StepMark.tsx";
import { useSteps } from "../play/useSteps.ts";
import { useIsWide } from "../play/useWidth.ts";
import { walkWithoutCause } from "../play/withoutCause.ts";
import { useEffectiveDesign, useView } from "../stores.tsx";
import { useAreProblemsHidden, useJudgement, useWorkbench } from "../workbench.ts";
import { firstHosts, knownHosts, lanOfAddress, type KnownHost } from "./hosts.ts";
import { PacketForm } from "./PacketForm.tsx";
import { fieldsOf, pingBetween, readFields, type PacketFields } from "./packetFields.ts";
import { readyExamples } from "./readyExamples.ts";
import { StageDetail } from "./StageDetail.tsx";
import "../play/play.css";
import "./packetWalk.css";

/** A packet from one host to another, stage by stage, and its answer back. */
export function PacketWalk() {
  const { view, announce } = useWorkbench();
  const design = useEffectiveDesign();
  const { peerings } = useJudgement();
  const selection = useView((state) => state.selection);
  const hosts = useMemo(() => knownHosts(design), [design]);
  const [typed, setTyped] = useState<PacketFields | null>(null);
  const [way, setWay] = useState<"there" | "back">("there");
  const selected = selection.find(({ kind }) => kind === "peering")?.id;
  const peering = (peerings.find((one) => one.peering.id === selected) ?? peerings[0])?.peering;
  const fields = useMemo(() => typed ?? begin(design, hosts, peering), [typed, design, hosts, peering]);
  const examples = useMemo(
    () => readyExamples(design, peering, begin(design, hosts, peering)),
    [design, hosts, peering],
  );
  const read = useMemo(() => readFields(fields), [fields]);
  const isCauseHidden = useAreProblemsHidden();
  const walk = useMemo(() => {
    if (read.kind !== "request") return null;
    const whole = walkPacket(design, read.request);
    return isCauseHidden ? walkWithoutCause(whole) : whole;
  }, [design, read, isCauseHidden]);
  const leg: WalkLeg | null = walk && (way === "back" && walk.back ? walk.back : walk.there);
  const stages = leg?.stages ?? [];
  const steps = useSteps(stages.length, `${JSON.stringify(fields)} ${way} ${leg?.outcome ?? ""}`);
  const { at, playing } = steps;
  const stage = stages[at];
  const [root, wide] = useIsWide<HTMLElement>(760);
  const names = routerNames(design.routers);

  useEffect(
    () => spotlight(view, leg && stage ? lightOf(design, fields, way, leg, at) : null),
    [view, design, fields, way, leg, stage, at],
  );
  useEffect(() => () => spotlight(view, null), [view]);
  useEffect(() => {
    if (playing && stage) announce(`${stage.title}: ${stage.explains}`);
  }, [announce, playing, stage]);

  if (design.routers.size === 0) {
    return (
      <section className="packet-walk play-empty" aria-label="Packet walk">
        <Route size={22} aria-hidden />
        <p>There is no router yet. Add two and link them, and follow a packet from one to the other.</p>
      </section>
    );
  }
  const peers = stages.flatMap((one) => one.peers).map(({ peer }) => peer);
  const detail = stage ? <StageDetail stage={stage} /> : null;
  return (
    <section
      ref={root}
      className="packet-walk nokey"
      aria-label="Packet walk"
      data-wide={wide}
      {...(!wide && { "data-scroller": 42 })}
    >
      <PacketForm
        design={design}
        hosts={hosts}
        fields={fields}
        problems={read.kind === "problems" ? read.problems : {}}
        peers={peers}
        examples={examples}
        onChange={setTyped}
      />
      {leg === null || walk === null ? null : (
        <>
          <div className="play-bar walk-bar">
            <div className="walk-ways" role="group" aria-label="Way">
              <button type="button" aria-pressed={leg === walk.there} onClick={() => setWay("there")}>
                There
              </button>
              <button
                type="button"
                aria-pressed={leg === walk.back}
                disabled={walk.back === null}
                onClick={() => setWay("back")}
              >
                Back
              </button>
            </div>
            <FateWords leg={leg} />
            <StepControls steps={steps} />
          </div>
          <div className="walk-body">
            <div className="walk-scroll" {...(wide && { "data-scroller": 0 })}>
              <StepList label="Stages of the packet's way" className="walk-stages" steps={steps}>
                {stages.map((one, index) => (
                  <li key={index} className="walk-stage" data-verdict={one.verdict}>
                    {one.router === stages[index - 1]?.router && index > 0 ? null : (
                      <p className="walk-router">
                        {one.router === null ? "between the routers" : names.get(one.router)}
                      </p>
                    )}
                    <button
                      type="button"
                      className="walk-step"
                      data-step={index}
                      data-time={index === at ? "now" : index < at ? "past" : "future"}
                      aria-current={index === at ? "step" : undefined}
                      tabIndex={index === at ? 0 : -1}
                      onClick={() => steps.go(index)}
                    >
                      <StepMark mark={one.verdict} />
                      <span className="walk-title">{one.title}</span>
                      {one.interface === null ? null : (
                        <span className="walk-interface">{shortInterfaceName(one.interface)}</span>
                      )}
                    </button>
                    {index === at && !wide ? <div className="walk-inline">{detail}</div> : null}
                  </li>
                ))}
              </StepList>
            </div>
            {wide ? (
              <div className="walk-side">
                <h3>{stage?.title}</h3>
                {detail}
              </div>
            ) : null}
          </div>
        </>
      )}
    </section>
  );
}

const fateWords: Readonly<Record<Fate, string>> = {
  protected: "Protected",
  clear: "In clear",
  dropped: "Dropped",
  unknown: "Can’t be known",
};

function FateWords({ leg }: { readonly leg: WalkLeg }) {
  return (
    <p className={`walk-fate walk-fate-${leg.fate}`} role="status" title={leg.outcome}>
      <StepMark mark={leg.fate === "dropped" ? "stops" : leg.fate === "unknown" ? "unknown" : "passes"} />
      <b>{fateWords[leg.fate]}</b>
      <span className="walk-outcome">{leg.outcome}</span>
    </p>
  );
}

function begin(design: Design, hosts: readonly KnownHost[], peering: Parameters<typeof firstHosts>[2]): PacketFields {
  const [source, destination] = firstHosts(design, hosts, peering);
  const [from, to] = [parseIpv4(source), parseIpv4(destination)];
  const likely = from === undefined || to === undefined ? undefined : { source: from, destination: to };
  const packet = peering && tunnelPacket(design, peering, likely);
  return packet ? fieldsOf(packet) : pingBetween(source, destination);
}

/** Where the packet is on the canvas: its router, or the line that it is on, and all that it came through. */
function lightOf(
  design: Design,
  fields: PacketFields,
  way: "there" | "back",
  { stages }: WalkLeg,
  at: number,
): Spotlight | null {
  const stage = stages[at];
  if (!stage) return null;
  const past = stages.slice(0, at);
  const routerBefore = (index: number): RouterId | null =>
    stages
      .slice(0, index)
      .flatMap(({ router }) => router ?? [])
      .at(-1) ?? null;
  const passed = [...new Set(past.flatMap(({ router }) => router ?? []))].filter((id) => id !== stage.router);
  const sender = stage.router === null ? routerBefore(at) : null;
  const there = [lanOfAddress(design, fields.source), lanOfAddress(design, fields.destination)] as const;
  const [from, to] = way === "there" ? there : ([there[1], there[0]] as const);
  return {
    places: stage.places,
    here: [...(stage.router === null ? [] : [stage.router]), ...(stage.kind === "deliver" && to ? [to] : [])],
    through: [...passed, ...(from ? [from] : [])],
    tunnels: past.flatMap(({ kind, peering }) => (kind === "decapsulation" && peering !== null ? [peering] : [])),
    message:
      sender !== null && stage.peering !== null
        ? {
            peering: stage.peering,
            from: sender,
            label: "ESP",
            stops: stage.verdict === "stops" ? "at-receiver" : null,
          }
        : null,
  };
}
