import { Fragment, useId, type ReactNode } from "react";
import {
  elementName,
  type ElementKey,
  type ElementKind,
  type ElementTypes,
  type NameKind,
  type Router,
} from "../../../core/index.ts";
import { ChoiceInput, FlagInput } from "./ChoiceInput.tsx";
import { FieldHint } from "./FieldHint.tsx";
import type { Change, ElementForm, FieldSpec } from "./fieldSpec.ts";
import { ListInput } from "./ListInput.tsx";
import { TextInput } from "./TextInput.tsx";
import { useWorkbench } from "../../workbench.ts";
import { useElementEdits } from "./useElementEdits.ts";

export interface ElementFieldsProps<K extends ElementKind> {
  readonly router: Router;
  readonly elementKey: ElementKey<K>;
  readonly element: ElementTypes[K];
  readonly form: ElementForm<K>;
  /** Told when a change gives the element another name, so that it stays open under that. */
  readonly onNamed?: ((name: string) => void) | undefined;
  /** What stands below a field of the form, named by the field that it sets, such as what else could be put there. */
  readonly below?: ((field: string) => ReactNode) | undefined;
}

/** All fields of one element, each with the line that it has become. */
export function ElementFields<K extends ElementKind>({
  router,
  elementKey,
  element,
  form,
  onNamed,
  below,
}: ElementFieldsProps<K>) {
  return (
    <div className="element-fields">
      {form.fields
        .filter(({ shown }) => shown?.(element) ?? true)
        .map((field) => (
          <Fragment key={field.label}>
            <ElementField
              router={router}
              elementKey={elementKey}
              element={element}
              form={form}
              field={field}
              onNamed={onNamed}
            />
            {below?.(field.field)}
          </Fragment>
        ))}
    </div>
  );
}

interface ElementFieldProps<K extends ElementKind> extends Omit<ElementFieldsProps<K>, "below"> {
  readonly field: FieldSpec<ElementTypes[K]>;
}

function ElementField<K extends ElementKind>(props: ElementFieldProps<K>) {
  const { router, elementKey, element, form, field, onNamed } = props;
  const edits = useElementEdits<K>(router);
  const { newKey } = useWorkbench();
  const hint = useId();
  const subject = `${field.label} of ${form.noun.toLowerCase()} ${form.title(element)}`;
  const take = (change: Change<ElementTypes[K]>, merge?: string): string | null => {
    if (typeof change === "string") return change;
    const refused = edits.put(elementKey, change, `Change ${lowerFirst(subject)}`, merge);
    if (refused === null) onNamed?.(elementName(form.kind, change));
    return refused;
  };
  const rename = (kind: NameKind, from: string, into: string): string | null => {
    const refused = edits.rename(kind, from, into);
    if (refused === null) onNamed?.(into);
    return refused;
  };
  const shown = <FieldHint id={hint} router={router} element={elementKey} field={field.field} absent={field.absent} />;

  switch (field.control) {
    case "text": {
      const renames = field.identity ? form.renames : undefined;
      const commit = (text: string) =>
        renames === undefined
          ? take(field.set(element, text), field.identity ? undefined : subject)
          : rename(renames, field.get(element), text.trim());
      return (
        <div className="field">
          <span className="field-label">{field.label}</span>
          <TextInput
            label={field.label}
            value={field.get(element)}
            placeholder={field.placeholder}
            secret={field.secret}
            generate={field.generated && newKey}
            suggestions={field.names?.(router)}
            live={!field.identity}
            describedBy={hint}
            commit={commit}
          />
          {shown}
        </div>
      );
    }
    case "choice":
      return (
        <div className="field">
          <span className="field-label">{field.label}</span>
          <ChoiceInput
            label={field.label}
            value={field.get(element)}
            options={field.options}
            describedBy={hint}
            commit={(value) => take(field.set(element, value))}
          />
          {shown}
        </div>
      );
    case "flag":
      return (
        <div className="field field-flag">
          <FlagInput
            label={field.label}
            value={field.get(element)}
            describedBy={hint}
            commit={(on) => take(field.set(element, on))}
          />
          {shown}
        </div>
      );
    case "list":
      return (
        <div className="field">
          <span className="field-label">{field.label}</span>
          <ListInput
            label={field.label}
            member={field.member}
            values={field.get(element)}
            placeholder={field.placeholder}
            suggestions={field.names?.(router)}
            commit={(values) => take(field.set(element, values))}
          />
          {shown}
        </div>
      );
    default:
      return field satisfies never;
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
