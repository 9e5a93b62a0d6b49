import { latePart } from "./late/latePart.tsx";
import { Shell } from "./shell/Shell.tsx";
import { StoresProvider } from "./stores.tsx";
import { WorkbenchProvider, type Workbench } from "./workbench.ts";

const Attendants = latePart("The page", async () => (await import("./shell/Attendants.tsx")).Attendants);

/** The whole page on one workbench. */
export function App({ workbench }: { readonly workbench: Workbench }) {
  return (
    <StoresProvider value={workbench}>
      <WorkbenchProvider value={workbench}>
        <Shell />
        <Attendants />
      </WorkbenchProvider>
    </StoresProvider>
  );
}
