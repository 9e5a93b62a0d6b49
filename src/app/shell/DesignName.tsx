import { useRef, useState } from "react";
import { useDesignState } from "../stores.tsx";
import { useWorkbench } from "../workbench.ts";

/** The design's name, edited in place: Enter or leaving the field takes it, Escape leaves it as it was. */
export function DesignName() {
  const { design } = useWorkbench();
  const name = useDesignState((state) => state.design.name);
  const readOnly = useDesignState((state) => state.readOnly);
  const [typed, setTyped] = useState<string | null>(null);
  const cancelled = useRef(false);
  const commit = () => {
    const wanted = typed?.trim() ?? "";
    setTyped(null);
    if (cancelled.current || wanted === "" || wanted === name) return;
    design.getState().run({ label: `Rename the design to ${wanted}`, plan: () => [{ op: "setName", name: wanted }] });
  };
  const shown = typed ?? name;
  return (
    <input
      className="design-name"
      aria-label="Design name"
      spellCheck={false}
      readOnly={readOnly}
      maxLength={120}
      value={shown}
      title={shown}
      style={{ width: `${Math.min(44, Math.max(10, shown.length + 2))}ch` }}
      onFocus={(event) => {
        cancelled.current = false;
        event.currentTarget.select();
      }}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Escape") cancelled.current = true;
        if (event.key === "Escape" || event.key === "Enter") event.currentTarget.blur();
      }}
    />
  );
}
