import { ownName } from "../../derive/routerNames.ts";
import { freeName } from "../../edit/freeName.ts";
import { elementName, type Elements, type Place, type Router } from "../../model/router.ts";
import { changeEntry, entryPlace, entryTitle } from "../cryptoEntries.ts";
import { cryptoLists, type CryptoList } from "../cryptoLists.ts";
import type { Fix } from "../finding.ts";
import { routerRule } from "../rule.ts";

interface OtherUse {
  readonly what: string;
  readonly place: Place;
}

/** A permit means protect here, translate there and let pass elsewhere; no list can mean all of them for long. */
export const aclReusedNat = routerRule({
  id: "acl-reused-nat",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "One access list serves a crypto map and address translation or an interface filter.",
    why: "A permit means protect in one place, translate in another and let pass in a third, so a change for one of them breaks the others.",
    remedy: "Give the crypto map a list of its own.",
    source:
      "Cisco IOS XE Security for VPNs with IPsec Configuration Guide, crypto access lists compared with other access lists",
  },
  messages: {
    shared:
      "{router}: ACL {list} says what {entry} protects and also serves {other}, where a permit means something else.",
  },
  check(router, report) {
    for (const crypto of cryptoLists(router)) {
      const others = otherUses(router, crypto.list.name);
      if (others.length === 0) continue;
      report({
        message: "shared",
        data: {
          router: ownName(router),
          list: crypto.list.name,
          entry: crypto.users.map(entryTitle).join(" and "),
          other: [...new Set(others.map(({ what }) => what))].join(" and "),
        },
        places: [...crypto.users.map((user) => entryPlace(user, "matchAddress")), ...others.map(({ place }) => place)],
        fixes: [ownList(crypto)],
      });
    }
  },
});

function ownList({ router, list, users }: CryptoList): Fix {
  const name = freeName(`VPN-${list.name}`, (one) => router.elements.accessList.has(one));
  return {
    title: `Give ${users.map(entryTitle).join(" and ")} a copy of ACL ${list.name}, called ${name}`,
    safe: true,
    edits: [
      { op: "put", key: { router: router.id, kind: "accessList", name }, element: { ...list, name } },
      ...users.map((user) => changeEntry(user, { matchAddress: name })),
    ],
  };
}

function otherUses({ id, elements }: Router, name: string): readonly OtherUse[] {
  const placeIn = (kind: Place["kind"], element: string, field: string): Place => ({
    router: id,
    kind,
    name: element,
    field,
  });
  const filters: OtherUse[] = [];
  for (const one of elements.interface.values()) {
    for (const field of ["accessGroupIn", "accessGroupOut"] as const) {
      if (one[field] !== name) continue;
      filters.push({ what: `the filter of ${one.name}`, place: placeIn("interface", one.name, field) });
    }
  }
  const translations = [...elements.natRule.values()]
    .filter((rule) =>
      rule.match.kind === "list" ? rule.match.name === name : listsOfRouteMap(elements, rule.match.name).has(name),
    )
    .map((rule): OtherUse => {
      const element = elementName("natRule", rule);
      return { what: "address translation", place: { router: id, kind: "natRule", name: element } };
    });
  return [...filters, ...translations];
}

function listsOfRouteMap({ routeMapEntry }: Elements, map: string): ReadonlySet<string> {
  return new Set([...routeMapEntry.values()].flatMap((entry) => (entry.map === map ? entry.matchAddress : [])));
}
