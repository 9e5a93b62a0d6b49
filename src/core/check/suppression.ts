import { diagnosticAt, diagnosticLineIndex } from "../derive/diagnosticPlace.ts";
import { mentions } from "../derive/sourceLines.ts";
import type { Design, Suppression } from "../model/design.ts";
import type { Place, Router, RouterId } from "../model/router.ts";
import { RULE_IDS, type RuleId } from "../model/ruleId.ts";
import type { ConfigurationSource, SourceLine } from "../model/source.ts";
import type { Found } from "./found.ts";

/** The text of the line that a place stands on, without blanks around it; undefined where it stands on none. */
export type LineText = (router: Router, place: Place) => string | undefined;

/** Why a finding is accepted, and where that is said: in a router's text, or in the design's own list. */
export interface Acceptance {
  readonly suppressed: string;
  readonly suppressedIn: "text" | "design";
}

/**
 * Why a finding is accepted, if it is: by the design's own list, or by a comment `! tunnelwright-ignore RULE-ID reason` on the
 * line before the one that it is about. A comment before the first line of a block is about the whole block.
 */
export function suppressionOf(
  design: Design,
  finding: Pick<Found, "rule" | "places">,
  lineText: LineText,
): Acceptance | undefined {
  const entry = listed(design, finding, lineText);
  if (entry) return { suppressed: entry.reason, suppressedIn: "design" };
  const comment = commented(design, finding);
  return comment && { suppressed: comment.reason, suppressedIn: "text" };
}

/** The comment in a router's text that accepts a finding, where no entry of the design's own list does. Lines count from 1. */
export function acceptingComment(
  design: Design,
  finding: Pick<Found, "rule" | "places">,
  lineText: LineText,
): { readonly router: RouterId; readonly line: number } | undefined {
  return listed(design, finding, lineText) ? undefined : commented(design, finding);
}

/** Whether an entry of the design's list accepts a finding. */
export function accepts(
  design: Design,
  suppression: Suppression,
  finding: Pick<Found, "rule" | "places">,
  lineText: LineText,
): boolean {
  return suppression.rule === finding.rule && isAbout(design, suppression, finding, lineText);
}

/** The text of a place as the person wrote it; knows only routers that came as text. */
export const sourceLineText: LineText = (router, place) => {
  const { source } = router;
  if (!source) return undefined;
  const diagnostic = diagnosticAt(router, place);
  const line = diagnostic
    ? source.lines[diagnosticLineIndex(source, diagnostic)]
    : source.lines.find((one) => one.place !== undefined && isSame(one.place, place));
  return line?.text.trim();
};

function listed(design: Design, finding: Pick<Found, "rule" | "places">, lineText: LineText): Suppression | undefined {
  return design.suppressions.find((one) => accepts(design, one, finding, lineText));
}

function isAbout(
  design: Design,
  suppression: Suppression,
  finding: Pick<Found, "rule" | "places">,
  lineText: LineText,
): boolean {
  const { router: id, line } = suppression;
  return finding.places.some((place) => {
    if (id !== undefined && place.router !== id) return false;
    if (line === undefined) return true;
    const router = design.routers.get(place.router);
    return router !== undefined && lineText(router, place) === line;
  });
}

function commented(
  design: Design,
  finding: Pick<Found, "rule" | "places">,
): { readonly reason: string; readonly router: RouterId; readonly line: number } | undefined {
  for (const place of finding.places) {
    const router = design.routers.get(place.router);
    if (!router?.source) continue;
    const comment = commentsOf(router.source).find((one) => one.rule === finding.rule && concerns(one, router, place));
    if (comment) return { reason: comment.reason, router: router.id, line: comment.at };
  }
  return undefined;
}

interface Comment {
  readonly rule: RuleId;
  readonly reason: string;
  /** The line that it stands before. */
  readonly line: SourceLine;
  /** Its own line, counted from 1. */
  readonly at: number;
}

const pattern = /^\s*!\s*tunnelwright-ignore\s+(\S+)(?:\s+(.*\S))?\s*$/;

const remembered = new WeakMap<ConfigurationSource, readonly Comment[]>();

function commentsOf(source: ConfigurationSource): readonly Comment[] {
  let comments = remembered.get(source);
  if (!comments) remembered.set(source, (comments = readComments(source)));
  return comments;
}

function readComments(source: ConfigurationSource): readonly Comment[] {
  // Nearly no text has any, and its lines need not become objects to tell.
  if (!mentions(source, "tunnelwright-ignore")) return [];
  const { lines } = source;
  return lines.flatMap(({ text }, index): Comment[] => {
    const match = pattern.exec(text);
    const rule = RULE_IDS.find((id) => id === match?.[1]);
    const line = lines.slice(index + 1).find((one) => one.state !== "outside");
    return rule && line ? [{ rule, reason: match?.[2] ?? "No reason is given.", line, at: index + 1 }] : [];
  });
}

function concerns({ line }: Comment, router: Router, place: Place): boolean {
  const diagnostic = diagnosticAt(router, place);
  if (diagnostic) return router.source?.lines[diagnosticLineIndex(router.source, diagnostic)] === line;
  if (!line.place) return false;
  return isSame(line.place, place) || (line.place.field === undefined && isSameElement(line.place, place));
}

function isSameElement(one: Place, other: Place): boolean {
  return one.router === other.router && one.kind === other.kind && one.name === other.name;
}

function isSame(one: Place, other: Place): boolean {
  return isSameElement(one, other) && one.field === other.field && one.item === other.item;
}
