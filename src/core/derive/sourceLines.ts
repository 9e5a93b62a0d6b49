import type { ElementKind } from "../model/router.ts";
import type { ConfigurationSource, SourceLine } from "../model/source.ts";

/** What a source tells of its lines while they are not yet objects: most questions are about a few of them. */
export interface LineColumns {
  /** The lines that set a field of elements of a kind, or with no field open one, in their order. */
  setting(kind: ElementKind, field: string | undefined): readonly SourceLine[];
  /** Whether some line has these words in it. */
  mentions(words: string): boolean;
}

const columns = new WeakMap<ConfigurationSource, LineColumns>();

/** For the parser: keeps the columns that a source's lines are made from. */
export function keepColumns(source: ConfigurationSource, kept: LineColumns): ConfigurationSource {
  columns.set(source, kept);
  return source;
}

/** The lines that set a field of elements of a kind, or with no field open one; the other lines do not become objects for it. */
export function linesSetting(
  source: ConfigurationSource,
  kind: ElementKind,
  field: string | undefined,
): readonly SourceLine[] {
  const kept = columns.get(source);
  if (kept) return kept.setting(kind, field);
  return source.lines.filter(({ place }) => place?.kind === kind && place.field === field);
}

/** Whether some line of a source has these words in it. */
export function mentions(source: ConfigurationSource, words: string): boolean {
  return columns.get(source)?.mentions(words) ?? source.lines.some(({ text }) => text.includes(words));
}
