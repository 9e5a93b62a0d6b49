import { Tooltip } from "radix-ui";
import { Toaster } from "sonner";
import { useBroughtTexts } from "./actions/useBroughtTexts.ts";
import { useShortcuts } from "./actions/useShortcuts.ts";
import { Dialogs } from "./dialogs/Dialogs.tsx";
import { Announcer } from "./shell/Announcer.tsx";
import { Shell } from "./shell/Shell.tsx";
import { StoresProvider } from "./stores.tsx";
import { WorkbenchProvider, type Workbench } from "./workbench.ts";

/** The whole page on one workbench. */
export function App({ workbench }: { readonly workbench: Workbench }) {
  return (
    <StoresProvider value={workbench}>
      <WorkbenchProvider value={workbench}>
        <Tooltip.Provider delayDuration={500} skipDelayDuration={300}>
          <Page />
        </Tooltip.Provider>
      </WorkbenchProvider>
    </StoresProvider>
  );
}

function Page() {
  useShortcuts();
  useBroughtTexts();
  return (
    <>
      <Shell />
      <Dialogs />
      <Announcer />
      <Toaster position="top-center" offset={60} />
    </>
  );
}
