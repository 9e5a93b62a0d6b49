import { Suspense, useState } from "react";
import type { ToolName } from "../../store/viewStore.ts";
import { Canvas } from "../canvas/Canvas.tsx";
import { ErrorBoundary } from "../controls/ErrorBoundary.tsx";
import { TOOLS } from "../tools/tools.ts";
import { EmbedFoot } from "./EmbedFoot.tsx";
import { PresentFoot } from "./PresentFoot.tsx";
import "./stage.css";

/** The canvas, to be looked at: within another page, or by a whole room, which may be shown a tool beside it. Nothing is drawn here. */
export function Stage({ mode }: { readonly mode: "embed" | "present" }) {
  const [shown, setShown] = useState<ToolName | null>(null);
  const tool = mode === "present" ? TOOLS.find(({ name }) => name === shown) : undefined;
  return (
    <div className={`stage stage-${mode}`}>
      <div className="stage-middle" data-tool={tool?.name}>
        <main className="stage-canvas">
          <ErrorBoundary part="The canvas">
            <Canvas />
          </ErrorBoundary>
        </main>
        {tool ? (
          <div className="stage-tool">
            <ErrorBoundary key={tool.name} part={tool.label}>
              <Suspense fallback={null}>
                <tool.Panel />
              </Suspense>
            </ErrorBoundary>
          </div>
        ) : null}
      </div>
      {mode === "present" ? <PresentFoot tool={shown} onTool={setShown} /> : <EmbedFoot />}
    </div>
  );
}
