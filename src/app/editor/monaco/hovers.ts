import { explainRule } from "../../../core/index.ts";
import { ruleMarkdown } from "../hoverText.ts";
import type { ShownFindings } from "./findings.ts";
import { LANGUAGE } from "./language.ts";
import { monaco } from "./monaco.ts";

/** Says what the rules behind the squiggles under the pointer mean. Their messages Monaco shows by itself. */
export function registerFindingHovers(findings: ShownFindings): void {
  monaco.languages.registerHoverProvider(LANGUAGE, {
    provideHover(model, position) {
      const at = monaco.Range.fromPositions(position);
      const rules = new Set(findings.at(model, at).map((marker) => marker.rule));
      if (rules.size === 0) return null;
      return { contents: [...rules].map((rule) => ({ value: ruleMarkdown(rule, explainRule(rule).docs) })) };
    },
  });
}
