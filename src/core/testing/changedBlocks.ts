/**
 * What became of a text, line by line: `- ` went, `+ ` came; two blanks before the header of a changed line and before the line that
 * it stands below, so that its position in a list can be read.
 */
export function changedBlocks(before: readonly string[], after: readonly string[]): readonly string[] {
  const told: string[] = [];
  let header: string | undefined;
  let isHeaderTold = true;
  let last: string | undefined;
  for (const { mark, text } of comparedLines(before, after)) {
    const isIndented = /^\s/.test(text);
    if (!isIndented) header = text;
    if (mark === " ") {
      if (!isIndented) isHeaderTold = false;
      last = text;
      continue;
    }
    if (isIndented && !isHeaderTold && header !== undefined) told.push(`  ${header}`);
    if (last !== undefined && isSameList(last, text) && last !== header) told.push(`  ${last}`);
    isHeaderTold = true;
    last = undefined;
    told.push(`${mark} ${text}`);
  }
  return told;
}

/** Lines of one block, or of one numbered list or crypto map that has no block. */
function isSameList(one: string, other: string): boolean {
  if (/^\s/.test(other)) return /^\s/.test(one);
  const name = /^access-list \S+ /.exec(other)?.[0];
  return name !== undefined && one.startsWith(name);
}

interface ComparedLine {
  readonly mark: " " | "-" | "+";
  readonly text: string;
}

/** Both texts along their longest common run of lines. */
function comparedLines(before: readonly string[], after: readonly string[]): readonly ComparedLine[] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  const old = before.slice(start);
  const fresh = after.slice(start);
  const common = old.map(() => new Array<number>(fresh.length + 1).fill(0));
  common.push(new Array<number>(fresh.length + 1).fill(0));
  const at = (one: number, other: number) => common[one]?.[other] ?? 0;
  for (let one = old.length - 1; one >= 0; one -= 1) {
    const row = common[one] ?? [];
    for (let other = fresh.length - 1; other >= 0; other -= 1) {
      row[other] =
        old[one] === fresh[other] ? at(one + 1, other + 1) + 1 : Math.max(at(one + 1, other), at(one, other + 1));
    }
  }
  const lines: ComparedLine[] = before.slice(0, start).map((text) => ({ mark: " ", text }));
  let one = 0;
  let other = 0;
  while (one < old.length || other < fresh.length) {
    const [gone, come] = [old[one], fresh[other]];
    if (gone !== undefined && gone === come) {
      lines.push({ mark: " ", text: gone });
      one += 1;
      other += 1;
    } else if (gone !== undefined && at(one + 1, other) >= at(one, other + 1)) {
      lines.push({ mark: "-", text: gone });
      one += 1;
    } else {
      lines.push({ mark: "+", text: come ?? "" });
      other += 1;
    }
  }
  return lines;
}
