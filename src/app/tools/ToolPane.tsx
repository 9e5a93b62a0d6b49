import { Suspense } from "react";
import { PanelRightClose } from "lucide-react";
import { Tabs } from "radix-ui";
import { IconButton } from "../controls/Button.tsx";
import { ErrorBoundary } from "../controls/ErrorBoundary.tsx";
import { useView } from "../stores.tsx";
import { useWorkbench } from "../workbench.ts";
import { TOOLS } from "./tools.ts";
import "./tools.css";

/** The pane beside the configuration, with a tab for each tool. */
export function ToolPane() {
  const { view } = useWorkbench();
  const shown = useView((state) => state.tool);
  const open = (name: string) => {
    const tool = TOOLS.find((one) => one.name === name);
    if (tool) view.setState({ tool: tool.name });
  };
  return (
    <Tabs.Root className="tools" value={shown} onValueChange={open}>
      <header className="tools-bar">
        <Tabs.List className="tools-tabs" aria-label="Tools">
          {TOOLS.map(({ name, label, icon: Icon }) => (
            <Tabs.Trigger key={name} value={name} className="tools-tab" title={label}>
              <Icon size={15} strokeWidth={1.9} aria-hidden />
              <span>{label}</span>
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <IconButton label="Hide the tools" onClick={() => view.setState({ toolsOpen: false })}>
          <PanelRightClose size={16} />
        </IconButton>
      </header>
      {TOOLS.map(({ name, label, Panel }) => (
        <Tabs.Content key={name} value={name} className="tools-panel" tabIndex={-1}>
          <ErrorBoundary part={label}>
            <Suspense fallback={null}>
              <Panel />
            </Suspense>
          </ErrorBoundary>
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
