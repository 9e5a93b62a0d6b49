import type { RuleId } from "../model/ruleId.ts";
import { transformSetNamed, usableTransformSets } from "../derive/transforms.ts";
import { entryName, entryPlace, placeAt, type Party } from "./party.ts";
import type { ObjectionWords } from "./ledger.ts";

/**
 * Why an entry can't take part at all, on its own router; undefined when it can. The rules that these name look at one router each and
 * find the same fault there by themselves.
 */
export function incompleteness(party: Party): ObjectionWords | undefined {
  const { view, router } = party;
  const { elements } = router;
  const { body } = view;
  const list = body.matchAddress === undefined ? undefined : elements.accessList.get(body.matchAddress);
  if (body.matchAddress === undefined) {
    if (!view.dynamic)
      return words(party, "map-entry-no-acl", "matchAddress", "names no access list and stays disabled");
  } else if (!list) {
    return words(
      party,
      "acl-undefined",
      "matchAddress",
      `names access list ${body.matchAddress}, which does not exist`,
      {
        list: body.matchAddress,
      },
    );
  } else if (list.type === "standard") {
    return words(party, "acl-not-extended", "matchAddress", `names access list ${list.name}, which is a standard one`, {
      list: list.name,
    });
  } else if (!view.accessList || view.accessList.identities.length === 0) {
    return words(party, "acl-empty", "matchAddress", `names access list ${list.name}, which is empty`, {
      list: list.name,
    });
  } else if (view.accessList.permits.length === 0) {
    return words(party, "acl-no-permit", "matchAddress", `names access list ${list.name}, which permits nothing`, {
      list: list.name,
    });
  }
  if (usableTransformSets(router, body).length > 0) return undefined;
  if (body.transformSets.length === 0) {
    const rule = view.dynamic ? "dynmap-no-transform" : "map-entry-no-transform";
    return words(party, rule, "transformSets", "names no transform set");
  }
  const missing = body.transformSets.filter((name) => !transformSetNamed(elements, name));
  return words(
    party,
    "transform-undefined",
    "transformSets",
    `names transform set ${missing.join(" ")}, which does not exist`,
    { set: missing.join(" ") },
    body.transformSets.findIndex((name) => missing.includes(name)),
  );
}

function words(
  party: Party,
  rule: RuleId,
  field: string,
  why: string,
  extra: Record<string, string> = {},
  item?: number,
): ObjectionWords {
  return {
    rule,
    reason: `${party.name}: crypto map entry ${entryName(party)} ${why}.`,
    data: { near: party.name, entry: entryName(party), ...extra },
    places: [entryPlace(party, field, item)],
  };
}

/** Why the map itself does not stand where this end needs it; undefined when it does. */
export function misplacement(party: Party): ObjectionWords | undefined {
  const { view, router, end } = party;
  if (view.set.carriers.length === 0) {
    // The whole set stands nowhere: the fault is told once, at its first entry.
    const [first = view.entry] = view.set.entries;
    return {
      rule: "map-unapplied",
      reason: `${party.name}: no interface carries crypto map ${view.set.name}.`,
      data: { near: party.name, map: view.set.name },
      places: [placeAt(party, "cryptoMapEntry", `${first.entry.map} ${first.entry.sequence}`)],
    };
  }
  const localAddress = view.set.settings?.localAddress;
  if (localAddress !== undefined) {
    const source = router.elements.interface.get(localAddress);
    if (!source || source.shutdown) {
      return {
        rule: "local-address-bad",
        reason: `${party.name}: ${localAddress}, the local address of crypto map ${view.set.name}, ${
          source ? "is shut down" : "does not exist"
        }.`,
        data: { near: party.name, map: view.set.name, interface: localAddress },
        places: [placeAt(party, "cryptoMap", view.set.name, "localAddress")],
      };
    }
  }
  if (party.carriers.length > 0 && party.carriers.every((carrier) => carrier.shutdown)) {
    const name = end.interface ?? party.carriers[0]?.name ?? "";
    return {
      rule: "interface-no-ip",
      reason: `${party.name}: ${name}, which carries crypto map ${view.set.name}, is shut down.`,
      data: { near: party.name, map: view.set.name, interface: name },
      places: party.carriers.map((carrier) => placeAt(party, "interface", carrier.name, "shutdown")),
    };
  }
  return undefined;
}
