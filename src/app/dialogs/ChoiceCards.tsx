import { useId } from "react";

export interface CardChoice<T extends string> {
  readonly value: T;
  readonly label: string;
  /** What choosing it means, in a sentence. */
  readonly words: string;
}

export interface ChoiceCardsProps<T extends string> {
  /** What is chosen, for whoever listens. */
  readonly legend: string;
  readonly choices: readonly CardChoice<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** Whether the choice has the focus when it appears. */
  readonly autoFocus?: boolean;
}

/** One of a few, each on a card with what it means. */
export function ChoiceCards<T extends string>({ legend, choices, value, onChange, autoFocus }: ChoiceCardsProps<T>) {
  const group = useId();
  return (
    <fieldset className="generate-topologies">
      <legend className="visually-hidden">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="generate-topology">
          <input
            type="radio"
            name={group}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            autoFocus={autoFocus === true && choice.value === value}
          />
          <span>
            <strong>{choice.label}</strong>
            <span>{choice.words}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
