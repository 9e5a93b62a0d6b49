import { Canvas } from "../canvas/Canvas.tsx";
import { ErrorBoundary } from "../controls/ErrorBoundary.tsx";
import { EmbedFoot } from "./EmbedFoot.tsx";
import { PresentFoot } from "./PresentFoot.tsx";
import "./stage.css";

/** The canvas alone, to be looked at: within another page, or by a whole room. Nothing can be changed on it. */
export function Stage({ mode }: { readonly mode: "embed" | "present" }) {
  return (
    <div className={`stage stage-${mode}`}>
      <main className="stage-canvas">
        <ErrorBoundary part="The canvas">
          <Canvas />
        </ErrorBoundary>
      </main>
      {mode === "present" ? <PresentFoot /> : <EmbedFoot />}
    </div>
  );
}
