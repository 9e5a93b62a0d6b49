import { EMPTY_DESIGN, type Design, type IdSource } from "../../../core/index.ts";
import type { BroughtText } from "../../../store/viewStore.ts";
import { readConfigurations } from "../readConfigurations.ts";
import type { Baseline } from "./baselines.ts";

/** Files as states to come from or to lead to, each a design of its own; a file that can't be used is refused with why. */
export function fileStates(
  texts: readonly Required<BroughtText>[],
  before: readonly Baseline[],
  readDesign: (text: string) => Design,
  ids: IdSource,
): readonly Baseline[] {
  return texts.map(({ file, text }, index): Baseline => {
    const design = /\.json$/i.test(file) ? readDesign(text) : designOf(file, text, ids);
    return { id: `file ${String(before.length + index)}`, label: file, group: "file", open: () => design };
  });
}

function designOf(file: string, text: string, ids: IdSource): Design {
  const { refusals, routers } = readConfigurations([{ text, file }], ids);
  if (refusals.length > 0) throw new Error(refusals.join(" "));
  return { ...EMPTY_DESIGN, name: file, routers: new Map(routers.map(({ router }) => [router.id, router])) };
}
