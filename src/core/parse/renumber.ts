import { formatCommand } from "../ios/formatting.ts";
import { MODES, modeOf } from "../ios/modes.ts";
import type { SourceLine } from "../model/source.ts";
import type { Reading } from "./reading.ts";

/**
 * Members of a list are told apart by their place in it, and a `no` line moves those behind the one that it takes away. The lines
 * of such elements are given the places that their members have in the end; a line whose member went has none.
 */
export function renumberLines(reading: Reading): void {
  if (reading.renumbered.size === 0) return;
  const { drafts, lines } = reading;
  const places = new Map<object, ReadonlyMap<string, number>>();
  lines.forEach((line, at) => {
    const { place } = line;
    if (place === undefined || typeof place.item !== "number" || line.canonical === undefined) return;
    if (place.kind === "accessList" || place.field === "kept") return;
    const element = drafts[place.kind].get(place.name);
    if (element === undefined || !reading.renumbered.has(element)) return;
    let items = places.get(element);
    if (items === undefined) {
      items = itemsByText(reading, place.kind, element);
      places.set(element, items);
    }
    lines[at] = movedTo(line, items.get(line.canonical));
  });
}

function movedTo(line: SourceLine, item: number | undefined): SourceLine {
  const { place } = line;
  if (place === undefined || place.item === item) return line;
  const { item: _old, ...rest } = place;
  return { ...line, place: item === undefined ? rest : { ...rest, item } };
}

/** The members of an element's lists by the lines that IOS prints for them. */
function itemsByText(reading: Reading, kind: string, element: object): ReadonlyMap<string, number> {
  const items = new Map<string, number>();
  for (const mode of MODES) {
    if (mode.kind !== kind) continue;
    for (const command of modeOf(mode.id).commands)
      command.write(element, reading.dialect).forEach((args, index) => {
        const item = command.item(args, index);
        if (typeof item === "number") items.set(formatCommand(command.syntax, args, reading.dialect), item);
      });
  }
  return items;
}
