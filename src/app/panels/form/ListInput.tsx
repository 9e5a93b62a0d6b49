import { useState } from "react";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { IconButton } from "../../controls/Button.tsx";
import { TextInput } from "./TextInput.tsx";

export interface ListInputProps {
  readonly label: string;
  /** What one of them is called: "peer". */
  readonly member: string;
  readonly values: readonly string[];
  readonly placeholder?: string | undefined;
  readonly suggestions?: readonly string[] | undefined;
  readonly commit: (values: readonly string[]) => string | null;
}

/** Values in an order that has a meaning, each with buttons to move and remove it, and one field to add. */
export function ListInput({ label, member, values, placeholder, suggestions, commit }: ListInputProps) {
  const [serial, setSerial] = useState(0);
  const replaced = (index: number, ...by: readonly string[]) => [
    ...values.slice(0, index),
    ...by,
    ...values.slice(index + 1),
  ];
  const swapped = (index: number) => [
    ...values.slice(0, index),
    values[index + 1] ?? "",
    values[index] ?? "",
    ...values.slice(index + 2),
  ];
  const add = (text: string) => {
    const refused = text.trim() === "" ? null : commit([...values, text.trim()]);
    // A new field for the next one; a refused value stays in its field.
    if (refused === null) setSerial(serial + 1);
    return refused;
  };
  return (
    <div className="list-input" role="group" aria-label={label}>
      <ol>
        {values.map((value, index) => (
          <li key={`${value} ${String(index)}`}>
            <TextInput
              label={`${member} ${String(index + 1)}`}
              value={value}
              suggestions={suggestions}
              commit={(text) => commit(text.trim() === "" ? replaced(index) : replaced(index, text.trim()))}
            />
            <IconButton
              label={`Move ${member} ${value} up`}
              disabled={index === 0}
              onClick={() => commit(swapped(index - 1))}
            >
              <ArrowUp size={14} />
            </IconButton>
            <IconButton
              label={`Move ${member} ${value} down`}
              disabled={index === values.length - 1}
              onClick={() => commit(swapped(index))}
            >
              <ArrowDown size={14} />
            </IconButton>
            <IconButton label={`Remove ${member} ${value}`} onClick={() => commit(replaced(index))}>
              <Trash2 size={14} />
            </IconButton>
          </li>
        ))}
      </ol>
      <div className="list-input-add">
        <Plus size={14} aria-hidden />
        <TextInput
          key={serial}
          label={`Add ${member}`}
          value=""
          placeholder={placeholder ?? `Add ${member}`}
          suggestions={suggestions}
          commit={add}
        />
      </div>
    </div>
  );
}
