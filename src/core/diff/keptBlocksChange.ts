import type { KeptBlock } from "../model/host.ts";
import type { Place, RouterId } from "../model/router.ts";
import type { ChangeScript, ScriptLine } from "./scriptLine.ts";

type Blocks = ReadonlyMap<string, KeptBlock>;

/**
 * Commands outside the model: a new one is given as it stands, a line of its own is taken away by `no`. Of what a block of
 * several lines takes to go away, such as a banner or a certificate, the model knows nothing: that is left to a person.
 */
export function keptBlocksChange(before: Blocks, after: Blocks, router: RouterId): ChangeScript {
  const lines: ScriptLine[] = [];
  const notes: string[] = [];
  const removed = without(before, after);
  const added = without(after, before);
  const headers = new Set(added.map(firstLine));
  for (const block of removed) {
    const first = firstLine(block);
    if (block.lines.length > 1) {
      const what = headers.has(first) ? "Compare by hand with what stands there" : "Take away by hand";
      notes.push(`${what}: ${first}, ${block.lines.length} lines`);
    } else if (!headers.has(negated(first)))
      lines.push({ text: negated(first), place: { router, kind: "keptBlock", name: block.name } });
  }
  for (const block of added) {
    const place: Place = { router, kind: "keptBlock", name: block.name };
    lines.push(...block.lines.map((text) => ({ text, place })));
  }
  return { lines, notes };
}

function firstLine(block: KeptBlock): string {
  return block.lines[0] ?? "";
}

function negated(line: string): string {
  return line.startsWith("no ") ? line.slice("no ".length) : `no ${line}`;
}

function without(blocks: Blocks, others: Blocks): readonly KeptBlock[] {
  const texts = [...others.values()].map(({ lines }) => lines.join("\n"));
  return [...blocks.values()].filter(({ lines }) => {
    const found = texts.indexOf(lines.join("\n"));
    if (found >= 0) texts.splice(found, 1);
    return found < 0;
  });
}
