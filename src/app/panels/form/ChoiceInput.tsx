import { useId, useState } from "react";

interface PickedProps<T> {
  readonly label: string;
  readonly value: T;
  readonly describedBy?: string | undefined;
  /** Takes the value over and answers null, or says why it can't be taken. */
  readonly commit: (value: T) => string | null;
}

export interface ChoiceInputProps extends PickedProps<string> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of a few values. What IOS refuses stays chosen, with the reason beneath, until something else is. */
export function ChoiceInput({ label, value, options, describedBy, commit }: ChoiceInputProps) {
  const { shown, error, pick, errorId, describes } = usePicked({ label, value, describedBy, commit });
  return (
    <>
      <select
        className="field-input"
        aria-label={label}
        aria-invalid={error !== null}
        aria-describedby={describes}
        value={shown}
        onChange={(event) => pick(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Refusal id={errorId} error={error} />
    </>
  );
}

/** A line that stands or does not. Where IOS refuses it, the tick stays, with the reason beneath. */
export function FlagInput(props: PickedProps<boolean>) {
  const { shown, error, pick, errorId, describes } = usePicked(props);
  return (
    <>
      <label className="checkbox-row">
        <input
          type="checkbox"
          aria-invalid={error !== null}
          aria-describedby={describes}
          checked={shown}
          onChange={(event) => pick(event.target.checked)}
        />
        {props.label}
      </label>
      <Refusal id={errorId} error={error} />
    </>
  );
}

interface Refused<T> {
  readonly picked: T;
  readonly error: string;
  /** What stood there; another value than that has come from somewhere else, and is shown instead. */
  readonly instead: T;
}

function usePicked<T>({ value, describedBy, commit }: PickedProps<T>) {
  const [refused, setRefused] = useState<Refused<T> | null>(null);
  const errorId = useId();
  const standing = refused?.instead === value ? refused : null;
  return {
    errorId,
    shown: standing ? standing.picked : value,
    error: standing ? standing.error : null,
    describes: [standing ? errorId : "", describedBy ?? ""].join(" ").trim() || undefined,
    pick: (picked: T) => {
      const error = picked === value ? null : commit(picked);
      setRefused(error === null ? null : { picked, error, instead: value });
    },
  };
}

function Refusal({ id, error }: { readonly id: string; readonly error: string | null }) {
  return error === null ? null : (
    <p className="field-error" id={id} role="alert">
      {error}
    </p>
  );
}
