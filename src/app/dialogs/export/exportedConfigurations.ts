import {
  PASTE_HAZARD_WORDS,
  pasteHazards,
  routerNames,
  routerText,
  withoutSecrets,
  type Design,
  type PasteHazardKind,
} from "../../../core/index.ts";
import { fileStem } from "../../actions/designFiles.ts";

/** One router's configuration as it is handed out. */
export interface ExportedConfiguration {
  readonly name: string;
  /** Unique among the design's, whatever the file system thinks of capitals. */
  readonly file: string;
  readonly text: string;
}

export interface ExportOptions {
  /** Without keys, placeholders stand in their place: equal ones for equal keys. */
  readonly withKeys: boolean;
  /** The text itself enters configuration mode. */
  readonly entersMode: boolean;
}

/** The configurations of all routers, ready to paste. */
export function exportedConfigurations(
  design: Design,
  { withKeys, entersMode }: ExportOptions,
): readonly ExportedConfiguration[] {
  const source = withKeys ? design : withoutSecrets(design).design;
  const names = routerNames(source.routers);
  const taken = new Set<string>();
  return [...source.routers.values()].map((router) => {
    const name = names.get(router.id) ?? "";
    const stem = fileStem(name);
    let file = `${stem}.cfg`;
    for (let count = 2; taken.has(file.toLowerCase()); count += 1) file = `${stem}-${count}.cfg`;
    taken.add(file.toLowerCase());
    return { name, file, text: readyToPaste(routerText(router).text, entersMode) };
  });
}

/** A configuration that leaves configuration mode at its end, and on demand enters it at its beginning. */
export function readyToPaste(text: string, entersMode: boolean): string {
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const whole = text === "" || text.endsWith("\n") ? text : text + lineEnd;
  const ended = /(^|\n)end[ \t]*\s*$/.test(whole) ? whole : `${whole}end${lineEnd}`;
  return entersMode ? `configure terminal${lineEnd}${ended}` : ended;
}

/** What a terminal would swallow when the text is pasted into it: a sentence per kind, with its lines. */
export function hazardSentences(text: string): readonly string[] {
  const lines = new Map<PasteHazardKind, number[]>();
  for (const { kind, line } of pasteHazards(text)) lines.set(kind, [...(lines.get(kind) ?? []), line]);
  return [...lines].map(([kind, all]) => {
    const shown = all.slice(0, LINES_SHOWN).join(", ");
    const more = all.length > LINES_SHOWN ? ` and ${all.length - LINES_SHOWN} more` : "";
    return `${all.length === 1 ? `Line ${shown} has` : `Lines ${shown}${more} have`} ${PASTE_HAZARD_WORDS[kind]}`;
  });
}

const LINES_SHOWN = 8;
