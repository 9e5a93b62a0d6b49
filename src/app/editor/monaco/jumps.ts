import type { RouterId } from "../../../core/index.ts";
import { reveal } from "../../../store/viewStore.ts";
import { placeAtLine } from "../linePlaces.ts";
import { mirrorPlaces } from "../peeringElements.ts";
import type { monaco } from "./monaco.ts";
import type { RuntimeParts, Side } from "./parts.ts";

/** Where a jump began, to return to. */
interface JumpOrigin {
  readonly router: RouterId;
  readonly position: monaco.IPosition;
}

/** Jumps between the peers' texts, and the way back. */
export interface Jumps {
  /** To the entry of the peer's access list that answers the one at the caret. False: there is none. */
  toMirror(from: RouterId, position: monaco.IPosition): boolean;
  /** Opens another router's text; used by links to the peer's lines. */
  to(from: JumpOrigin | null, router: RouterId, range: monaco.IRange): void;
  back(): boolean;
}

/** A stack deeper than this is nobody's memory. */
const DEEPEST = 50;

export function createJumps(runtime: RuntimeParts): Jumps {
  const origins: JumpOrigin[] = [];
  const remember = (origin: JumpOrigin) => {
    origins.push(origin);
    if (origins.length > DEEPEST) origins.shift();
  };
  const { view } = runtime.session.stores;
  return {
    toMirror(from, position) {
      const place = placeAtLine(runtime.linesOf(from), position.lineNumber);
      const mirror = place && mirrorPlaces(runtime.design(), runtime.session.check().peerings, place)[0];
      if (!mirror) return false;
      remember({ router: from, position });
      reveal(view, { router: mirror.router, place: mirror, focus: true });
      return true;
    },
    to(from, router, range) {
      if (from) remember(from);
      reveal(view, { router, range: toTextRange(range), focus: true });
    },
    back() {
      const origin = origins.pop();
      if (!origin) return false;
      const { lineNumber, column } = origin.position;
      reveal(view, {
        router: origin.router,
        range: { line: lineNumber, column, endLine: lineNumber, endColumn: column },
        focus: true,
      });
      return true;
    },
  };
}

/** The side that shows a router, preferring the main one. */
export function sideOf(runtime: RuntimeParts, router: RouterId): Side | null {
  for (const side of ["main", "beside"] as const) if (runtime.panes.get(side)?.router === router) return side;
  return null;
}

function toTextRange(range: monaco.IRange) {
  return {
    line: range.startLineNumber,
    column: range.startColumn,
    endLine: range.endLineNumber,
    endColumn: range.endColumn,
  };
}
