import { DropdownMenu } from "radix-ui";
import { ChevronDown, Contrast, Moon, Monitor, Sun } from "lucide-react";
import { ActionButton, ActionMenuItem } from "../actions/ActionButton.tsx";
import { designActions } from "../actions/designActions.ts";
import { fileActions } from "../actions/fileActions.ts";
import { openExample } from "../actions/designFiles.ts";
import { viewActions } from "../actions/viewActions.ts";
import { Button } from "../controls/Button.tsx";
import { useView } from "../stores.tsx";
import { useWorkbench } from "../workbench.ts";
import { DesignName } from "./DesignName.tsx";
import { Logo } from "./Logo.tsx";
import { SaveStatus } from "./SaveStatus.tsx";
import "./topBar.css";

/** The bar above everything: which design this is, what can be done with it as a whole, and whether it is saved. */
export function TopBar() {
  return (
    <header className="top-bar">
      <div className="top-bar-brand">
        <Logo />
        <h1>Tunnelwright</h1>
      </div>
      <FileMenu />
      <DesignName />
      <span className="top-bar-divider" />
      <ActionButton action={designActions.undo} />
      <ActionButton action={designActions.redo} />
      <ActionButton action={viewActions.history} />
      <span className="top-bar-space" />
      <SaveStatus />
      <span className="top-bar-divider" />
      <ActionButton action={viewActions.find} />
      <ActionButton action={viewActions.commands} />
      <PanelSwitches />
      <ThemeMenu />
      <ActionButton action={viewActions.present} />
      <ActionButton action={viewActions.shortcuts} />
    </header>
  );
}

function FileMenu() {
  const workbench = useWorkbench();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button look="quiet" className="file-menu-button">
          File
          <ChevronDown size={14} aria-hidden />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" sideOffset={4}>
          <ActionMenuItem action={fileActions.newDesign} />
          <ActionMenuItem action={fileActions.open} />
          <DropdownMenu.Separator className="menu-separator" />
          <ActionMenuItem action={fileActions.importConfigurations} />
          <ActionMenuItem action={fileActions.generate} />
          <ActionMenuItem action={fileActions.exportDesign} />
          <ActionMenuItem action={fileActions.changeScript} />
          <ActionMenuItem action={fileActions.share} />
          <DropdownMenu.Separator className="menu-separator" />
          <ActionMenuItem action={fileActions.checkpoint} />
          <ActionMenuItem action={fileActions.save} />
          <DropdownMenu.Item className="menu-item" onSelect={() => void openExample(workbench)}>
            Open the example
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function PanelSwitches() {
  const paletteOpen = useView((view) => view.paletteOpen);
  const dockOpen = useView((view) => view.dockOpen);
  const inspectorOpen = useView((view) => view.inspectorOpen);
  return (
    <>
      <ActionButton action={viewActions.palette} pressed={paletteOpen} />
      <ActionButton action={viewActions.dock} pressed={dockOpen} />
      <ActionButton action={viewActions.inspector} pressed={inspectorOpen} />
    </>
  );
}

const THEMES = [
  { value: "system", label: "As the system", Icon: Monitor },
  { value: "light", label: "Light", Icon: Sun },
  { value: "dark", label: "Dark", Icon: Moon },
  { value: "high-contrast", label: "High contrast", Icon: Contrast },
] as const;

function ThemeMenu() {
  const { view } = useWorkbench();
  const theme = useView((state) => state.theme);
  const Icon = THEMES.find(({ value }) => value === theme)?.Icon ?? Monitor;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        {/* A plain title: a tooltip would open each time that the focus comes back from the menu. */}
        <button type="button" className="icon-button" aria-label="Theme" title="Theme">
          <Icon size={17} strokeWidth={1.9} aria-hidden />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
          <DropdownMenu.RadioGroup
            value={theme}
            onValueChange={(value) => {
              const chosen = THEMES.find((one) => one.value === value);
              if (chosen) view.setState({ theme: chosen.value });
            }}
          >
            {THEMES.map(({ value, label, Icon: ThemeIcon }) => (
              <DropdownMenu.RadioItem key={value} value={value} className="menu-item">
                <ThemeIcon size={16} strokeWidth={1.9} />
                {label}
                <DropdownMenu.ItemIndicator className="menu-check">✓</DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
