import { asCanvasId, asRouterId } from "../../core/index.ts";
import type { CanvasPlace, LessonStep, ObjectReference, PageMode, Theme } from "../../store/viewStore.ts";

/** How a link asks to be looked at. All of it may be missing. */
export interface LinkView {
  readonly mode?: PageMode;
  readonly theme?: Theme;
  /** What is selected, and so in the middle of things. */
  readonly selected?: ObjectReference;
  /** The id of the router whose text is open. */
  readonly tab?: string;
  /** What is in the middle of the canvas; absent where everything is in view. */
  readonly at?: CanvasPlace;
  /** The step of a lesson that the design stands at. */
  readonly step?: LessonStep;
}

/** The view as the words behind a link's design: "&mode=present&selected=router.hq". Empty where nothing is asked for. */
export function linkViewWords({ mode, theme, selected, tab, at, step }: LinkView): string {
  const words = new URLSearchParams();
  if (mode !== undefined && mode !== "edit") words.set("mode", mode);
  if (theme !== undefined && theme !== "system") words.set("theme", theme);
  if (selected) words.set("selected", `${selected.kind}.${selected.id}`);
  if (tab !== undefined) words.set("tab", tab);
  if (at) words.set("at", `${Math.round(at.x)},${Math.round(at.y)},${Math.round(at.zoom * 100) / 100}`);
  if (step) {
    words.set("lesson", step.lesson);
    words.set("scenario", step.scenario);
  }
  const text = words.toString();
  return text === "" ? "" : `&${text}`;
}

/**
 * What an address asks for, in its query or behind the design in its fragment: `?embed`, `?present`, `?mode=embed&theme=dark`. What is
 * no word of ours is passed over.
 */
export function readLinkView(query: string, fragment: string): LinkView {
  const behind = fragment.includes("&") ? fragment.slice(fragment.indexOf("&") + 1) : "";
  const words = new URLSearchParams([...new URLSearchParams(query), ...new URLSearchParams(behind)]);
  const named = words.get("mode");
  const mode = MODES.find((one) => one === named || words.has(one));
  const theme = THEMES.find((one) => one === words.get("theme"));
  const selected = readReference(words.get("selected") ?? "");
  const tab = words.get("tab");
  const at = readPlace(words.get("at") ?? "");
  const [lesson, scenario] = [words.get("lesson"), words.get("scenario")];
  return {
    ...(mode === undefined ? {} : { mode }),
    ...(theme === undefined ? {} : { theme }),
    ...(selected === null ? {} : { selected }),
    ...(tab === null ? {} : { tab }),
    ...(at === null ? {} : { at }),
    ...(lesson === null || scenario === null ? {} : { step: { lesson, scenario } }),
  };
}

const MODES = ["embed", "present"] as const satisfies readonly PageMode[];
const THEMES = ["light", "dark", "high-contrast"] as const satisfies readonly Theme[];

function readPlace(text: string): CanvasPlace | null {
  const [, x, y, zoom] = (/^(-?\d{1,7}),(-?\d{1,7}),(\d{1,2}(?:\.\d{1,2})?)$/.exec(text) ?? []).map(Number);
  if (x === undefined || y === undefined || zoom === undefined) return null;
  return { x, y, zoom: Math.min(4, Math.max(0.02, zoom)) };
}

function readReference(text: string): ObjectReference | null {
  const [kind, ...rest] = text.split(".");
  const id = rest.join(".");
  switch (kind) {
    case "router":
      return { kind, id: asRouterId(id) };
    case "subnet":
    case "cloud":
    case "remoteClients":
      return { kind, id: asCanvasId(id) };
    case "peering":
    case "cable":
      return { kind, id };
    default:
      return null;
  }
}
