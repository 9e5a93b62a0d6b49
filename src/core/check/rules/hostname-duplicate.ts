import { hasRepeatedNames, nameIn, ownName, routerNames } from "../../derive/routerNames.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import { freeNumberedName } from "../../edit/freeName.ts";
import type { Design } from "../../model/design.ts";
import type { Place, RouterId } from "../../model/router.ts";
import { designRule } from "../rule.ts";

/** Routers of one name can't be told apart in a report. */
export const hostnameDuplicate = designRule({
  id: "hostname-duplicate",
  severity: "warning",
  fix: "ask",
  docs: {
    what: "Two routers of the design have the same name.",
    why: "Logs, prompts and reports don't tell them apart. Often one configuration was copied and not finished, or read twice.",
    remedy: "Give each router a hostname of its own.",
    source: "Cisco IOS Fundamentals Command Reference, hostname",
  },
  messages: { sameName: "{count} routers are called {name}; this one is shown as {shown}." },
  check(design, _peerings, report) {
    if (!hasRepeatedNames(design.routers)) return;
    const names = routerNames(design.routers);
    for (const [first, ...others] of routersByName(design)) {
      for (const id of first === undefined ? [] : others) {
        const router = design.routers.get(id);
        if (!router || first === undefined) continue;
        const name = ownName(router);
        report({
          message: "sameName",
          data: { name, shown: nameIn(names, id), count: others.length + 1 },
          places: [hostPlace(id), hostPlace(first)],
          fixes: [
            {
              title: `Give ${names.get(id) ?? name} a hostname of its own`,
              safe: false,
              edits: [],
              needs: { label: "Hostname", type: "name", suggestion: freeHostname(design, name) },
            },
          ],
        });
      }
    }
  },
  complete(design, _fix, [place], value) {
    const router = design.routers.get(place.router);
    if (!router || !/^[A-Za-z][A-Za-z0-9-]{0,62}$/.test(value)) return [];
    return [putEdit(router.id, "host", { ...router.elements.host.get(""), hostname: value })];
  },
});

/** The routers of each name, compared without case. */
function routersByName(design: Design): readonly (readonly RouterId[])[] {
  const groups = new Map<string, RouterId[]>();
  for (const router of design.routers.values()) {
    const name = ownName(router).toLowerCase();
    groups.set(name, [...(groups.get(name) ?? []), router.id]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function freeHostname(design: Design, name: string): string {
  const taken = new Set([...design.routers.values()].map((router) => ownName(router).toLowerCase()));
  const stem = name.replace(/[^A-Za-z0-9-]/g, "-").replace(/^[^A-Za-z]+/, "");
  return freeNumberedName(`${stem === "" ? "R" : stem}-`, (one) => taken.has(one.toLowerCase()), 2);
}

function hostPlace(router: RouterId): Place {
  return { router, kind: "host", name: "", field: "hostname" };
}
