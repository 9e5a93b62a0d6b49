import { nameUse, withNameReplaced } from "../../derive/references.ts";
import { ownName } from "../../derive/routerNames.ts";
import type { Edit } from "../../edit/edit.ts";
import { freeName } from "../../edit/freeName.ts";
import type { Router } from "../../model/router.ts";
import { routerRule } from "../rule.ts";

/** Crypto maps and dynamic maps have namespaces of their own, and readers don't. */
export const nameClash = routerRule({
  id: "name-clash",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "A dynamic map and a crypto map have the same name.",
    why: "IOS tells them apart, readers don't: a dynamic map on an interface looks right and is not.",
    remedy: "Give the dynamic map a name of its own.",
    source: "Cisco, Security for VPNs with IPsec, Creating Dynamic Crypto Maps",
  },
  messages: { sameName: "{router}: {name} is the name of a crypto map and of a dynamic map." },
  check(router, report) {
    const maps = new Set([...router.elements.cryptoMapEntry.values()].map((entry) => entry.map));
    const clashes = new Set([...router.elements.dynamicMapEntry.values()].map((entry) => entry.map));
    for (const name of clashes) {
      const entry = [...router.elements.dynamicMapEntry].find(([, one]) => one.map === name)?.[0];
      if (!maps.has(name) || entry === undefined) continue;
      const renamed = freeName(`${name}-DYN`, (taken) => maps.has(taken) || clashes.has(taken));
      report({
        message: "sameName",
        data: { router: ownName(router), name },
        places: [{ router: router.id, kind: "dynamicMapEntry", name: entry }],
        fixes: [
          {
            title: `Rename dynamic map ${name} to ${renamed}`,
            // A name protects nothing.
            safe: true,
            edits: renameDynamicMap(router, name, renamed),
          },
        ],
      });
    }
  },
});

function renameDynamicMap(router: Router, from: string, into: string): readonly Edit[] {
  const { definitions, uses } = nameUse(router.elements, "dynamicMap", from);
  return [...definitions, ...uses].flatMap(({ kind, element: name }): Edit[] => {
    const element = router.elements[kind].get(name);
    if (!element) return [];
    const renamed = withNameReplaced(kind, element, "dynamicMap", from, into);
    return [{ op: "put", key: { router: router.id, kind, name }, element: renamed }];
  });
}
