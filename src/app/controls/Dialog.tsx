import type { ReactNode } from "react";
import { Dialog as Primitive } from "radix-ui";
import { X } from "lucide-react";
import { useReturnFocus } from "./useReturnFocus.ts";
import "./controls.css";

export interface DialogProps {
  readonly title: string;
  /** A sentence under the title. */
  readonly description?: string;
  readonly wide?: boolean;
  readonly onClose: () => void;
  /** The buttons at the foot. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** A dialog that is open for as long as it is rendered. Escape and a click beside it close it. */
export function Dialog({ title, description, wide, onClose, footer, children }: DialogProps) {
  const returnFocus = useReturnFocus();
  return (
    <Primitive.Root open onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="dialog-overlay" />
        <Primitive.Content
          className={`dialog ${wide ? "dialog-wide" : ""}`}
          onCloseAutoFocus={returnFocus}
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
        >
          <header className="dialog-header">
            <div>
              <Primitive.Title className="dialog-title">{title}</Primitive.Title>
              {description === undefined ? null : (
                <Primitive.Description className="dialog-description">{description}</Primitive.Description>
              )}
            </div>
            {/* No tooltip here: it would open with the dialog, as the first thing that has the focus, and take the first Escape. */}
            <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
              <X size={16} aria-hidden />
            </button>
          </header>
          <div className="dialog-body">{children}</div>
          {footer ? <footer className="dialog-footer">{footer}</footer> : null}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
