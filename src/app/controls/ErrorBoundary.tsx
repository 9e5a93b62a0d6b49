import { Component, type ReactNode } from "react";
import { Button } from "./Button.tsx";

export interface ErrorBoundaryProps {
  /** The part of the page that it stands around, as a person would call it. */
  readonly part: string;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
}

/** Keeps a fault in one part of the page from taking the others, and somebody's work, with it. React asks for a class here. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div role="alert" className="part-failed">
        <strong>{this.props.part} stopped because of an error in Tunnelwright.</strong>
        <p>Your design is not affected. {error.message}</p>
        <Button onClick={() => this.setState({ error: null })}>Try again</Button>
      </div>
    );
  }
}
