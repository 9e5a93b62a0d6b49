import {
  lazy,
  Suspense,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type MouseEvent,
  type PointerEvent,
} from "react";
import { flushSync } from "react-dom";
import {
  Background,
  BackgroundVariant,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
  useStoreApi,
  type EdgeChange,
  type NodeChange,
} from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import { moveOperation, type Position } from "../../core/index.ts";
import type { ObjectReference } from "../../store/viewStore.ts";
import { selectedIds } from "../actions/selectedIds.ts";
import { useDesignState, useEffectiveDesign, useView } from "../stores.tsx";
import { latePart } from "../late/latePart.tsx";
import { useAreProblemsHidden, useJudgement, useWorkbench } from "../workbench.ts";
import { edgeTypes } from "./edges.tsx";
import { createFlowElements, edgeReference, type FlowEdge, type FlowNode } from "./flowElements.ts";
import { feedOf, fitsWhole, windowAround, windowRectangle } from "./feed.ts";
import { elementAt } from "./hitTest.ts";
import { carriedAlong, movedScene, movementOf } from "./movedScene.ts";
import { nodeTypes } from "./ObjectNode.tsx";
import { StaleNotice } from "./StaleNotice.tsx";
import { createProjector } from "./projector.ts";
import { useConnectedCounts, withConnected } from "./withConnected.ts";
import { withoutCauses } from "./withoutCauses.ts";
import type { Moved, Scene } from "./scene.ts";
import { useBoxSelection } from "./useBoxSelection.ts";
import { useCanvasPort } from "./useCanvasPort.ts";
import "./canvas.css";

const CanvasKeys = latePart("The canvas keys", async () => (await import("./CanvasKeys.tsx")).CanvasKeys);
const CanvasMenu = latePart("The menu of the canvas", async () => (await import("./CanvasMenu.tsx")).CanvasMenu);
const CanvasTools = latePart("The canvas tools", async () => (await import("./CanvasTools.tsx")).CanvasTools);
const EmptyCanvas = latePart("The canvas", async () => (await import("./EmptyCanvas.tsx")).EmptyCanvas);
// Only a drawing that is too large for React Flow is painted.
const PaintedScene = lazy(async () => ({ default: (await import("./painted/PaintedScene.tsx")).PaintedScene }));
const SceneMap = latePart("The minimap", async () => (await import("./painted/SceneMap.tsx")).SceneMap);
const LinkGesture = latePart("Linking", async () => (await import("./LinkGesture.tsx")).LinkGesture);

/** The drawing of the design, and all gestures on it. */
export function Canvas() {
  return (
    <section className="topology-region" aria-label="Topology">
      <ReactFlowProvider>
        <Topology />
      </ReactFlowProvider>
    </section>
  );
}

const NOTHING_MOVED: Moved = new Map();
const SNAP: [number, number] = [20, 20];
const FAR_ZOOM = 0.45;
/** From here on there is room for a router's interfaces in its node. */
const NEAR_ZOOM = 1.6;
/** From so many routers on, what a check has found is drawn a moment later. */
const MANY_ROUTERS = 500;
/** Of what is selected, so much at most is kept in the page wherever it stands. */
const MOST_KEPT = 12;

function Topology() {
  const workbench = useWorkbench();
  const design = useEffectiveDesign();
  const judged = useJudgement();
  const judgedLater = useDeferredValue(judged);
  // What a check changes in a large drawing is a task of its own, after what it changes elsewhere.
  const judgement = design.routers.size > MANY_ROUTERS ? judgedLater : judged;
  const selection = useView((view) => view.selection);
  const snap = useView((view) => view.snap);
  const locked = useView((view) => view.locked);
  const minimapOpen = useView((view) => view.minimapOpen);
  const readOnly = useDesignState((state) => state.readOnly);
  const [moved, setMoved] = useState(NOTHING_MOVED);
  // A drag that Escape gave up goes on under the pointer until the button is let go.
  const givenUp = useRef(false);
  const [linkStart, setLinkStart] = useState<Position | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const linkingFrom = useView((view) => view.linkingFrom);
  const root = useRef<HTMLDivElement>(null);
  const flow = useReactFlow();
  const flowStore = useStoreApi();
  const [project] = useState(createProjector);
  const [elements] = useState(createFlowElements);
  const isStage = useView((view) => view.mode !== "edit");
  const fixed = locked || readOnly || isStage;

  const areCausesHidden = useAreProblemsHidden();
  const connected = useConnectedCounts(design);
  const settled = useMemo(() => {
    const all = withConnected(project(design, judgement), connected);
    return areCausesHidden ? withoutCauses(all) : all;
  }, [project, design, judgement, connected, areCausesHidden]);
  const scene = useMemo(() => movedScene(settled, moved), [settled, moved]);
  const isWhole = useMemo(() => fitsWhole(settled), [settled]);
  const around = useStore(({ transform, width, height }) => (isWhole ? "" : windowAround(transform, width, height)));
  const selected = useMemo(() => new Set(selection.map(flowId)), [selection]);
  // A drag changes where things stand, not which of them are elements: what is pointed at is one already.
  const fedAtRest = useMemo(() => {
    if (isWhole) return settled;
    const kept = [pointed, focused, linkingFrom && flowId(linkingFrom)].filter((id) => id !== null);
    const all = new Set([...kept, ...(selected.size <= MOST_KEPT ? selected : [])]);
    return feedOf(settled, windowRectangle(around), all);
  }, [isWhole, settled, around, pointed, focused, linkingFrom, selected]);
  const fed = useMemo(() => carriedAlong(fedAtRest, movementOf(scene)), [fedAtRest, scene]);
  const nodes = useMemo(() => elements.nodes(fed, selection, fixed), [elements, fed, selection, fixed]);
  const edges = useMemo(() => elements.edges(fed, selection), [elements, fed, selection]);
  const isFar = useStore((state) => state.transform[2] < FAR_ZOOM);
  const isNear = useStore((state) => state.transform[2] >= NEAR_ZOOM);
  const inBox = useBoxSelection();
  const bringIn = useCallback((id: string) => flushSync(() => setFocused(id)), []);
  useCanvasPort(scene, bringIn);

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const positions = new Map<string, Position>();
      let dropped = false;
      for (const change of changes) {
        if (change.type !== "position" || !change.position) continue;
        positions.set(change.id, { x: Math.round(change.position.x), y: Math.round(change.position.y) });
        if (!change.dragging) dropped = true;
      }
      withSelected(settled, selectedIds(workbench), positions);
      if (dropped) {
        const isGivenUp = givenUp.current;
        givenUp.current = false;
        setMoved(NOTHING_MOVED);
        if (!isGivenUp) workbench.design.getState().run(moveOperation(positions));
      } else if (positions.size > 0 && !givenUp.current) setMoved((before) => new Map([...before, ...positions]));
      applySelection(
        workbench,
        changes.flatMap((change) => {
          if (change.type !== "select") return [];
          const reference = fed.nodes.find(({ id }) => id === change.id)?.reference;
          return reference ? [{ reference, selected: change.selected }] : [];
        }),
        isWhole || flowStore.getState().multiSelectionActive,
      );
    },
    [workbench, settled, fed, isWhole, flowStore],
  );
  const onEdgesChange = useCallback(
    (changes: EdgeChange<FlowEdge>[]) => {
      // React Flow selects every line that ends at an object in the box; a tunnel to somewhere else was not meant.
      if (
        flowStore.getState().userSelectionActive &&
        changes.some((change) => change.type === "select" && change.selected)
      )
        return;
      applySelection(
        workbench,
        changes.flatMap((change) =>
          change.type === "select" ? [{ reference: edgeReference(change.id), selected: change.selected }] : [],
        ),
        isWhole || flowStore.getState().multiSelectionActive,
      );
    },
    [workbench, isWhole, flowStore],
  );

  const beginLink = (event: PointerEvent) => {
    if (event.button !== 0 || fixed || !(event.target instanceof Element)) return;
    const element = event.target.closest<HTMLElement>(".react-flow__node");
    const fromKnob = event.target.closest("[data-link-knob]") !== null;
    const reference = scene.nodes.find(({ id }) => id === element?.dataset.id)?.reference;
    if (!reference || (!fromKnob && !event.shiftKey)) return;
    // Otherwise React Flow would draw a box for selecting as well.
    event.stopPropagation();
    workbench.view.setState({ linkingFrom: reference });
    setLinkStart({ x: event.clientX, y: event.clientY });
  };
  // A link that has begun must not drag the node as well; React Flow listens to the mouse, not to the pointer.
  const keepFromDragging = (event: MouseEvent) => {
    if (linkStart || workbench.view.getState().linkingFrom) event.stopPropagation();
  };
  const isDragging = moved.size > 0;
  useEffect(() => {
    if (!isDragging) return;
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      givenUp.current = true;
      setMoved(NOTHING_MOVED);
    };
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, [isDragging]);
  // What is pointed at becomes an element in time for the press that may follow.
  const atPointer = ({ clientX, clientY }: Pick<PointerEvent, "clientX" | "clientY">) =>
    elementAt(scene, flow.screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false }), flow.getZoom());
  const bringUp = (event: PointerEvent) => {
    if (isWhole || !(event.target instanceof Element) || !event.target.closest(".react-flow")) return;
    const id = atPointer(event);
    if (id !== pointed) flushSync(() => setPointed(id));
  };
  const point = (event: PointerEvent) => {
    if (event.buttons === 0) bringUp(event);
  };
  const press = (event: PointerEvent) => {
    // A finger has pointed at nothing before it presses.
    if (event.button === 0) bringUp(event);
    beginLink(event);
  };
  const keepFocused = (event: FocusEvent) => {
    const element = event.target.closest<HTMLElement | SVGElement>(".react-flow__node, .react-flow__edge");
    setFocused(element?.dataset.id ?? null);
  };
  const endLink = useCallback(() => setLinkStart(null), []);

  return (
    <div
      ref={root}
      className="topology"
      data-far={isFar}
      // A room reads names; addresses in small letters are for who sits near by.
      data-near={isNear && !isStage}
      data-linking={linkStart !== null}
      onPointerDownCapture={press}
      onMouseDownCapture={keepFromDragging}
      onPointerMove={point}
      onFocus={keepFocused}
    >
      <ReactFlow<FlowNode, FlowEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onPaneClick={() => workbench.view.setState({ selection: [] })}
        onSelectionEnd={() => {
          if (!isWhole) workbench.view.setState({ selection: inBox(scene) });
        }}
        onMoveEnd={(event, viewport) => {
          workbench.view.setState({ viewport });
          // Another object is under a mouse that stood still while the wheel moved the drawing.
          if (!isWhole && event instanceof WheelEvent) setPointed(atPointer(event));
        }}
        nodesConnectable={false}
        nodesDraggable={!fixed}
        deleteKeyCode={null}
        multiSelectionKeyCode={["Shift", "Meta", "Control"]}
        selectionKeyCode="Shift"
        nodeDragThreshold={1}
        elevateNodesOnSelect={false}
        disableKeyboardA11y
        autoPanOnNodeFocus={false}
        snapToGrid={snap}
        snapGrid={SNAP}
        minZoom={isWhole ? 0.1 : 0.02}
        maxZoom={4}
        zoomOnDoubleClick={false}
      >
        {isWhole ? (
          <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} color="var(--canvas-dot)" />
        ) : (
          <Suspense fallback={null}>
            <PaintedScene scene={scene} fed={fed} selected={selected} farZoom={FAR_ZOOM} />
          </Suspense>
        )}
        {minimapOpen && isWhole ? (
          <MiniMap className="minimap" pannable zoomable ariaLabel="Minimap" nodeBorderRadius={12} />
        ) : null}
      </ReactFlow>
      <LinkGesture scene={scene} start={linkStart} onEnd={endLink} />
      {minimapOpen && !isWhole ? <SceneMap scene={settled} /> : null}
      <CanvasKeys root={root} scene={scene} />
      <CanvasMenu root={root} scene={scene} />
      <CanvasTools scene={settled} isDragging={isDragging} />
      <StaleNotice />
      {scene.nodes.length === 0 ? <EmptyCanvas /> : null}
    </div>
  );
}

interface SelectionChange {
  readonly reference: ObjectReference;
  readonly selected: boolean;
}

/** The id that React Flow has for something. */
function flowId({ kind, id }: ObjectReference): string {
  return kind === "peering" || kind === "cable" ? `${kind} ${id}` : id;
}

/** What else is selected goes along with what is dragged, also where React Flow was not given it. */
function withSelected(scene: Scene, selected: readonly string[], positions: Map<string, Position>): void {
  if (!selected.some((id) => positions.has(id))) return;
  const rest = new Set(selected.filter((id) => !positions.has(id)));
  if (rest.size === 0) return;
  const lead = scene.nodes.find(({ id }) => positions.has(id));
  const to = lead && positions.get(lead.id);
  if (!to) return;
  for (const { id, box } of scene.nodes) {
    if (rest.has(id)) positions.set(id, { x: box.x + to.x - lead.box.x, y: box.y + to.y - lead.box.y });
  }
}

/** Objects are told apart by kind and id; a router and a peering never share one. */
function applySelection(
  { view }: { readonly view: ReturnType<typeof useWorkbench>["view"] },
  changes: readonly SelectionChange[],
  adds: boolean,
): void {
  if (changes.length === 0) return;
  // React Flow takes back the selection of what it was given; a click on one object means that one alone.
  const before = adds || !changes.some(({ selected }) => selected) ? view.getState().selection : [];
  const selection = new Map(before.map((reference) => [`${reference.kind} ${reference.id}`, reference]));
  for (const { reference, selected } of changes) {
    const key = `${reference.kind} ${reference.id}`;
    if (selected) selection.set(key, reference);
    else selection.delete(key);
  }
  view.setState({ selection: [...selection.values()] });
}
