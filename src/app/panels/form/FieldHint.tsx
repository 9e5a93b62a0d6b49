import { routerText, type ElementKey, type Router } from "../../../core/index.ts";
import { reveal } from "../../../store/viewStore.ts";
import { useStores } from "../../stores.tsx";
import { secretMask } from "../secretMask.ts";

export interface FieldHintProps {
  readonly id: string;
  readonly router: Router;
  readonly element: ElementKey;
  readonly field: string;
  /** Which member of a list. */
  readonly item?: string | undefined;
  /** What IOS does without the line. */
  readonly absent?: string | undefined;
}

/** The line that a field has become in the configuration, as a button that goes there; without one, IOS's default. */
export function FieldHint({ id, router, element, field, item, absent }: FieldHintProps) {
  const { view } = useStores();
  const { lines } = routerText(router);
  const line = lines.find(
    ({ place }) =>
      place?.kind === element.kind &&
      place.name === element.name &&
      place.field === field &&
      (item === undefined || place.item === item),
  );
  if (!line) {
    return absent === undefined ? null : (
      <p className="field-hint" id={id}>
        Default: {absent}
      </p>
    );
  }
  const place = line.place ?? element;
  return (
    <button
      type="button"
      className="field-hint field-hint-line"
      id={id}
      title="Show this line in the configuration"
      onClick={() => reveal(view, { router: router.id, place })}
    >
      {secretMask(line.text.trim())}
    </button>
  );
}
