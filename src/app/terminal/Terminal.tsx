import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { ClipboardPaste, Copy, Eraser } from "lucide-react";
import { useStore } from "zustand";
import {
  completeLine,
  routerNames,
  suggestedLines,
  terminalPrompt,
  type Design,
  type RouterId,
} from "../../core/index.ts";
import { IconButton } from "../controls/Button.tsx";
import { useEffectiveDesign, useView } from "../stores.tsx";
import { connectedClients } from "../../store/clientSessions.ts";
import { useWorkbench } from "../workbench.ts";
import { ScreenOutput } from "./ScreenOutput.tsx";
import { clearScreen, help, print, screenText, sessionOf, type, type ScreenEntry } from "./terminalSession.ts";
import "./terminal.css";

/** A terminal on each router: it looks, clears, pings and debugs, and never changes the configuration. */
export function Terminal() {
  const workbench = useWorkbench();
  const design = useEffectiveDesign();
  const session = sessionOf(workbench.design);
  const chosen = useStore(session, (state) => state.router);
  const screens = useStore(session, (state) => state.screens);
  const openTab = useView((view) => view.openTab);
  const routers = [...design.routers.keys()];
  const router = [chosen, openTab].find((one) => one !== null && design.routers.has(one)) ?? routers[0];
  if (router === undefined) {
    return (
      <section className="terminal" aria-label="Terminal">
        <p className="terminal-none">There is no router yet. Drag one onto the canvas, or import a configuration.</p>
      </section>
    );
  }
  const entries = screens.get(router) ?? [];
  const names = routerNames(design.routers);
  const name = names.get(router) ?? "";
  const copy = () =>
    navigator.clipboard.writeText(screenText(entries)).then(
      () => workbench.notify(`The screen of ${name} is copied.`),
      () => workbench.notify("The browser did not let the screen be copied.", "error"),
    );
  return (
    <section className="terminal" aria-label="Terminal">
      <header className="terminal-bar">
        <h2 className="visually-hidden">Terminal</h2>
        <select
          className="terminal-router"
          aria-label="Router of the terminal"
          value={router}
          onChange={(event) => session.setState({ router: event.currentTarget.value as RouterId })}
        >
          {routers.map((id) => (
            <option key={id} value={id}>
              {names.get(id)}
            </option>
          ))}
        </select>
        <span className="terminal-space" />
        <button
          type="button"
          className="terminal-paste"
          onClick={() => workbench.view.setState({ dialog: "explainOutput" })}
        >
          <ClipboardPaste size={14} aria-hidden />
          Paste output…
        </button>
        <IconButton label="Copy the screen" disabled={entries.length === 0} onClick={() => void copy()}>
          <Copy size={15} />
        </IconButton>
        <IconButton
          label="Clear the screen"
          shortcut="Ctrl+L"
          disabled={entries.length === 0}
          onClick={() => clearScreen(session, router)}
        >
          <Eraser size={15} />
        </IconButton>
      </header>
      <Screen key={router} design={design} router={router} name={name} entries={entries} />
    </section>
  );
}

interface ScreenProps {
  readonly design: Design;
  readonly router: RouterId;
  readonly name: string;
  readonly entries: readonly ScreenEntry[];
}

/** One router's screen, with the line that is being typed at its foot. */
function Screen({ design, router, name, entries }: ScreenProps) {
  const workbench = useWorkbench();
  const session = sessionOf(workbench.design);
  const [line, setLine] = useState("");
  /** Which of the lines typed before is shown; their number stands for the new line. */
  const [at, setAt] = useState<number | null>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const suggestions = useMemo(() => suggestedLines(design, router), [design, router]);
  const found = design.routers.get(router);

  useEffect(() => {
    // What was just printed is what a person wants to read.
    if (scroll.current) scroll.current.scrollTop = scroll.current.scrollHeight;
  }, [entries]);

  const run = (typed: string) => {
    const connected = connectedClients(design, workbench.library.saver.id());
    type(session, design, router, typed, workbench.view.getState().secretsShown, connected);
    setLine("");
    setAt(null);
  };
  const recall = (step: -1 | 1) => {
    const typed = session.getState().typed.get(router) ?? [];
    const next = Math.min(typed.length, Math.max(0, (at ?? typed.length) + step));
    setAt(next === typed.length ? null : next);
    setLine(typed[next] ?? "");
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "Enter") run(line);
    else if (event.key === "ArrowUp") recall(-1);
    else if (event.key === "ArrowDown") recall(1);
    // Behind a pipe a question mark belongs to what is sought.
    else if (event.key === "?" && plain && !line.includes("|")) help(session, design, router, line);
    else if (event.key.toLowerCase() === "l" && event.ctrlKey) clearScreen(session, router);
    else if (event.key === "Tab" && plain && !event.shiftKey) {
      const { line: completed, choices } = completeLine(line);
      // Where there is nothing to complete, Tab goes on to the next control as everywhere.
      if (completed === line && choices.length === 0) return;
      if (completed === line) print(session, design, router, line, `${choices.join("  ")}\n`);
      setLine(completed);
    } else return;
    event.preventDefault();
  };

  return (
    // A click on the screen puts the caret where typing goes; the keyboard reaches the line by itself.
    <div
      className="terminal-screen"
      onClick={() => {
        if (window.getSelection()?.isCollapsed !== false) input.current?.focus();
      }}
    >
      <div className="terminal-scroll" ref={scroll} tabIndex={0} role="group" aria-label={`Screen of ${name}`}>
        {entries.length === 0 ? (
          <p className="terminal-hint">
            Tunnels stand as after traffic for every flow. Type a show, clear, debug or ping command; Tab completes,
            <kbd>?</kbd> helps, <kbd>↑</kbd> brings back.
          </p>
        ) : null}
        <div role="log" aria-label={`Output of ${name}`}>
          {entries.map((entry) =>
            entry.kind === "typed" ? (
              <p key={entry.serial} className="terminal-typed">
                <span className="terminal-prompt">{entry.prompt}</span>
                {entry.line}
              </p>
            ) : (
              <ScreenOutput
                key={entry.serial}
                router={found}
                text={entry.text}
                look={entry.kind === "message" ? "message" : entry.refused ? "refused" : "output"}
              />
            ),
          )}
        </div>
        <label className="terminal-line">
          <span className="terminal-prompt" aria-hidden>
            {terminalPrompt(design, router)}
          </span>
          <input
            ref={input}
            aria-label={`Command on ${name}`}
            aria-describedby="terminal-keys"
            value={line}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            onChange={(event) => {
              setLine(event.currentTarget.value);
              setAt(null);
            }}
            onKeyDown={onKeyDown}
          />
        </label>
        <p id="terminal-keys" className="visually-hidden">
          Enter runs the line, Tab completes a word, a question mark lists what may follow, arrow up and down bring back
          earlier lines.
        </p>
      </div>
      <div className="terminal-suggestions" role="group" aria-label="Commands to try">
        {suggestions.map((suggestion) => (
          <button
            key={suggestion}
            type="button"
            onClick={(event) => {
              event.stopPropagation();
              run(suggestion);
            }}
          >
            {suggestion}
          </button>
        ))}
      </div>
    </div>
  );
}
