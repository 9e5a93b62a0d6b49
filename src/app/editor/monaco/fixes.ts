import type { AcceptanceScope, Finding } from "../../../core/index.ts";
import type { ShownFindings } from "./findings.ts";
import { LANGUAGE } from "./language.ts";
import { monaco } from "./monaco.ts";
import type { RuntimeParts } from "./parts.ts";

const APPLY_FIX = "tunnelwright.applyFix";
const ACCEPT = "tunnelwright.accept";

/**
 * Offers the fixes of findings at the caret, best first, and to accept them. A fix is an edit of the design and may change both
 * peers' texts.
 */
export function registerFixes(runtime: RuntimeParts, findings: ShownFindings): void {
  monaco.editor.registerCommand(APPLY_FIX, (_accessor, finding: Finding, index: number) => {
    const fix = finding.fixes[index];
    // The finding may have gone since the menu was opened; its edits were made against another design.
    if (!fix || !runtime.session.check().findings.includes(finding)) return;
    if (fix.needs) {
      runtime.session.askedFix.setState({ asked: { finding, fix } });
      return;
    }
    runtime.session.drafting.flush();
    runtime.session.stores.design.getState().runEdits(fix.title, fix.edits);
  });
  monaco.editor.registerCommand(ACCEPT, (_accessor, finding: Finding, scope: AcceptanceScope) => {
    if (!runtime.session.check().findings.includes(finding)) return;
    runtime.session.askedAcceptance.setState({ asked: { finding, scope } });
  });
  monaco.languages.registerCodeActionProvider(
    LANGUAGE,
    {
      provideCodeActions(model, range, context) {
        const actions: monaco.languages.CodeAction[] = [];
        for (const marker of findings.at(model, range)) {
          const { finding } = marker;
          finding.fixes.forEach((fix, index) => {
            const title = fix.needs ? `${fix.title}…` : fix.title;
            actions.push({
              title,
              kind: "quickfix",
              isPreferred: index === 0 && fix.safe,
              diagnostics: context.markers.filter((one) => one.message === marker.message),
              command: { id: APPLY_FIX, title, arguments: [finding, index] },
            });
          });
        }
        for (const { finding } of findings.at(model, range)) {
          for (const [scope, where] of SCOPES) {
            const title = `Accept ${finding.rule} ${where}…`;
            actions.push({ title, kind: "quickfix", command: { id: ACCEPT, title, arguments: [finding, scope] } });
          }
        }
        return { actions, dispose: () => undefined };
      },
    },
    { providedCodeActionKinds: ["quickfix"] },
  );
}

const SCOPES: readonly (readonly [AcceptanceScope, string])[] = [
  ["line", "on this line"],
  ["design", "in the whole design"],
];
