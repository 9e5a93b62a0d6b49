import type { ReactNode } from "react";

export interface PanelHeadingProps {
  /** What kind of thing it is: "Router". */
  readonly kind: string;
  readonly title: string;
  readonly children?: ReactNode;
}

/** What the inspector is about. */
export function PanelHeading({ kind, title, children }: PanelHeadingProps) {
  return (
    <header className="panel-heading">
      <p className="panel-kind">{kind}</p>
      <h2>{title}</h2>
      {children}
    </header>
  );
}
