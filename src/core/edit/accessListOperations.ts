import type { AccessList, AccessListLine } from "../model/accessList.ts";
import type { RouterId } from "../model/router.ts";
import { appendLines, insertLines, renumbered, SEQUENCE_STEP, type UnnumberedLine } from "./accessListLines.ts";
import { draftOf } from "./designDraft.ts";
import type { Operation } from "./edit.ts";
import { lineBreakIn } from "./elementOperations.ts";

/** Adds lines at the end of a list, or before the line of a sequence number. The list is made where there is none. */
export function addAccessListLines(
  router: RouterId,
  name: string,
  lines: readonly UnnumberedLine[],
  before?: number,
): Operation {
  return changeList(router, name, `Add to ACL ${name}`, (list) => {
    const index = before === undefined ? -1 : list.lines.findIndex((line) => line.sequence === before);
    return index < 0 ? appendLines(list, lines) : insertLines(list, index, lines);
  });
}

/** Puts another line in the place of one. */
export function editAccessListLine(router: RouterId, name: string, sequence: number, line: UnnumberedLine): Operation {
  return changeList(router, name, `Change ACL ${name}`, (list) => ({
    ...list,
    lines: list.lines.map((old): AccessListLine => (old.sequence === sequence ? { ...line, sequence } : old)),
  }));
}

export function removeAccessListLines(router: RouterId, name: string, sequences: readonly number[]): Operation {
  return changeList(router, name, `Remove from ACL ${name}`, (list) => {
    const lines = list.lines.filter((line) => !sequences.includes(line.sequence));
    return lines.length === list.lines.length ? list : { ...list, lines };
  });
}

/**
 * Moves a line to another place in its list, counted from 0 as it stands without the line. Lines keep the sequence numbers of their
 * places, so that only the lines between change theirs.
 */
export function moveAccessListLine(router: RouterId, name: string, sequence: number, index: number): Operation {
  return changeList(router, name, `Reorder ACL ${name}`, (list) => {
    const from = list.lines.findIndex((line) => line.sequence === sequence);
    const line = list.lines[from];
    if (!line || index < 0 || index >= list.lines.length || index === from) return list;
    const others = list.lines.filter((other) => other !== line);
    const lines = [...others.slice(0, index), line, ...others.slice(index)];
    return {
      ...list,
      lines: lines.map((one, place) => ({ ...one, sequence: list.lines[place]?.sequence ?? one.sequence })),
    };
  });
}

/**
 * Numbers a list's lines anew, as `ip access-list resequence` does. A person who asks for other numbers than tens gets them, even
 * where classic IOS does not show them.
 */
export function renumberAccessList(
  router: RouterId,
  name: string,
  start = SEQUENCE_STEP,
  step = SEQUENCE_STEP,
): Operation {
  return {
    label: `Renumber ACL ${name}`,
    plan(design) {
      const list = design.routers.get(router)?.elements.accessList.get(name);
      if (!list) return [];
      const fresh = renumbered(list, start, step);
      if (fresh.lines.every((line, index) => line === list.lines[index])) return [];
      return [{ op: "put", key: { router, kind: "accessList", name }, element: fresh }];
    },
  };
}

function changeList(
  router: RouterId,
  name: string,
  label: string,
  change: (list: AccessList) => AccessList,
): Operation {
  return {
    label,
    plan(design) {
      const elements = design.routers.get(router)?.elements;
      if (!elements) return [];
      const list = elements.accessList.get(name) ?? { name, type: "extended", lines: [] };
      const changed = change(list);
      if (changed === list || lineBreakIn(changed) !== undefined) return [];
      const draft = draftOf(design);
      draft.putList(router, changed);
      return draft.edits();
    },
  };
}
