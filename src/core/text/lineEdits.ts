/** Changes to a text by lines, gathered before any is made. Lines count from 0. */
export interface LineEdits {
  readonly replaced: Map<number, string>;
  readonly deleted: Set<number>;
  /** Lines that come behind a line; -1 stands for the beginning. */
  readonly inserted: Map<number, string[]>;
}

export function newLineEdits(): LineEdits {
  return { replaced: new Map(), deleted: new Set(), inserted: new Map() };
}

export function insertAfter(edits: LineEdits, at: number, lines: readonly string[]): void {
  const present = edits.inserted.get(at);
  if (present === undefined) edits.inserted.set(at, [...lines]);
  else present.push(...lines);
}

/** Makes the changes. A separator that would follow another one, where a block between them went, goes too. */
export function applyLineEdits(lines: readonly string[], edits: LineEdits): readonly string[] {
  const result: string[] = [...(edits.inserted.get(-1) ?? [])];
  lines.forEach((line, at) => {
    const replacement = edits.replaced.get(at);
    const followsDeletion = edits.deleted.has(at - 1) && isSeparator(line) && isSeparator(result.at(-1) ?? "!");
    if (replacement !== undefined) result.push(replacement);
    else if (!edits.deleted.has(at) && !followsDeletion) result.push(line);
    const added = edits.inserted.get(at);
    if (added !== undefined) result.push(...added);
  });
  return result;
}

function isSeparator(line: string): boolean {
  return line.trim() === "!";
}
