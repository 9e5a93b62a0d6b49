import { useEffect } from "react";
import { createRoot } from "react-dom/client";
import { ReactFlow, useEdgesState, useNodesState, type Edge, type Node, type ReactFlowInstance } from "@xyflow/react";
import "@xyflow/react/dist/style.css";
import { neighboursAfter, placeInRows } from "../rows.ts";

declare global {
  interface Window {
    /** What the benchmark drives the page by. */
    plainFlow?: ReactFlowInstance;
  }
}

/** React Flow with nodes and edges of its own kinds, all in the page: what the designer's canvas is measured against. */
function PlainFlow({ routers }: { readonly routers: number }) {
  const [nodes, , onNodesChange] = useNodesState(nodesOf(routers));
  const [edges, , onEdgesChange] = useEdgesState(edgesOf(routers));
  useEffect(() => void performance.mark("in the page"), []);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      onInit={(flow) => {
        window.plainFlow = flow;
      }}
      minZoom={0.02}
      maxZoom={4}
      fitView
    />
  );
}

function nodesOf(routers: number): Node[] {
  return Array.from({ length: routers }, (_, site) => ({
    id: String(site),
    position: placeInRows(site, routers),
    data: { label: `Router R${site + 1}` },
  }));
}

function edgesOf(routers: number): Edge[] {
  return Array.from({ length: routers }).flatMap((_, site) =>
    neighboursAfter(site, routers).map((other) => ({
      id: `${site}-${other}`,
      source: String(site),
      target: String(other),
    })),
  );
}

const root = document.getElementById("root");
const routers = Number(new URLSearchParams(location.search).get("routers"));
if (root) createRoot(root).render(<PlainFlow routers={routers} />);
