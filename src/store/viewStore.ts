import { createStore } from "zustand/vanilla";
import type { CanvasId, Place, RouterId, Severity, TextRange } from "../core/index.ts";

/** Something on the canvas or in the outline that can be selected. */
export type ObjectReference =
  | { readonly kind: "router"; readonly id: RouterId }
  | { readonly kind: "subnet" | "cloud" | "remoteClients"; readonly id: CanvasId }
  | { readonly kind: "peering"; readonly id: string }
  | { readonly kind: "cable"; readonly id: string };

/**
 * A request to show a place, made anew each time. The editor opens the router's tab and scrolls there; the inspector opens
 * what holds it.
 */
export interface Reveal {
  readonly router: RouterId;
  readonly place?: Place;
  /** Where the place has no line of its own. */
  readonly range?: TextRange;
  /** True when the text should take the focus as well. */
  readonly focus: boolean;
  /** Counts up, so that the same place can be asked for twice. */
  readonly serial: number;
}

/** How the page is used: to design, embedded in another page, or shown to a room. */
export type PageMode = "edit" | "embed" | "present";

/** What a negotiation or a packet's walk is at: its lines are lit in the texts, and where it is on the canvas. */
export interface Spotlight {
  readonly places: readonly Place[];
  /** The nodes at which something happens now, by id. */
  readonly here: readonly string[];
  /** The nodes that it came through before. */
  readonly through: readonly string[];
  /** The tunnels that it came through before. */
  readonly tunnels: readonly string[];
  /** A message on the line of a peering. */
  readonly message: SpotlightMessage | null;
}

export interface SpotlightMessage {
  readonly peering: string;
  readonly from: RouterId;
  /** "MM1". */
  readonly label: string;
  readonly stops: "at-sender" | "at-receiver" | null;
}

export type Theme = "system" | "light" | "dark" | "high-contrast";
export type ToolName = "problems" | "negotiation" | "packetWalk" | "terminal" | "lesson";
/** What the list of problems is put together by. */
export type ProblemGrouping = "severity" | "router" | "peering" | "rule";
export type DialogName =
  | "import"
  | "generate"
  | "export"
  | "open"
  | "share"
  | "shortcuts"
  | "find"
  | "commands"
  | "history"
  | "checkpoint"
  | "link"
  | "linkMany"
  | "explainOutput"
  | "change";

/** A text that somebody pasted or dropped; `file` is what they call it. */
export interface BroughtText {
  readonly text: string;
  readonly file?: string;
}

/** What is looked at. None of it is part of the design, and none of it can be undone. */
export interface ViewState {
  readonly mode: PageMode;
  readonly selection: readonly ObjectReference[];
  /** The element or field under the caret or open in the inspector; its lines are marked in the text. */
  readonly place: Place | null;
  readonly reveal: Reveal | null;
  readonly spotlight: Spotlight | null;
  /** The router whose text is shown. */
  readonly openTab: RouterId | null;
  /** The router whose text is shown beside it. */
  readonly besideTab: RouterId | null;
  /** The lower part of the page, with the text and the tools. */
  readonly dockOpen: boolean;
  readonly toolsOpen: boolean;
  /** The tool whose tab is open beside the text. */
  readonly tool: ToolName;
  readonly paletteOpen: boolean;
  readonly inspectorOpen: boolean;
  readonly minimapOpen: boolean;
  readonly snap: boolean;
  readonly locked: boolean;
  /** Pre-shared keys are shown as they are. */
  readonly secretsShown: boolean;
  readonly theme: Theme;
  /** Severities that the list of problems leaves out. */
  readonly hiddenSeverities: readonly Severity[];
  /** Words that a problem must have to be listed. */
  readonly problemFilter: string;
  readonly problemGrouping: ProblemGrouping;
  /** The stored design whose problems nobody is shown, since a fault is looked for in it. */
  readonly problemsHiddenIn: string | null;
  readonly dialog: DialogName | null;
  /** Texts that were pasted or dropped onto the page, for the import dialog to begin with. */
  readonly brought: readonly BroughtText[];
  /** The object that a link is being drawn from. */
  readonly linkingFrom: ObjectReference | null;
  readonly viewport: { readonly x: number; readonly y: number; readonly zoom: number } | null;
  /** Where the canvas opens, as a link asks; null where it shows everything. */
  readonly opensAt: CanvasPlace | null;
  /** The step of a lesson that the design of a link stands at. */
  readonly lessonStep: LessonStep | null;
  /** The id of the design that came in a link, which is only looked at until somebody asks for a copy to edit. */
  readonly sharedDesign: string | null;
}

/** A scenario of a lesson, by their ids. */
export interface LessonStep {
  readonly lesson: string;
  readonly scenario: string;
}

/** A point of the drawing that is in the middle of the canvas, and how near it is looked at. */
export interface CanvasPlace {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

type Guard<T> = (value: unknown) => value is T;

/**
 * Whether a field is remembered when the page is opened again: a guard that says what may be taken back from storage, or
 * `forget`. The compiler asks about each new field.
 */
const VIEW_POLICY: { readonly [F in keyof ViewState]: "forget" | Guard<ViewState[F]> } = {
  mode: "forget",
  selection: "forget",
  place: "forget",
  reveal: "forget",
  spotlight: "forget",
  openTab: (value): value is RouterId | null => value === null || typeof value === "string",
  besideTab: "forget",
  dockOpen: oneOf(true, false),
  toolsOpen: oneOf(true, false),
  tool: "forget",
  paletteOpen: oneOf(true, false),
  inspectorOpen: oneOf(true, false),
  minimapOpen: oneOf(true, false),
  snap: oneOf(true, false),
  locked: "forget",
  secretsShown: "forget",
  theme: oneOf("system", "light", "dark", "high-contrast"),
  hiddenSeverities: "forget",
  problemFilter: "forget",
  problemGrouping: oneOf("severity", "router", "peering", "rule"),
  // A reload must not give the fault away.
  problemsHiddenIn: (value): value is string | null => value === null || typeof value === "string",
  dialog: "forget",
  brought: "forget",
  linkingFrom: "forget",
  viewport: "forget",
  opensAt: "forget",
  lessonStep: "forget",
  sharedDesign: "forget",
};

function oneOf<const T>(...allowed: readonly T[]): Guard<T> {
  return (value): value is T => allowed.includes(value as T);
}

const INITIAL_VIEW: ViewState = {
  mode: "edit",
  selection: [],
  place: null,
  reveal: null,
  spotlight: null,
  openTab: null,
  besideTab: null,
  dockOpen: true,
  toolsOpen: true,
  tool: "problems",
  paletteOpen: true,
  inspectorOpen: true,
  minimapOpen: false,
  snap: false,
  locked: false,
  secretsShown: false,
  theme: "system",
  hiddenSeverities: [],
  problemFilter: "",
  problemGrouping: "severity",
  problemsHiddenIn: null,
  dialog: null,
  brought: [],
  linkingFrom: null,
  viewport: null,
  opensAt: null,
  lessonStep: null,
  sharedDesign: null,
};

export type ViewStore = ReturnType<typeof createViewStore>;

/** Where the remembered fields are kept: `localStorage`, or nothing. */
export type ViewMemory = Pick<Storage, "getItem" | "setItem">;

const MEMORY_KEY = "tunnelwright.view";

/** A store of what is looked at; remembers what `VIEW_POLICY` says. */
export function createViewStore(memory: ViewMemory | null) {
  const store = createStore<ViewState>()(() => ({ ...INITIAL_VIEW, ...recalled(memory) }));
  if (memory) {
    store.subscribe((state, before) => {
      const changed = remembered.some((field) => state[field] !== before[field]);
      if (changed) remember(memory, state);
    });
  }
  return store;
}

const FIELDS = Object.keys(VIEW_POLICY) as (keyof ViewState)[];
const remembered = FIELDS.filter((field) => VIEW_POLICY[field] !== "forget");

function remember(memory: ViewMemory, state: ViewState): void {
  const kept = Object.fromEntries(remembered.map((field) => [field, state[field]]));
  try {
    memory.setItem(MEMORY_KEY, JSON.stringify(kept));
  } catch {
    // A full or forbidden storage costs a person the size of a panel, not their work; that is kept elsewhere.
  }
}

function recalled(memory: ViewMemory | null): Partial<ViewState> {
  try {
    const text = memory?.getItem(MEMORY_KEY);
    const value: unknown = text ? JSON.parse(text) : null;
    if (typeof value !== "object" || value === null) return {};
    const kept = value as Readonly<Record<string, unknown>>;
    const entries = remembered.filter((field) => accepts(VIEW_POLICY[field], kept[field]));
    return Object.fromEntries(entries.map((field) => [field, kept[field]]));
  } catch {
    // Whatever an older page or another hand left there is not worth a failed start.
    return {};
  }
}

function accepts(policy: "forget" | ((value: unknown) => boolean), value: unknown): boolean {
  return policy !== "forget" && policy(value);
}

/** Selects exactly these objects. */
export function select(store: ViewStore, selection: readonly ObjectReference[]): void {
  store.setState({ selection });
}

/** Asks the editor, and whoever else shows a place, to show this one. */
export function reveal(
  store: ViewStore,
  request: Omit<Reveal, "serial" | "focus"> & { readonly focus?: boolean },
): void {
  const serial = (store.getState().reveal?.serial ?? 0) + 1;
  store.setState({
    reveal: { ...request, focus: request.focus ?? false, serial },
    openTab: request.router,
    place: request.place ?? null,
    dockOpen: true,
  });
}

/**
 * Turns the light to what is played. With one text shown, that of the first place is opened; texts that stand side by side stay.
 */
export function spotlight(store: ViewStore, light: Spotlight | null): void {
  const { besideTab, openTab } = store.getState();
  const [first] = light?.places ?? [];
  const opens = first !== undefined && besideTab === null && first.router !== openTab;
  store.setState({ spotlight: light, ...(opens && { openTab: first.router }) });
}
