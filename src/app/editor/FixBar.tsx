import { useId, useState } from "react";
import { useStore } from "zustand";
import { completeFix, fixInputProblem, type FixInput } from "../../core/index.ts";
import { effectiveDesign } from "../../store/designStore.ts";
import type { AskedFix, EditorPage } from "./page.ts";

interface FixBarProps {
  readonly session: EditorPage;
}

/** Asks for the value that a fix chosen in the text needs. */
export function FixBar({ session }: FixBarProps) {
  const asked = useStore(session.askedFix, (state) => state.asked);
  if (!asked?.fix.needs) return null;
  return <FixForm key={asked.fix.title} session={session} asked={asked} input={asked.fix.needs} />;
}

interface FixFormProps extends FixBarProps {
  readonly asked: AskedFix;
  readonly input: FixInput;
}

function FixForm({ session, asked, input }: FixFormProps) {
  const [value, setValue] = useState(input.suggestion ?? input.choices?.[0] ?? "");
  const [problem, setProblem] = useState<string>();
  const id = useId();
  const close = () => session.askedFix.setState({ asked: null });
  const apply = () => {
    const why = fixInputProblem(input, value);
    setProblem(why);
    if (why !== undefined) return;
    const { design } = session.stores;
    session.drafting.flush();
    const edits = completeFix(effectiveDesign(design.getState()), asked.finding, asked.fix, value);
    design.getState().runEdits(asked.fix.title, edits);
    close();
  };
  const field = {
    id,
    value,
    // The person has just asked for this field.
    autoFocus: true,
    "aria-invalid": problem !== undefined,
    "aria-describedby": `${id}-problem`,
  };
  return (
    <form
      className="configuration-notice"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <label htmlFor={id}>
        {asked.fix.title}: {input.label}
      </label>
      {input.type === "choice" ? (
        <select {...field} onChange={(event) => setValue(event.target.value)}>
          {input.choices?.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : (
        <input
          {...field}
          type="text"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setValue(event.target.value)}
        />
      )}
      <span id={`${id}-problem`} className="configuration-problem" role="alert">
        {problem}
      </span>
      <button type="submit" className="primary">
        Apply
      </button>
      <button type="button" onClick={close}>
        Cancel
      </button>
    </form>
  );
}
