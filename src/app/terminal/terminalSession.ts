import { createStore, type StoreApi } from "zustand/vanilla";
import {
  NEW_TERMINAL,
  helpFor,
  printedAt,
  redacted,
  routerSecrets,
  terminalPrompt,
  typeLine,
  type DebugLine,
  type Design,
  type RouterId,
  type TerminalState,
} from "../../core/index.ts";
import type { DesignStore } from "../../store/designStore.ts";

/** Something that stands on a screen. */
export type ScreenEntry =
  | { readonly kind: "typed"; readonly serial: number; readonly prompt: string; readonly line: string }
  | { readonly kind: "output"; readonly serial: number; readonly text: string; readonly refused: boolean }
  /** What a router printed because of something typed on another. */
  | { readonly kind: "message"; readonly serial: number; readonly text: string };

/** The terminals of a page: one screen per router, and one network between them. */
export interface TerminalSession {
  /** The router whose screen is shown; null: the first one. */
  readonly router: RouterId | null;
  readonly state: TerminalState;
  readonly screens: ReadonlyMap<RouterId, readonly ScreenEntry[]>;
  /** Lines typed on each router, oldest first. */
  readonly typed: ReadonlyMap<RouterId, readonly string[]>;
}

const nothing: TerminalSession = { router: null, state: NEW_TERMINAL, screens: new Map(), typed: new Map() };

/** So many entries stay on a screen. */
const KEPT_ENTRIES = 400;

/** The session outlives its tab: what was typed is there again when the tab is. */
export function sessionOf(design: DesignStore): StoreApi<TerminalSession> {
  const known = sessions.get(design);
  if (known) return known;
  const session = createStore<TerminalSession>(() => nothing);
  sessions.set(design, session);
  return session;
}

const sessions = new WeakMap<DesignStore, StoreApi<TerminalSession>>();

let serial = 0;

/** Types a line on a router, and puts what is printed on the screens. */
export function type(
  session: StoreApi<TerminalSession>,
  design: Design,
  router: RouterId,
  line: string,
  secretsShown: boolean,
  clients: NonNullable<TerminalState["clients"]>,
): void {
  const before = session.getState();
  const answer = typeLine(design, { ...before.state, clients }, router, line);
  const text = secretsShown ? answer.text : withoutKeys(design, router, answer.text);
  let screens = onScreen(before.screens, router, [
    { kind: "typed", serial: (serial += 1), prompt: terminalPrompt(design, router), line },
    ...(text === "" ? [] : [{ kind: "output" as const, serial: (serial += 1), text, refused: answer.refused }]),
  ]);
  for (const [other, text] of answer.elsewhere)
    screens = onScreen(screens, other, [{ kind: "message", serial: (serial += 1), text }]);
  const lines = before.typed.get(router) ?? [];
  const kept = line.trim() === "" || lines.at(-1) === line ? lines : [...lines, line];
  session.setState({ state: answer.state, screens, typed: new Map([...before.typed, [router, kept]]) });
}

/** Lines that a router says by itself: they stand on its screen as far as it is asked to debug them. */
export function hear(
  session: StoreApi<TerminalSession>,
  router: RouterId,
  lines: readonly DebugLine[],
  exchange: readonly DebugLine[],
): void {
  const text = printedAt(session.getState().state, router, lines, exchange);
  if (text === "") return;
  session.setState(({ screens }) => ({
    screens: onScreen(screens, router, [{ kind: "message", serial: (serial += 1), text }]),
  }));
}

/** A screen is shown around and copied: keys stand on it only where the page shows keys. */
function withoutKeys(design: Design, router: RouterId, text: string): string {
  const found = design.routers.get(router);
  const secrets = found ? routerSecrets(found) : new Set<string>();
  return text
    .split("\n")
    .map((line) => redacted(line, secrets))
    .join("\n");
}

/** Prints what may follow a line that is still being typed. */
export function help(session: StoreApi<TerminalSession>, design: Design, router: RouterId, line: string): void {
  const { text, refused } = helpFor(line);
  print(session, design, router, `${line}?`, text, refused);
}

/** Prints a text below a line, without the line's being run. */
export function print(
  session: StoreApi<TerminalSession>,
  design: Design,
  router: RouterId,
  line: string,
  text: string,
  refused = false,
): void {
  const prompt = terminalPrompt(design, router);
  session.setState(({ screens }) => ({
    screens: onScreen(screens, router, [
      { kind: "typed", serial: (serial += 1), prompt, line },
      { kind: "output", serial: (serial += 1), text, refused },
    ]),
  }));
}

export function clearScreen(session: StoreApi<TerminalSession>, router: RouterId): void {
  session.setState(({ screens }) => ({ screens: new Map([...screens, [router, []]]) }));
}

/** A screen as text, for the clipboard. */
export function screenText(entries: readonly ScreenEntry[]): string {
  return entries
    .map((entry) => (entry.kind === "typed" ? `${entry.prompt}${entry.line}\n` : entry.text.replace(/\n?$/, "\n")))
    .join("");
}

function onScreen(
  screens: TerminalSession["screens"],
  router: RouterId,
  entries: readonly ScreenEntry[],
): TerminalSession["screens"] {
  return new Map([...screens, [router, [...(screens.get(router) ?? []), ...entries].slice(-KEPT_ENTRIES)]]);
}
