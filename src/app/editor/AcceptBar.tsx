import { useStore } from "zustand";
import { AcceptForm } from "../problems/AcceptForm.tsx";
import type { EditorPage } from "./page.ts";

interface AcceptBarProps {
  readonly session: EditorPage;
}

/** Asks for the reason of an acceptance that was chosen in the text. */
export function AcceptBar({ session }: AcceptBarProps) {
  const asked = useStore(session.askedAcceptance, (state) => state.asked);
  if (!asked) return null;
  return (
    <div className="configuration-accept">
      <p>{asked.finding.message}</p>
      <AcceptForm
        key={`${asked.finding.rule} ${asked.scope}`}
        finding={asked.finding}
        scope={asked.scope}
        onClose={() => session.askedAcceptance.setState({ asked: null })}
      />
    </div>
  );
}
