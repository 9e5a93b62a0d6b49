import { useEffect } from "react";
import { Group, Panel, Separator, useDefaultLayout, usePanelRef } from "react-resizable-panels";
import { pageStorage } from "../browserStorage.ts";
import { Canvas } from "../canvas/Canvas.tsx";
import { ErrorBoundary } from "../controls/ErrorBoundary.tsx";
import { pictureIsInPage } from "../late/firstPaint.ts";
import { latePart } from "../late/latePart.tsx";
import { useView } from "../stores.tsx";
import { useWorkbench } from "../workbench.ts";
import "./shell.css";

// The canvas is the first picture; the rest of the page fills in around it.
const TopBar = latePart(
  "The top bar",
  async () => (await import("./TopBar.tsx")).TopBar,
  <header className="top-bar-place" />,
);
const SideBar = latePart("The outline", async () => (await import("./SideBar.tsx")).SideBar);
const Stage = latePart("The page", async () => (await import("../stage/Stage.tsx")).Stage);
const Inspector = latePart("The inspector", async () => (await import("../panels/Inspector.tsx")).Inspector);
const ConfigurationEditor = latePart(
  "The editor",
  async () => (await import("../editor/ConfigurationEditor.tsx")).ConfigurationEditor,
  <section className="configuration-loading" aria-label="Configuration" aria-busy />,
);
const ToolPane = latePart("The tools", async () => (await import("../tools/ToolPane.tsx")).ToolPane);

/** The page: palette and outline, canvas, inspector, and below them the text and the tools. */
export function Shell() {
  useEffect(pictureIsInPage, []);
  const mode = useView((view) => view.mode);
  if (mode !== "edit") return <Stage mode={mode} />;
  return (
    <div className="shell">
      <TopBar />
      <Columns />
    </div>
  );
}

/** In a small window, or one with letters twice as large, the drawing needs the room more. */
const INSPECTOR_SIZE = Math.min(340, Math.max(260, Math.round(window.innerWidth * 0.3)));

function Columns() {
  const layout = useDefaultLayout({ id: "tunnelwright.columns", storage: pageStorage });
  return (
    <Group
      className="shell-columns"
      orientation="horizontal"
      {...(layout.defaultLayout ? { defaultLayout: layout.defaultLayout } : {})}
      onLayoutChanged={layout.onLayoutChanged}
    >
      <Panel id="main" minSize={360}>
        <main className="shell-main">
          <Rows />
        </main>
      </Panel>
      <Separator className="separator separator-vertical" title="Resize the inspector" />
      <FoldingPanel id="inspector" field="inspectorOpen" size={INSPECTOR_SIZE} least={260}>
        <div className="shell-inspector">
          <Inspector />
        </div>
      </FoldingPanel>
    </Group>
  );
}

function Rows() {
  const layout = useDefaultLayout({ id: "tunnelwright.rows", storage: pageStorage });
  return (
    <Group
      orientation="vertical"
      {...(layout.defaultLayout ? { defaultLayout: layout.defaultLayout } : {})}
      onLayoutChanged={layout.onLayoutChanged}
    >
      <Panel id="upper" minSize={180}>
        <Upper />
      </Panel>
      <Separator className="separator separator-horizontal" title="Resize the configuration" />
      <FoldingPanel id="dock" field="dockOpen" size="38%" least={140}>
        <Dock />
      </FoldingPanel>
    </Group>
  );
}

function Upper() {
  const layout = useDefaultLayout({ id: "tunnelwright.upper", storage: pageStorage });
  return (
    <Group
      orientation="horizontal"
      {...(layout.defaultLayout ? { defaultLayout: layout.defaultLayout } : {})}
      onLayoutChanged={layout.onLayoutChanged}
    >
      <FoldingPanel id="palette" field="paletteOpen" size={208} least={168}>
        <nav className="shell-palette" aria-label="Objects">
          <SideBar />
        </nav>
      </FoldingPanel>
      <Separator className="separator separator-vertical" title="Resize the palette" />
      <Panel id="canvas" minSize={180}>
        <ErrorBoundary part="The canvas">
          <Canvas />
        </ErrorBoundary>
      </Panel>
    </Group>
  );
}

function Dock() {
  const layout = useDefaultLayout({ id: "tunnelwright.dock", storage: pageStorage });
  return (
    <Group
      className="shell-dock"
      orientation="horizontal"
      {...(layout.defaultLayout ? { defaultLayout: layout.defaultLayout } : {})}
      onLayoutChanged={layout.onLayoutChanged}
    >
      <Panel id="configuration" minSize={240}>
        <ConfigurationEditor />
      </Panel>
      <Separator className="separator separator-vertical" title="Resize the tools" />
      <FoldingPanel id="tools" field="toolsOpen" size="42%" least={240}>
        <ToolPane />
      </FoldingPanel>
    </Group>
  );
}

interface FoldingPanelProps {
  readonly id: string;
  readonly field: "inspectorOpen" | "dockOpen" | "paletteOpen" | "toolsOpen";
  readonly size: number | string;
  /** Made smaller than this many pixels, it folds away. */
  readonly least: number;
  readonly children: React.ReactNode;
}

/** A panel that can be folded away, by its separator or by the view's switch for it. */
function FoldingPanel({ id, field, size, least, children }: FoldingPanelProps) {
  const { view } = useWorkbench();
  const open = useView((state) => state[field]);
  const panel = usePanelRef();
  useEffect(() => {
    if (open) panel.current?.expand();
    else panel.current?.collapse();
  }, [open, panel]);
  return (
    <Panel
      id={id}
      panelRef={panel}
      collapsible
      collapsedSize={0}
      minSize={least}
      defaultSize={size}
      groupResizeBehavior={typeof size === "number" ? "preserve-pixel-size" : "preserve-relative-size"}
      onResize={({ inPixels }) => {
        const unfolded = inPixels > 1;
        if (view.getState()[field] !== unfolded) view.setState({ [field]: unfolded });
      }}
    >
      {open ? children : null}
    </Panel>
  );
}
