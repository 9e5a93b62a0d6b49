import type { ReactNode } from "react";
import { createPortal } from "react-dom";

export interface ExportTabProps {
  /** Where the tab's buttons go; null until the dialog stands. */
  readonly foot: HTMLElement | null;
}

/** A tab's buttons, at the foot of the dialog. */
export function ExportFoot({ foot, children }: ExportTabProps & { readonly children: ReactNode }) {
  return foot ? createPortal(children, foot) : null;
}
