import { putEdit } from "../../edit/elementEdits.ts";
import { projectedRule } from "../projectedRule.ts";

/** Nothing negotiates the transforms of manual keys. */
export const manualTransformEqual = projectedRule({
  id: "manual-transform-equal",
  severity: "error",
  fix: "ask",
  docs: {
    what: "Two entries with manual keys for each other have transform sets that differ in transforms or mode.",
    why: "Without IKE nothing settles on what both know; each end protects in its own way, and the other can't read it.",
    remedy: "Give both ends the same transforms and mode.",
    source: "Cisco IOS XE, Security for VPNs with IPsec: manual crypto map entries",
  },
  messages: { differ: "{near} uses {nearValue} and {far} {farValue} with manual keys, and nothing negotiates them." },
  message: () => "differ",
  fixes: (_judged, _routers, { data }) => [
    {
      title: "Use one end's transforms on both",
      safe: false,
      edits: [],
      needs: {
        label: "Whose transforms both ends shall use",
        type: "choice",
        choices: [data.near, data.far],
      },
    },
  ],
  complete(design, fix, [near, far], value) {
    const [from, to] = fix.needs?.choices?.indexOf(value) === 1 ? [far, near] : [near, far];
    const model = from && design.routers.get(from.router)?.elements.transformSet.get(from.name);
    const set = to && design.routers.get(to.router)?.elements.transformSet.get(to.name);
    if (!model || !set) return [];
    const { mode: _mode, modeRequire: _require, ...rest } = set;
    const { transforms, mode } = model;
    return [putEdit(to.router, "transformSet", { ...rest, transforms, ...(mode !== undefined && { mode }) })];
  },
});
