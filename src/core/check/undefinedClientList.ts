import type { Edit } from "../edit/edit.ts";
import type { Design } from "../model/design.ts";
import type { Place, Router } from "../model/router.ts";
import type { Fix } from "./finding.ts";
import { clientListUses, listOf, type ClientListUse } from "./remoteAccess.ts";

/** Lines that name a list of a service which is not defined. */
export function undefinedLists(router: Router, service: ClientListUse["service"]): readonly ClientListUse[] {
  return clientListUses(router).filter((use) => use.service === service && !listOf(router.elements, use));
}

/** Names a list that exists, or defines the one that is named; a person says which, or by which method. */
export function listFixes({ elements }: Router, { service, list, user }: ClientListUse): readonly Fix[] {
  const defined = [...elements.aaaList.values()].filter((one) => one.service === service).map((one) => one.name);
  const define: Fix = {
    title: `Define the list ${list}`,
    safe: false,
    edits: [],
    needs: { label: `How ${list} asks`, type: "choice", choices: methods },
  };
  if (defined.length === 0) return [define];
  return [
    {
      title: `Let ${user} use a list that is defined`,
      safe: false,
      edits: [],
      needs: { label: "List", type: "choice", choices: defined },
    },
    define,
  ];
}

const methods = ["group radius", "group tacacs+", "local"];

/** The edits of `listFixes` once a person has chosen. */
export function completeListFix(
  design: Design,
  fix: Fix,
  place: Place,
  service: ClientListUse["service"],
  value: string,
): readonly Edit[] {
  const router = design.routers.get(place.router);
  const use = router && undefinedLists(router, service).find((one) => isSame(one.place, place));
  if (!router || !use) return [];
  if (fix.title === `Define the list ${use.list}`) {
    const name = `${service} ${use.list}`;
    return [
      {
        op: "put",
        key: { router: router.id, kind: "aaaList", name },
        element: { service, name: use.list, methods: [value] },
      },
    ];
  }
  const { kind, name, field } = use.place;
  const element = kind === "cryptoMap" ? router.elements.cryptoMap.get(name) : router.elements.isakmpProfile.get(name);
  if (!element || field === undefined) return [];
  return [{ op: "put", key: { router: router.id, kind, name }, element: { ...element, [field]: value } }];
}

function isSame(one: Place, other: Place): boolean {
  return one.kind === other.kind && one.name === other.name && one.field === other.field;
}
