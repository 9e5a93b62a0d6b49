import { hasDefaultTransformSet } from "../derive/dialect.ts";
import { DEFAULT_TRANSFORM_SET, transformContent, transformSetNamed } from "../derive/transforms.ts";
import { putEdit } from "../edit/elementEdits.ts";
import type { Edit } from "../edit/edit.ts";
import { freeName } from "../edit/freeName.ts";
import type { TransformSet } from "../model/transformSet.ts";
import type { Counterpart } from "./counterpart.ts";
import { changeEntry, entryTitle, type CryptoEntry } from "./cryptoEntries.ts";
import type { Fix } from "./finding.ts";

const askForSet = "Transform set";

/** What to offer where neither the router nor its peer says anything. Source: the strength table of Cisco's cryptography guide. */
const strongSet: TransformSet = {
  name: "TS-AES256",
  transforms: ["esp-aes 256", "esp-sha256-hmac"],
  mode: "tunnel",
  kept: [],
};

/**
 * Ways to give an entry a transform set: the one that its peer has, defined here where it is missing; or one of those that the router
 * has. `index` is the place of a name that is to be replaced; absent: the entry names none.
 */
export function transformSetFixes(
  entry: CryptoEntry,
  counterpart: Counterpart | undefined,
  index?: number,
): readonly Fix[] {
  const { elements } = entry.router;
  const own = [...elements.transformSet.values()];
  const wanted = counterpart && peerSet(counterpart);
  const equal = wanted && own.find((set) => isSameOffer(set, wanted));
  const wrong = index === undefined ? undefined : entry.body.transformSets[index];
  const fixes: Fix[] = [];
  const definition = wanted && !equal ? wanted : own.length === 0 && !counterpart ? strongSet : undefined;
  if (definition) {
    const name = wrong ?? freeName(definition.name, (one) => elements.transformSet.has(one));
    const from = counterpart ? `, as ${counterpart.name} has it` : "";
    fixes.push({
      title: `Define transform set ${name} as ${definition.transforms.join(" ")}${from}`,
      safe: false,
      edits: [
        putEdit(entry.router.id, "transformSet", { ...definition, name }),
        ...(wrong === undefined ? [useSet(entry, name)] : []),
      ],
    });
  }
  const choices = own.map((set) => set.name).filter((name) => !entry.body.transformSets.includes(name));
  if (choices.length > 0) {
    const suggestion = equal && choices.includes(equal.name) ? { suggestion: equal.name } : {};
    fixes.push({
      title: `${wrong === undefined ? "Set a transform set in" : `Use another set than ${wrong} in`} ${entryTitle(entry)}`,
      safe: false,
      edits: [],
      needs: { label: askForSet, type: "choice", choices, ...suggestion },
    });
  }
  return fixes;
}

/** The edits of such a fix from what a person chose. */
export function completeTransformSet(entry: CryptoEntry | undefined, value: string, index?: number): readonly Edit[] {
  return entry?.router.elements.transformSet.has(value) ? [useSet(entry, value, index)] : [];
}

function useSet(entry: CryptoEntry, name: string, index?: number): Edit {
  const transformSets =
    index === undefined ? [name] : entry.body.transformSets.map((old, at) => (at === index ? name : old));
  return changeEntry(entry, { transformSets });
}

/** The peer's preferred set. */
function peerSet({ router, body }: Counterpart): TransformSet | undefined {
  const [first] = body.transformSets;
  if (first !== undefined) return transformSetNamed(router.elements, first);
  return hasDefaultTransformSet(router) ? DEFAULT_TRANSFORM_SET : undefined;
}

function isSameOffer(one: TransformSet, other: TransformSet): boolean {
  return transformContent(one) === transformContent(other) && (one.mode ?? "tunnel") === (other.mode ?? "tunnel");
}
