import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { Severity } from "../../core/index.ts";

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

export const severityNames: Readonly<Record<Severity, { readonly one: string; readonly many: string }>> = {
  error: { one: "Error", many: "errors" },
  warning: { one: "Warning", many: "warnings" },
  info: { one: "Info", many: "hints" },
};

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info } as const;

export function SeverityIcon({ severity, size = 14 }: { readonly severity: Severity; readonly size?: number }) {
  const Icon = ICONS[severity];
  return <Icon size={size} strokeWidth={2.2} aria-hidden />;
}
