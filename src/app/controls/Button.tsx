import type { ButtonHTMLAttributes } from "react";
import "./controls.css";

export { Hint, IconButton } from "./IconButton.tsx";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` at most once per dialog; `quiet` has no border until it is pointed at. */
  readonly look?: "primary" | "plain" | "quiet" | "danger";
}

export function Button({ look = "plain", className, ...rest }: ButtonProps) {
  return <button type="button" {...rest} className={`button button-${look} ${className ?? ""}`} />;
}
