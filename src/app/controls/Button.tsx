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

/** Leads to a place: within a sentence or under it, quieter than a button. */
export function LinkButton(props: Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className">) {
  return <button type="button" {...props} className="link-button" />;
}
