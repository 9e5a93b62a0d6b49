import { useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { Dices, Eye, EyeOff } from "lucide-react";
import { secretPasteHazard } from "../../../core/index.ts";
import { IconButton } from "../../controls/Button.tsx";

export interface TextInputProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string | undefined;
  readonly describedBy?: string | undefined;
  /** Hidden until somebody asks to see it. */
  readonly secret?: boolean | undefined;
  /** Makes a strong secret to offer. */
  readonly generate?: (() => string) | undefined;
  readonly suggestions?: readonly string[] | undefined;
  /** Take a valid value over at each key rather than when the field is left. */
  readonly live?: boolean | undefined;
  /** Takes the value over and answers null, or says why it can't be taken. */
  readonly commit: (text: string) => string | null;
  readonly disabled?: boolean | undefined;
}

/**
 * A field that never loses what was typed: a value that can't be taken stays in it, with the reason beneath, and only Escape
 * brings back the value from before.
 */
export function TextInput(props: TextInputProps) {
  const { label, value, placeholder, describedBy, secret, generate, suggestions, live, commit, disabled } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [shown, setShown] = useState(false);
  const before = useRef(value);
  const id = useId();
  const hazard = secret ? secretPasteHazard(draft ?? value) : null;

  const take = (text: string) => {
    const refused = text === value ? null : commit(text);
    setError(refused);
    return refused === null;
  };
  const change = (text: string) => {
    setDraft(text);
    if (live) take(text);
    else setError(null);
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    if (!/[\r\n]/.test(event.clipboardData.getData("text").trim())) return;
    // A browser would join the lines silently, and the value would not be what was meant.
    event.preventDefault();
    setError("Only one line fits here: a line break would end the command in the configuration.");
  };
  const leave = () => {
    if (draft !== null && take(draft)) setDraft(null);
  };
  const key = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") leave();
    if (event.key !== "Escape" || draft === null) return;
    event.stopPropagation();
    if (live && before.current !== value) commit(before.current);
    setDraft(null);
    setError(null);
  };

  return (
    <>
      <span className="input-row">
        <input
          className="field-input"
          aria-label={label}
          aria-invalid={error !== null}
          aria-describedby={
            [error === null ? "" : `${id}-error`, hazard === null ? "" : `${id}-hazard`, describedBy ?? ""]
              .join(" ")
              .trim() || undefined
          }
          type={secret && !shown ? "password" : "text"}
          autoComplete="off"
          spellCheck={false}
          value={draft ?? value}
          placeholder={placeholder}
          list={suggestions ? `${id}-names` : undefined}
          disabled={disabled}
          onFocus={() => (before.current = value)}
          onChange={(event) => change(event.target.value)}
          onBlur={leave}
          onKeyDown={key}
          onPaste={paste}
        />
        {secret ? (
          <IconButton label={shown ? `Hide ${label}` : `Show ${label}`} onClick={() => setShown(!shown)}>
            {shown ? <EyeOff size={15} /> : <Eye size={15} />}
          </IconButton>
        ) : null}
        {generate ? (
          <IconButton
            label={`Make a strong ${label}`}
            disabled={disabled}
            onClick={() => {
              const made = generate();
              setDraft(take(made) ? null : made);
              setShown(true);
            }}
          >
            <Dices size={15} />
          </IconButton>
        ) : null}
      </span>
      {suggestions ? (
        <datalist id={`${id}-names`}>
          {suggestions.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      ) : null}
      {hazard === null ? null : (
        <p className="field-warning" id={`${id}-hazard`}>
          {hazard}
        </p>
      )}
      {error === null ? null : (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </>
  );
}
