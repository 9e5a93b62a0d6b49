import { routerText } from "../../../core/index.ts";
import { effectiveDesign } from "../../../store/designStore.ts";
import type { EditorPage } from "../page.ts";
import { showFindings } from "./findings.ts";
import { registerFixes } from "./fixes.ts";
import { createHighlights } from "./highlights.ts";
import { registerHelp } from "./help.ts";
import { registerFindingHovers } from "./hovers.ts";
import { createJumps, type Jumps } from "./jumps.ts";
import { registerLanguage } from "./language.ts";
import { monaco } from "./monaco.ts";
import { createPane, type Pane } from "./pane.ts";
import type { RuntimeParts, Side } from "./parts.ts";
import type { EditorTools } from "./tools.ts";
import { registerNames } from "./names.ts";
import { maskSecrets } from "./secretMarks.ts";
import { createTexts } from "./texts.ts";
import { followPageTheme } from "./theme.ts";

/** Monaco on this page. It is made once and lives as long as the page. */
export interface EditorRuntime extends EditorTools {
  createPane(side: Side, host: HTMLElement, announce: (text: string) => void): Pane;
  /** New findings: squiggles and marks follow. */
  refresh(): void;
}

export function createRuntime(session: EditorPage): EditorRuntime {
  registerLanguage();
  followPageTheme();
  const design = () => effectiveDesign(session.stores.design.getState());
  const texts = createTexts(session.stores.design, session.drafting);
  const parts: RuntimeParts = {
    session,
    texts,
    panes: new Map(),
    viewStates: new Map(),
    served: { serial: 0 },
    design,
    linesOf(id) {
      const router = design().routers.get(id);
      return router ? routerText(router).lines : [];
    },
  };
  maskSecrets(parts);
  const highlights = createHighlights(parts);
  const findings = showFindings(parts);
  const jumps = createJumps(parts);
  registerFixes(parts, findings);
  registerFindingHovers(findings);
  registerHelp(parts);
  registerNames(parts);
  followLinks(parts, jumps);
  const runtime: EditorRuntime = {
    ...parts,
    highlights,
    jumps,
    createPane: (side, host, announce) => createPane(runtime, side, host, announce),
    refresh() {
      findings.refresh();
      highlights.refresh();
    },
  };
  return runtime;
}

/** A link to the other peer's lines, in a hover or in the list of a finding's places, opens its text. */
function followLinks(parts: RuntimeParts, jumps: Jumps): void {
  monaco.editor.registerEditorOpener({
    openCodeEditor(source, resource, at) {
      if (resource.scheme !== "router") return false;
      const target = [...parts.design().routers.keys()].find((id) => resource.path === `/${id}`);
      if (target === undefined) return false;
      const model = source.getModel();
      const from = model && parts.texts.routerOf(model);
      const position = source.getPosition();
      const start = at && "startLineNumber" in at ? at : undefined;
      const range = start ?? {
        startLineNumber: at && "lineNumber" in at ? at.lineNumber : 1,
        startColumn: at && "column" in at ? at.column : 1,
        endLineNumber: at && "lineNumber" in at ? at.lineNumber : 1,
        endColumn: at && "column" in at ? at.column : 1,
      };
      jumps.to(from && position ? { router: from, position } : null, target, range);
      return true;
    },
  });
}
