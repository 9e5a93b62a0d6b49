import type { Place, Router } from "../model/router.ts";
import type { ConfigurationSource, SyntaxDiagnostic } from "../model/source.ts";

/** The field under which a router's diagnostics are addressed; no command sets it, so no other place looks like one of these. */
const diagnosticsField = "diagnostics";

/** The place of a syntax diagnostic: the router itself, with the diagnostic's position in its source. */
export function diagnosticPlace(router: Router, index: number): Place {
  return { router: router.id, kind: "host", name: "", field: diagnosticsField, item: index };
}

/** The diagnostic that a place stands for; undefined on a place within the model. */
export function diagnosticAt(router: Router, place: Place): SyntaxDiagnostic | undefined {
  if (place.kind !== "host" || place.field !== diagnosticsField || typeof place.item !== "number") return undefined;
  return router.source?.diagnostics[place.item];
}

/** The position, among the source's lines, of the one that a diagnostic is about; -1 where the source has lost it. */
export function diagnosticLineIndex(source: ConfigurationSource, diagnostic: SyntaxDiagnostic): number {
  const expected = diagnostic.line - 1;
  const own = source.lines[expected];
  // Most texts hold one router and their lines keep their numbers; only a text of several is searched.
  if (own && (own.originalNumber ?? diagnostic.line) === diagnostic.line) return expected;
  return source.lines.findIndex((line, index) => (line.originalNumber ?? index + 1) === diagnostic.line);
}
