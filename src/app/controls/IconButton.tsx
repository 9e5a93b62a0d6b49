import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Tooltip } from "radix-ui";
import "./controls.css";

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "aria-label"> {
  /** The accessible name, which is also the tooltip. */
  readonly label: string;
  /** "Ctrl+Z", shown in the tooltip. */
  readonly shortcut?: string | undefined;
  readonly children: ReactNode;
}

/** A button that shows only an icon; its name is in the tooltip. */
export function IconButton({ label, shortcut, className, children, ...rest }: IconButtonProps) {
  return (
    <Hint text={label} shortcut={shortcut}>
      <button type="button" {...rest} aria-label={label} className={`icon-button ${className ?? ""}`}>
        {children}
      </button>
    </Hint>
  );
}

export interface HintProps {
  readonly text: string;
  readonly shortcut?: string | undefined;
  readonly children: ReactNode;
}

/** A tooltip on something that can take the focus. */
export function Hint({ text, shortcut, children }: HintProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="tooltip" sideOffset={6} collisionPadding={8}>
          {text}
          {shortcut ? <kbd>{shortcut}</kbd> : null}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
