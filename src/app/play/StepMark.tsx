import { Check, CircleHelp, X } from "lucide-react";

export type Mark = "passes" | "stops" | "unknown";

const words = { passes: "goes on", stops: "stops here", unknown: "can’t be known" } as const;

/** How a step ends, by shape, colour and word. */
export function StepMark({ mark }: { readonly mark: Mark }) {
  const Icon = mark === "passes" ? Check : mark === "stops" ? X : CircleHelp;
  return (
    <span className={`step-mark step-mark-${mark}`}>
      <Icon size={13} strokeWidth={3} aria-hidden />
      <span className="visually-hidden">{words[mark]}</span>
    </span>
  );
}

export function markOf(ok: boolean | null): Mark {
  return ok === null ? "unknown" : ok ? "passes" : "stops";
}
