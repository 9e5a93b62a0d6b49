import {
  formatIpv4,
  parseIpv4,
  type ElementKind,
  type ElementTypes,
  type NameKind,
  type Router,
} from "../../../core/index.ts";

/** What a change answers: the element as it would be, or why the value can't be taken. */
export type Change<E> = E | string;

interface FieldBase<E> {
  /** The element's property, which is also the field of its lines in the configuration. */
  readonly field: string;
  readonly label: string;
  /** What IOS does without the line. */
  readonly absent?: string;
  /** Whether the element takes the line at all; one that has it anyway shows it, so that it can be taken away. */
  readonly shown?: (element: E) => boolean;
}

/** A line of text. */
export interface TextField<E> extends FieldBase<E> {
  readonly control: "text";
  readonly placeholder?: string;
  /** The value is part of what IOS tells the element apart by, so it is taken over only when the field is left. */
  readonly identity?: true;
  /** Hidden until somebody asks to see it. */
  readonly secret?: true;
  /** A secret of one's own making: a strong random one is offered. */
  readonly generated?: true;
  /** What may be picked from, beside typing: names that the router defines. */
  readonly names?: (router: Router) => readonly string[];
  readonly get: (element: E) => string;
  readonly set: (element: E, text: string) => Change<E>;
}

/** One of a few values. */
export interface ChoiceField<E> extends FieldBase<E> {
  readonly control: "choice";
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly get: (element: E) => string;
  readonly set: (element: E, value: string) => Change<E>;
}

/** A line that stands or does not. */
export interface FlagField<E> extends FieldBase<E> {
  readonly control: "flag";
  readonly get: (element: E) => boolean;
  readonly set: (element: E, on: boolean) => E;
}

/** Values in an order that has a meaning: the first is tried first. */
export interface ListField<E> extends FieldBase<E> {
  readonly control: "list";
  /** What one of them is called: "peer". */
  readonly member: string;
  readonly placeholder?: string;
  readonly names?: (router: Router) => readonly string[];
  readonly get: (element: E) => readonly string[];
  readonly set: (element: E, values: readonly string[]) => Change<E>;
}

export type FieldSpec<E> = TextField<E> | ChoiceField<E> | FlagField<E> | ListField<E>;

/** How one kind of element is shown and edited in the inspector. */
export interface ElementForm<K extends ElementKind = ElementKind> {
  readonly kind: K;
  /** "Transform set": what one of them is called. */
  readonly noun: string;
  readonly title: (element: ElementTypes[K]) => string;
  /** What tells it apart at a glance, beside its title. */
  readonly summary: (element: ElementTypes[K]) => string;
  readonly fields: readonly FieldSpec<ElementTypes[K]>[];
  /** A new one that disturbs none of the router's; absent for elements of which there is always one at most. */
  readonly create?: (router: Router, newKey: () => string) => ElementTypes[K];
  /** The name under which it is renamed together with all its references. */
  readonly renames?: NameKind;
}

/** The element with an optional field set, or taken away: an absent field is IOS's default. */
export function withOptional<E extends object>(element: E, field: keyof E, value: unknown): E {
  const { [field]: _, ...others } = element;
  return (value === undefined ? others : { ...others, [field]: value }) as E;
}

/** A text that may be absent. */
export function optionalText<E extends object>(
  field: keyof E & string,
  label: string,
  more: Partial<TextField<E>> = {},
): TextField<E> {
  return {
    control: "text",
    field,
    label,
    get: (element) => (element[field] as string | undefined) ?? "",
    set: (element, text) => withOptional(element, field, text.trim() === "" ? undefined : text.trim()),
    ...more,
  };
}

/** What IOS tells the element apart by: taken over when the field is left, and renamed with its references where it has any. */
export function identityText<E extends object>(field: keyof E & string, label: string): TextField<E> {
  return {
    control: "text",
    field,
    label,
    identity: true,
    get: (element) => element[field] as string,
    set: (element, text) => ({ ...element, [field]: text.trim() }),
  };
}

/** A whole number that may be absent; its range is IOS's, and is checked by reading the line back. */
export function optionalNumber<E extends object>(
  field: keyof E & string,
  label: string,
  more: Partial<TextField<E>> = {},
): TextField<E> {
  return {
    control: "text",
    field,
    label,
    get: (element) => (element[field] === undefined ? "" : String(element[field])),
    set: (element, text) => {
      if (text.trim() === "") return withOptional(element, field, undefined);
      const number = wholeNumber(text);
      return number === undefined ? "A whole number is needed." : withOptional(element, field, number);
    },
    ...more,
  };
}

/** An address that must be there. */
export function requiredAddress<E extends object>(
  field: keyof E & string,
  label: string,
  more: Partial<TextField<E>> = {},
): TextField<E> {
  return {
    control: "text",
    field,
    label,
    placeholder: "192.0.2.1",
    get: (element) => formatIpv4(element[field] as number),
    set: (element, text) => {
      const address = parseIpv4(text.trim());
      return address === undefined ? "An address such as 192.0.2.1 is needed." : { ...element, [field]: address };
    },
    ...more,
  };
}

/** One of IOS's words, or none; what none means is told beside it. */
export function optionalChoice<E extends object>(
  field: keyof E & string,
  label: string,
  values: readonly (string | number)[],
  absent: string,
): ChoiceField<E> {
  return {
    control: "choice",
    field,
    label,
    absent,
    options: [
      { value: "", label: `${absent} (default)` },
      ...values.map((value) => ({ value: String(value), label: String(value) })),
    ],
    get: (element) => (element[field] === undefined ? "" : String(element[field])),
    set: (element, value) => {
      const chosen = values.find((one) => String(one) === value);
      return withOptional(element, field, chosen);
    },
  };
}

export function flag<E extends object>(field: keyof E & string, label: string): FlagField<E> {
  return {
    control: "flag",
    field,
    label,
    get: (element) => element[field] === true,
    set: (element, on) => withOptional(element, field, on ? true : undefined),
  };
}

/** Names in an order that has a meaning. */
export function nameList<E extends object>(
  field: keyof E & string,
  label: string,
  member: string,
  names?: (router: Router) => readonly string[],
): ListField<E> {
  return {
    control: "list",
    field,
    label,
    member,
    ...(names && { names }),
    get: (element) => element[field] as unknown as readonly string[],
    set: (element, values) => ({ ...element, [field]: values }),
  };
}

export function wholeNumber(text: string): number | undefined {
  return /^\d{1,10}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}

/** The names of a router's elements of a kind, as they can be referred to. */
export function namesOf(
  kind:
    | "accessList"
    | "transformSet"
    | "isakmpProfile"
    | "ikev2Profile"
    | "keyring"
    | "interface"
    | "localPool"
    | "natPool"
    | "clientGroup",
): (router: Router) => readonly string[] {
  return (router) => [...router.elements[kind].keys()];
}
