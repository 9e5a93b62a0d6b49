import { useEffect, useRef, useState, type ReactNode } from "react";
import { ChevronRight, Plus, Trash2 } from "lucide-react";
import {
  addElementOperation,
  elementName,
  removeElementOperation,
  type Element,
  type ElementKey,
  type ElementKind,
  type ElementTypes,
  type Place,
  type Router,
} from "../../../core/index.ts";
import { Button, IconButton } from "../../controls/Button.tsx";
import { useView } from "../../stores.tsx";
import { useWorkbench } from "../../workbench.ts";
import { ElementFields } from "./ElementFields.tsx";
import type { ElementForm } from "./fieldSpec.ts";

export interface ElementSectionProps<K extends ElementKind> {
  readonly router: Router;
  readonly title: string;
  readonly form: ElementForm<K>;
  /** In the order in which IOS tries or prints them; as they came where absent. */
  readonly order?: (one: ElementTypes[K], other: ElementTypes[K]) => number;
  /** More controls under an element's fields, such as the lines of an access list. */
  readonly more?: (element: ElementTypes[K], key: ElementKey<K>) => ReactNode;
  /** More controls below one of its fields, named by what the field sets. */
  readonly below?: (field: string, element: ElementTypes[K], key: ElementKey<K>) => ReactNode;
  /** Buttons beside the one that removes. */
  readonly rowActions?: (element: ElementTypes[K], key: ElementKey<K>) => ReactNode;
}

const NOTHING_NAMED: ReadonlyMap<string, string> = new Map();

/** All elements of one kind: a row each, which opens to its fields; one to add. */
export function ElementSection<K extends ElementKind>({
  router,
  title,
  form,
  order,
  more,
  below,
  rowActions,
}: ElementSectionProps<K>) {
  const workbench = useWorkbench();
  const [open, setOpen] = useState(false);
  const [openElement, setOpenElement] = useState<string | null>(null);
  // What an element that was given another name is to React: what it was before, so that its fields keep the focus.
  const [formerly, setFormerly] = useState<ReadonlyMap<string, string>>(NOTHING_NAMED);
  const place = useView((view) => view.place);
  const collection = router.elements[form.kind] as ReadonlyMap<string, ElementTypes[K]>;
  const elements = order ? [...collection.values()].sort(order) : [...collection.values()];

  // A place that was chosen in the text or in the problems opens here too, once.
  const [seen, setSeen] = useState<Place | null>(null);
  if (place !== seen) {
    setSeen(place);
    if (place?.router === router.id && place.kind === form.kind) {
      setOpen(true);
      setOpenElement(place.name);
    }
  }

  // It may have opened far down.
  const chosen = useRef<HTMLLIElement>(null);
  const isChosen = place?.router === router.id && place.kind === form.kind && place.name === openElement;
  useEffect(() => {
    if (isChosen) chosen.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen, place]);

  const add = () => {
    if (!form.create) return;
    const element = form.create(router, workbench.newKey);
    workbench.design
      .getState()
      .run(addElementOperation(router.id, form.kind, element, `Add ${form.noun.toLowerCase()} ${form.title(element)}`));
    setOpen(true);
    setOpenElement(elementName(form.kind, element));
  };

  const follow = (from: string, into: string) => {
    if (from === into) return;
    setFormerly(new Map([...formerly, [into, formerly.get(from) ?? from]]));
    setOpenElement(into);
    workbench.view.setState({ place: { router: router.id, kind: form.kind, name: into } });
  };

  return (
    <section className="panel-section" aria-label={title}>
      <header className="panel-section-header">
        <button type="button" className="panel-section-title" aria-expanded={open} onClick={() => setOpen(!open)}>
          <ChevronRight size={14} className={open ? "turned" : ""} aria-hidden />
          {title}
          <span className="count">{elements.length}</span>
        </button>
        {form.create ? (
          <IconButton label={`Add ${form.noun.toLowerCase()}`} onClick={add}>
            <Plus size={15} />
          </IconButton>
        ) : null}
      </header>
      {open ? (
        <ul className="element-list">
          {elements.map((element) => {
            const name = elementName(form.kind, element);
            const key: ElementKey<K> = { router: router.id, kind: form.kind, name };
            const shown = openElement === name;
            return (
              <li
                key={formerly.get(name) ?? name}
                ref={shown ? chosen : undefined}
                className={shown ? "element element-open" : "element"}
              >
                <div className="element-row">
                  <button
                    type="button"
                    className="element-title"
                    aria-expanded={shown}
                    onClick={() => {
                      setOpenElement(shown ? null : name);
                      workbench.view.setState({ place: shown ? null : key });
                    }}
                  >
                    <ChevronRight size={13} className={shown ? "turned" : ""} aria-hidden />
                    <span className="element-name">{form.title(element)}</span>
                    <span className="element-summary">{form.summary(element)}</span>
                  </button>
                  {rowActions?.(element, key)}
                  <IconButton
                    label={`Remove ${form.noun.toLowerCase()} ${form.title(element)}`}
                    onClick={() =>
                      workbench.design
                        .getState()
                        .run(removeElementOperation(key, `Remove ${form.noun.toLowerCase()} ${form.title(element)}`))
                    }
                  >
                    <Trash2 size={14} />
                  </IconButton>
                </div>
                {shown ? (
                  <div className="element-body">
                    <ElementFields
                      router={router}
                      elementKey={key}
                      element={element}
                      form={form}
                      onNamed={(into) => follow(name, into)}
                      below={below && ((field) => below(field, element, key))}
                    />
                    {more?.(element, key)}
                  </div>
                ) : null}
              </li>
            );
          })}
          {elements.length === 0 ? (
            <li className="element-none">
              None yet.
              {form.create ? (
                <Button look="quiet" onClick={add}>
                  <Plus size={14} /> Add {form.noun.toLowerCase()}
                </Button>
              ) : null}
            </li>
          ) : null}
        </ul>
      ) : null}
    </section>
  );
}

/** Whether a router has any element of these kinds; sections of rarer kinds stay away until they are needed. */
export function hasAny(router: Router, kinds: readonly ElementKind[]): boolean {
  return kinds.some((kind) => (router.elements[kind] as ReadonlyMap<string, Element>).size > 0);
}
