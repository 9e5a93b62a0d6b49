import type { Design, PrintedLine, RouterId } from "../../../core/index.ts";
import type { EditorPage } from "../page.ts";
import type { monaco } from "./monaco.ts";
import type { Texts } from "./texts.ts";

/** One of the two places where a text is shown. */
export type Side = "main" | "beside";

/** What panes, marks and providers of a page share. */
export interface RuntimeParts {
  readonly session: EditorPage;
  readonly texts: Texts;
  /** The editors on the page by side, with the router that each shows. */
  readonly panes: Map<Side, { readonly editor: monaco.editor.IStandaloneCodeEditor; readonly router: RouterId }>;
  /** Scroll positions, folds and carets of texts that were shown before. */
  readonly viewStates: Map<string, monaco.editor.ICodeEditorViewState>;
  /** The last request to show a place that was served, by whichever editor; one that is made anew serves it no second time. */
  readonly served: { serial: number };
  /** The design with the draft in it. */
  design(): Design;
  /** The lines of a router's text with their places; empty where there is no such router. */
  linesOf(router: RouterId): readonly PrintedLine[];
}
