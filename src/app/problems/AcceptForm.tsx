import { useId, useState, type SubmitEvent } from "react";
import { acceptFinding, placeText, type AcceptanceScope, type Finding } from "../../core/index.ts";
import { Button } from "../controls/Button.tsx";
import { useWorkbench } from "../workbench.ts";
import "./problems.css";

interface AcceptFormProps {
  readonly finding: Finding;
  readonly scope?: AcceptanceScope;
  readonly onClose: () => void;
}

/** Asks why a finding is accepted, and how far that reaches. A reason is needed: somebody will read it later. */
export function AcceptForm({ finding, scope: proposed = "line", onClose }: AcceptFormProps) {
  const workbench = useWorkbench();
  const [reason, setReason] = useState("");
  const [scope, setScope] = useState(proposed);
  const [refused, setRefused] = useState(false);
  const id = useId();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const why = reason.trim();
    setRefused(why === "");
    if (why === "") return;
    workbench.design.getState().run(acceptFinding(finding, scope, why, placeText));
    onClose();
  };
  return (
    <form
      className="accept-form"
      aria-label={`Accept ${finding.rule}`}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <label>
        Why is this accepted?
        <input
          className="field-input"
          value={reason}
          // The person has just asked for this field.
          autoFocus
          autoComplete="off"
          aria-invalid={refused}
          aria-describedby={`${id}-refused`}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <fieldset>
        <legend className="visually-hidden">Where</legend>
        <label>
          <input type="radio" name={id} checked={scope === "line"} onChange={() => setScope("line")} />
          On this line
        </label>
        <label>
          <input type="radio" name={id} checked={scope === "design"} onChange={() => setScope("design")} />
          In the whole design
        </label>
      </fieldset>
      <p id={`${id}-refused`} role="alert">
        {refused ? "Give a reason, so that whoever reads the design knows." : ""}
      </p>
      <div className="accept-form-buttons">
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" type="submit">
          Accept
        </Button>
      </div>
    </form>
  );
}
