import { nameUse } from "../../derive/references.ts";
import { ownName } from "../../derive/routerNames.ts";
import { formatAddressSet } from "../../derive/selector.ts";
import { normalAccessList } from "../../derive/cryptoAccessList.ts";
import { ipEntry, numberedList } from "../../edit/accessListLines.ts";
import type { ClientGroup } from "../../model/remoteAccess.ts";
import type { Place, Router } from "../../model/router.ts";
import { ANY_ADDRESS } from "../../net/wildcard.ts";
import { isAny, linePlace } from "../cryptoLists.ts";
import type { Fix } from "../finding.ts";
import { intersectsAny, localNetworks } from "../localNetworks.ts";
import { routerRule } from "../rule.ts";

/** The list says, from the gateway's side, which networks clients reach by the tunnel. */
export const raSplitAcl = routerRule({
  id: "ra-split-acl",
  severity: "error",
  fix: "ask",
  docs: {
    what: "The split tunnel list of a client group is missing, is not extended, or permits from networks that are not local.",
    why: "Without the list there is no split tunnel; with the wrong networks in it clients send what they want protected past the tunnel.",
    remedy: "Permit this router's networks as the source, in an extended list.",
    source: "Cisco Easy VPN Server configuration guide, acl (ISAKMP); Cisco Press on remote access servers",
  },
  messages: {
    undefined:
      "{router}: client group {group} takes its split tunnel from ACL {list}, which is not defined, so everything goes into the tunnel.",
    standard: "{router}: client group {group} takes its split tunnel from ACL {list}, which is not extended.",
    notLocal:
      "{router}: ACL {list} of client group {group} sends clients' traffic for {network} into the tunnel, but no interface or route of {router} has that network.",
  },
  check(router, report) {
    for (const group of router.elements.clientGroup.values()) {
      if (group.acl === undefined) continue;
      const data = { router: ownName(router), group: group.name, list: group.acl };
      const place = groupPlace(router, group);
      const list = router.elements.accessList.get(group.acl);
      if (!list) {
        report({
          message: "undefined",
          data,
          places: [place],
          fixes: [...existing(router), ...define(router, group.acl)],
        });
      } else if (list.type === "standard") {
        report({
          message: "standard",
          severity: "warning",
          data,
          places: [place, { router: router.id, kind: "accessList", name: list.name }],
          fixes: existing(router),
        });
      } else {
        for (const { sequence, network } of foreignSources(router, group.acl)) {
          report({
            message: "notLocal",
            severity: "warning",
            data: { ...data, network },
            places: [linePlace(router, group.acl, sequence), place],
          });
        }
      }
    }
  },
  complete(design, _fix, [place], value) {
    const group = design.routers.get(place.router)?.elements.clientGroup.get(place.name);
    if (!group) return [];
    const key = { router: place.router, kind: "clientGroup", name: group.name } as const;
    return [{ op: "put", key, element: { ...group, acl: value } }];
  },
});

function groupPlace(router: Router, { name }: ClientGroup): Place {
  return { router: router.id, kind: "clientGroup", name, field: "acl" };
}

function existing({ elements }: Router): readonly Fix[] {
  const choices = [...elements.accessList.values()]
    .filter((list) => list.type === "extended" && nameUse(elements, "accessList", list.name).uses.length === 0)
    .map((list) => list.name);
  if (choices.length === 0) return [];
  const needs = { label: "Access list", type: "choice", choices } as const;
  return [{ title: "Use another list", safe: false, edits: [], needs }];
}

function define(router: Router, name: string): readonly Fix[] {
  const networks = localNetworks(router)?.inside ?? [];
  if (networks.length === 0) return [];
  const list = numberedList(
    name,
    networks.map((network) => ipEntry("permit", network, ANY_ADDRESS)),
  );
  return [
    {
      title: `Make ACL ${name} of this router's own networks`,
      safe: false,
      edits: [{ op: "put", key: { router: router.id, kind: "accessList", name }, element: list }],
    },
  ];
}

function foreignSources(router: Router, list: string) {
  const local = localNetworks(router);
  if (!local) return [];
  return (normalAccessList(router.elements, list)?.permits ?? []).flatMap(({ sequence, selectors }) => {
    const foreign = selectors.find(
      ({ source }) => !isAny(source) && !intersectsAny(local.inside, source) && !intersectsAny(local.others, source),
    );
    return foreign ? [{ sequence, network: formatAddressSet(foreign.source) }] : [];
  });
}
