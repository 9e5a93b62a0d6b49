import { placeRange, routerNames, type RouterId, type Severity } from "../../../core/index.ts";
import { findingMarkers, type FindingMarker } from "../findingMarkers.ts";
import { monaco } from "./monaco.ts";
import type { RuntimeParts } from "./parts.ts";

/** The squiggles of the open texts. */
export interface ShownFindings {
  /** After a check. */
  refresh(): void;
  /** The squiggles that touch a range of a text. */
  at(model: monaco.editor.ITextModel, range: monaco.IRange): readonly FindingMarker[];
}

const OWNER = "tunnelwright";

const SEVERITIES: Readonly<Record<Severity, monaco.MarkerSeverity>> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
};

export function showFindings(runtime: RuntimeParts): ShownFindings {
  const { texts } = runtime;
  const shown = new Map<RouterId, readonly FindingMarker[]>();

  const refreshRouter = (id: RouterId) => {
    const model = texts.peek(id);
    if (!model) return;
    const markers = markersOf(runtime, id);
    shown.set(id, markers);
    monaco.editor.setModelMarkers(
      model,
      OWNER,
      markers.map((marker) => toMonaco(marker)),
    );
  };
  texts.onChange((id, model) => {
    // A text that has just been opened; while one is typed in, the check that follows brings its squiggles.
    if (!shown.has(id) || model.getVersionId() === 1) refreshRouter(id);
  });

  return {
    refresh() {
      for (const id of shown.keys()) if (!texts.peek(id)) shown.delete(id);
      for (const id of texts.openRouters()) refreshRouter(id);
    },
    at(model, range) {
      const id = texts.routerOf(model);
      return (id === null ? undefined : shown.get(id))?.filter((marker) => touches(marker, range)) ?? [];
    },
  };
}

function markersOf(runtime: RuntimeParts, id: RouterId): readonly FindingMarker[] {
  const design = runtime.design();
  const names = routerNames(design.routers);
  return findingMarkers(id, {
    findings: runtime.session.check().findings,
    rangeOf(place) {
      const holder = design.routers.get(place.router);
      return holder ? placeRange(holder, place) : null;
    },
    nameOf: (one) => names.get(one) ?? one,
  });
}

function toMonaco(marker: FindingMarker): monaco.editor.IMarkerData {
  return {
    startLineNumber: marker.line,
    startColumn: marker.column,
    endLineNumber: marker.endLine,
    endColumn: marker.endColumn,
    severity: SEVERITIES[marker.severity],
    message: marker.message,
    code: marker.rule,
    source: "Tunnelwright",
    relatedInformation: marker.related.map((place) => ({
      resource: monaco.Uri.from({ scheme: "router", path: `/${place.router}` }),
      message: place.message,
      startLineNumber: place.line,
      startColumn: place.column,
      endLineNumber: place.endLine,
      endColumn: place.endColumn,
    })),
  };
}

function touches(marker: FindingMarker, range: monaco.IRange): boolean {
  const startsAfter =
    marker.line > range.endLineNumber || (marker.line === range.endLineNumber && marker.column > range.endColumn);
  const endsBefore =
    marker.endLine < range.startLineNumber ||
    (marker.endLine === range.startLineNumber && marker.endColumn < range.startColumn);
  return !startsAfter && !endsBefore;
}
