import type { NameKind } from "../derive/referenceTable.ts";
import { BUILT_IN_NAMES } from "../derive/referenceTable.ts";
import { isDefined, namesOf, referencesOf, withNameReplaced } from "../derive/references.ts";
import type { Edit } from "../edit/edit.ts";
import type { Design } from "../model/design.ts";
import type { Element, Place, Router } from "../model/router.ts";
import { entryTitle } from "./cryptoEntries.ts";
import type { Fix } from "./finding.ts";

/** A name that is used and stands for nothing. */
export interface UndefinedName {
  readonly to: NameKind;
  readonly name: string;
  /** Where it is used. */
  readonly place: Place;
  /** What uses it, as in "crypto map VPN 10". */
  readonly user: string;
  readonly fixes: readonly Fix[];
}

/** The names of some kinds that a router uses and nothing defines; `noun` is what one is called in a question. */
export function undefinedNames(router: Router, kinds: readonly NameKind[], noun: string): readonly UndefinedName[] {
  const { elements } = router;
  return kinds
    .flatMap((to) => namesOf(elements, to))
    .filter(({ to, definitions, name }) => definitions.length === 0 && !isDefined(elements, to, name))
    .flatMap(({ to, name, uses }) =>
      uses.map((use): UndefinedName => {
        const user = titleOf(use.kind, use.element);
        const place: Place = {
          router: router.id,
          kind: use.kind,
          name: use.element,
          field: use.field,
          // The lines of a tunnel are told apart by what they set.
          ...(use.field === "tunnel" && { item: "protectionProfile" }),
        };
        return { to, name, place, user, fixes: otherNameFixes(router, to, name, user, noun) };
      }),
    );
}

/** Puts the name that a person chose in the place of the undefined one. */
export function completeUndefinedName(
  design: Design,
  kinds: readonly NameKind[],
  { router, kind, name, field }: Place,
  value: string,
): readonly Edit[] {
  const elements = design.routers.get(router)?.elements;
  const element = elements?.[kind].get(name) as Element | undefined;
  if (!elements || !element) return [];
  const wrong = referencesOf(kind, element).find(
    (one) => kinds.includes(one.to) && one.field === field && !isDefined(elements, one.to, one.name),
  );
  if (!wrong) return [];
  return [
    { op: "put", key: { router, kind, name }, element: withNameReplaced(kind, element, wrong.to, wrong.name, value) },
  ];
}

function otherNameFixes(router: Router, to: NameKind, name: string, user: string, noun: string): readonly Fix[] {
  const defined = namesOf(router.elements, to).filter((one) => one.definitions.length > 0);
  const builtIn = defined.length > 0 ? [] : (BUILT_IN_NAMES[to] ?? []);
  const choices = [...defined.map((one) => one.name), ...builtIn];
  if (choices.length === 0) return [];
  const likely = choices.find((one) => one.toLowerCase() === name.toLowerCase());
  return [
    {
      title: `Name another ${noun} than ${name} in ${user}`,
      safe: false,
      edits: [],
      needs: {
        label: `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`,
        type: "choice",
        choices,
        ...(likely !== undefined && { suggestion: likely }),
      },
    },
  ];
}

function titleOf(kind: Place["kind"], name: string): string {
  switch (kind) {
    case "cryptoMapEntry":
    case "dynamicMapEntry":
      return entryTitle({ kind, name });
    case "cryptoMap":
      return `crypto map ${name}`;
    case "ipsecProfile":
      return `IPsec profile ${name}`;
    case "isakmpProfile":
      return `ISAKMP profile ${name}`;
    case "ikev2Profile":
      return `IKEv2 profile ${name}`;
    default:
      return name;
  }
}
