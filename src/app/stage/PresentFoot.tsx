import { useEffect } from "react";
import { ChevronLeft, ChevronRight, Maximize, X } from "lucide-react";
import { routerNames, type Design, type JudgedPeering } from "../../core/index.ts";
import { peeringLabel } from "../canvas/peeringLabel.ts";
import { StatusIcon } from "../canvas/StatusIcon.tsx";
import { designObjects, sameReference } from "../objects/designObjects.ts";
import type { ObjectReference, ToolName } from "../../store/viewStore.ts";
import { useEffectiveDesign, useView } from "../stores.tsx";
import { TOOLS } from "../tools/tools.ts";
import { useAreProblemsHidden, useJudgement, useWorkbench, type Workbench } from "../workbench.ts";
import { StatusCounts } from "./StatusCounts.tsx";

interface PresentFootProps {
  /** The tool that stands beside the drawing. */
  readonly tool: ToolName | null;
  readonly onTool: (tool: ToolName | null) => void;
}

/**
 * What a room reads: what is selected and how it stands, in large letters. Arrows, or a clicker's page keys, go from tunnel to
 * tunnel; Home shows everything; Escape closes the tool, then leaves. What is typed in a tool is the tool's, and the page keys go
 * through a negotiation or a packet's walk while it is shown.
 */
export function PresentFoot({ tool, onTool }: PresentFootProps) {
  const workbench = useWorkbench();
  const design = useEffectiveDesign();
  const { peerings } = useJudgement();
  const [selected = null] = useView((view) => view.selection);
  const at = peerings.findIndex(({ peering }) => selected?.kind === "peering" && selected.id === peering.id);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || workbench.view.getState().dialog !== null) return;
      const inTool = event.target instanceof Element && event.target.closest(".stage-tool") !== null;
      if (inTool && event.key !== "Escape") return;
      if (isStepped(tool) && event.key.startsWith("Page")) return;
      const step = STEPS[event.key];
      if (step !== undefined) goTo(workbench, peerings, at + step);
      else if (event.key === "Home") goTo(workbench, peerings, -1);
      else if (event.key === "Escape" && tool !== null) onTool(null);
      else if (event.key === "Escape") leave(workbench);
      else return;
      // The canvas would move what is selected, and a button that has the focus would be pressed.
      event.preventDefault();
      event.stopPropagation();
    };
    // The browser leaves the full screen by itself, without a key event: one Escape is enough for both.
    const onFullScreen = () => {
      if (!document.fullscreenElement) workbench.view.setState({ mode: "edit" });
      else workbench.canvas.current?.fit();
    };
    window.addEventListener("keydown", onKey, true);
    document.addEventListener("fullscreenchange", onFullScreen);
    return () => {
      window.removeEventListener("keydown", onKey, true);
      document.removeEventListener("fullscreenchange", onFullScreen);
    };
  }, [workbench, peerings, at, tool, onTool]);

  useEffect(() => {
    // The drawing has another size now, which the canvas learns with the next frame.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => workbench.canvas.current?.fit()));
    return () => cancelAnimationFrame(frame);
  }, [workbench, tool]);

  const judged = peerings[at];
  return (
    <footer className="stage-foot">
      <div className="stage-caption" role="status">
        {selected === null ? (
          <>
            <h1 className="stage-name">{design.name}</h1>
            <StatusCounts peerings={peerings} size={26} />
          </>
        ) : (
          <Caption design={design} judged={judged} peerings={peerings} selected={selected} />
        )}
      </div>
      <div className="stage-steps" role="group" aria-label="Tools">
        {TOOLS.map(({ name, label, icon: Icon }) => (
          <button
            key={name}
            type="button"
            aria-label={label}
            title={label}
            aria-pressed={tool === name}
            onClick={() => onTool(tool === name ? null : name)}
          >
            <Icon aria-hidden />
          </button>
        ))}
      </div>
      <nav className="stage-steps" aria-label="Presentation">
        <span className="stage-position">
          {at < 0
            ? `${peerings.length} ${peerings.length === 1 ? "tunnel" : "tunnels"}`
            : `${at + 1} of ${peerings.length}`}
        </span>
        <button
          type="button"
          aria-label="Previous tunnel"
          disabled={at < 0}
          onClick={() => goTo(workbench, peerings, at - 1)}
        >
          <ChevronLeft aria-hidden />
        </button>
        <button
          type="button"
          aria-label="Next tunnel"
          disabled={at >= peerings.length - 1}
          onClick={() => goTo(workbench, peerings, at + 1)}
        >
          <ChevronRight aria-hidden />
        </button>
        <button type="button" aria-label="Show everything" onClick={() => goTo(workbench, peerings, -1)}>
          <Maximize aria-hidden />
        </button>
        <button type="button" aria-label="Leave the presentation" onClick={() => leave(workbench)}>
          <X aria-hidden />
        </button>
      </nav>
    </footer>
  );
}

/** Whether a tool is gone through step by step. */
function isStepped(tool: ToolName | null): boolean {
  return tool === "negotiation" || tool === "packetWalk";
}

/** Shows the tunnel of that place in the list, the first or last beyond its ends; -1 is everything at once. */
function goTo(workbench: Workbench, peerings: readonly JudgedPeering[], wished: number): void {
  const index = Math.min(peerings.length - 1, Math.max(-1, wished));
  const next = peerings[index];
  const reference: ObjectReference | null = next ? { kind: "peering", id: next.peering.id } : null;
  workbench.view.setState({ selection: reference ? [reference] : [] });
  if (reference) workbench.canvas.current?.frame(reference);
  else workbench.canvas.current?.fit();
}

function leave({ view }: Workbench): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  view.setState({ mode: "edit" });
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
};

interface CaptionProps {
  readonly design: Design;
  readonly judged: JudgedPeering | undefined;
  readonly peerings: readonly JudgedPeering[];
  readonly selected: ObjectReference;
}

function Caption({ design, judged, peerings, selected }: CaptionProps) {
  const object = designObjects(design, peerings).find(({ reference }) => sameReference(reference, selected));
  const names = routerNames(design.routers);
  const areCausesHidden = useAreProblemsHidden();
  const looks = judged?.byDesign ? "agreed" : judged?.status;
  return (
    <>
      <h1 className="stage-name">{judged ? object?.title : object?.name}</h1>
      {judged && looks ? (
        <p className={`stage-verdict status-${looks}`}>
          <StatusIcon status={judged.status} size={26} />
          {areCausesHidden && judged.status !== "agreed"
            ? judged.status
            : peeringLabel(design, judged, (id) => names.get(id) ?? id)}
        </p>
      ) : null}
    </>
  );
}
