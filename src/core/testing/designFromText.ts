import { EMPTY_DESIGN, type Design } from "../model/design.ts";
import { asRouterId, type Router } from "../model/router.ts";
import { parse } from "../parse/parse.ts";

/**
 * A design of the routers in a text. Routers may stand one after the other under lines `=== NAME`, each then a file NAME.cfg of
 * its own; their ids are r1, r2 … in the order in which they come.
 */
export function designFromText(text: string): Design {
  let count = 0;
  const makeId = () => asRouterId(`r${(count += 1)}`);
  const routers = sectionsOf(text).flatMap(({ name, lines }): readonly Router[] => {
    const parsed = parse(lines.join("\n"), { makeId, ...(name !== undefined && { file: `${name}.cfg` }) });
    if (parsed.kind !== "configurations") throw new Error(`The configuration of ${name ?? "a router"} can't be read.`);
    return parsed.routers;
  });
  return { ...EMPTY_DESIGN, routers: new Map(routers.map((router) => [router.id, router])) };
}

/** One router's part of a text. */
export interface Section {
  /** Absent where the text has no `===` line. */
  readonly name?: string;
  readonly lines: readonly string[];
}

/** The parts of a text under its `=== NAME` lines. */
export function sectionsOf(text: string): readonly Section[] {
  const sections: { name?: string; lines: string[] }[] = [];
  for (const line of text.replace(/\n$/, "").split("\n")) {
    const name = /^\s*===\s*(\S.*?)\s*$/.exec(line)?.[1];
    if (name !== undefined) sections.push({ name, lines: [] });
    else if (sections.length > 0) sections.at(-1)?.lines.push(line);
    else if (line.trim() !== "") sections.push({ lines: [line] });
  }
  return sections;
}
