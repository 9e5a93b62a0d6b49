import { ErrorBoundary } from "../controls/ErrorBoundary.tsx";
import { Outline } from "../outline/Outline.tsx";
import { Palette } from "./Palette.tsx";

/** What can be put on the canvas, and what stands on it. */
export function SideBar() {
  return (
    <>
      <Palette />
      <ErrorBoundary part="The outline">
        <Outline />
      </ErrorBoundary>
    </>
  );
}
