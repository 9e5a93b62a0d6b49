import { createStore } from "zustand/vanilla";
import { routerText, type CheckResult, type RouterId } from "../../core/index.ts";
import type { Workbench } from "../workbench.ts";
import { createDrafting } from "./drafting.ts";
import type { EditorPage } from "./page.ts";
import type { EditorRuntime } from "./monaco/runtime.ts";
import { createSelectionFollower } from "./selectionFollower.ts";

/** What outlives the editor's being folded away: drafts, the texts with their undo, and Monaco itself. */
export interface EditorSession extends EditorPage {
  /** Monaco with the page's texts, loaded when first asked for. */
  load(): Promise<EditorRuntime>;
  setCheck(result: CheckResult): void;
}

const sessions = new WeakMap<Workbench, EditorSession>();
const NOTHING_CHECKED: CheckResult = { findings: [], peerings: [] };

/** The one session of a page. */
export function editorSession(workbench: Workbench): EditorSession {
  const known = sessions.get(workbench);
  if (known) return known;
  const session = createSession(workbench);
  sessions.set(workbench, session);
  return session;
}

function createSession(workbench: Workbench): EditorSession {
  let result = NOTHING_CHECKED;
  let loading: Promise<EditorRuntime> | null = null;
  let runtime: EditorRuntime | null = null;
  const committedLines = (id: RouterId): readonly string[] => {
    const router = workbench.design.getState().design.routers.get(id);
    return router ? routerText(router).lines.map((line) => line.text) : [];
  };
  const session: EditorSession = {
    stores: workbench,
    notify: (message) => workbench.notify(message, "warning"),
    drafting: createDrafting(workbench.design, committedLines),
    follower: createSelectionFollower(workbench.view, () => result.peerings),
    askedFix: createStore(() => ({ asked: null })),
    askedAcceptance: createStore(() => ({ asked: null })),
    load() {
      loading ??= import("./monaco/runtime.ts").then(
        ({ createRuntime }) => (runtime = createRuntime(session)),
        (error: unknown) => {
          // A failed download may succeed when it is asked for again.
          loading = null;
          throw error;
        },
      );
      return loading;
    },
    check: () => result,
    setCheck(next) {
      if (next === result) return;
      result = next;
      const { asked } = session.askedFix.getState();
      // A fix is made against the design that was checked.
      if (asked && !next.findings.includes(asked.finding)) session.askedFix.setState({ asked: null });
      const accepted = session.askedAcceptance.getState().asked;
      if (accepted && !next.findings.includes(accepted.finding)) session.askedAcceptance.setState({ asked: null });
      runtime?.refresh();
    },
  };
  return session;
}
