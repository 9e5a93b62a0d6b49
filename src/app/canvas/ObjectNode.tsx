import { memo } from "react";
import type { NodeProps } from "@xyflow/react";
import { useStores, useView } from "../stores.tsx";
import { effectiveDesign } from "../../store/designStore.ts";
import { sameReference } from "../objects/designObjects.ts";
import type { FlowNode } from "./flowElements.ts";
import { useJoinRules } from "./joinRules.ts";
import { NodeBody } from "./NodeBody.tsx";

const KNOBS = ["top", "right", "bottom", "left"] as const;

/** A node with the knobs that links are drawn from; dimmed, with the reason, where a link that is being drawn can't end. */
export const ObjectNode = memo(function ObjectNode({ data }: NodeProps<FlowNode>) {
  const { node } = data;
  const stores = useStores();
  const linkingFrom = useView((view) => view.linkingFrom);
  const joinObstacle = useJoinRules();
  const lit = useView(({ spotlight }) =>
    spotlight?.here.includes(node.id) ? "here" : spotlight?.through.includes(node.id) ? "through" : "no",
  );
  const readOnly = stores.design.getState().readOnly;
  const { reference } = node;
  const obstacle =
    joinObstacle && linkingFrom && reference && !sameReference(linkingFrom, reference)
      ? joinObstacle(effectiveDesign(stores.design.getState()), linkingFrom, reference)
      : null;
  const dims = linkingFrom !== null && (obstacle !== null || reference === null);
  const canLink = !readOnly && reference !== null;
  return (
    <div
      className={`object object-${node.content.kind} ${dims ? "object-dimmed" : ""}`}
      data-lit={lit}
      title={obstacle ?? undefined}
    >
      <NodeBody content={node.content} />
      {/* React Flow looks for these after mounting; lines end at an object's border, so all of them start in its middle. */}
      <span className="anchor source" data-handlepos="top" aria-hidden />
      <span className="anchor target" data-handlepos="top" aria-hidden />
      {canLink
        ? KNOBS.map((side) => <span key={side} className={`knob knob-${side}`} data-link-knob="" aria-hidden />)
        : null}
    </div>
  );
});

export const nodeTypes = { object: ObjectNode };
