import { useEffect, useRef, useState } from "react";
import type { RouterId } from "../../core/index.ts";
import type { Pane } from "./monaco/pane.ts";
import type { Side } from "./monaco/parts.ts";
import type { EditorRuntime } from "./monaco/runtime.ts";
import { PlainConfiguration } from "./PlainConfiguration.tsx";

interface ConfigurationPaneProps {
  readonly side: Side;
  readonly router: RouterId;
  readonly name: string;
  /** Two texts stand side by side, so each needs its name above it. */
  readonly titled: boolean;
  readonly readOnly: boolean;
  /** Null until Monaco is there. */
  readonly runtime: EditorRuntime | null;
  readonly announce: (text: string) => void;
}

/** One router's text: plain and coloured at first, Monaco's as soon as that is there. */
export function ConfigurationPane({ side, router, name, titled, readOnly, runtime, announce }: ConfigurationPaneProps) {
  const host = useRef<HTMLDivElement>(null);
  const [pane, setPane] = useState<Pane | null>(null);

  useEffect(() => {
    if (!runtime || !host.current) return;
    const made = runtime.createPane(side, host.current, announce);
    setPane(made);
    return () => {
      setPane(null);
      made.dispose();
    };
  }, [runtime, side, announce]);
  useEffect(() => pane?.show(router, `Configuration of ${name}`), [pane, router, name]);
  useEffect(() => pane?.setReadOnly(readOnly), [pane, readOnly]);

  return (
    <div className="configuration-pane">
      {titled && <h3 className="configuration-title">{name}</h3>}
      {!pane && <PlainConfiguration router={router} name={name} />}
      <div ref={host} className="configuration-host" />
    </div>
  );
}
