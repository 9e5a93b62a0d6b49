import type { CryptoMap, CryptoMapEntry } from "../model/cryptoMap.ts";
import type { IsakmpProfile } from "../model/isakmp.ts";
import type { AaaList } from "../model/remoteAccess.ts";
import type { Elements, Place, Router } from "../model/router.ts";
import type { DynamicCryptoEntry } from "./cryptoEntries.ts";

/** The entries of static maps that anchor a dynamic map. */
export function anchorsOf({ cryptoMapEntry }: Elements, dynamicMap: string): readonly CryptoMapEntry[] {
  return [...cryptoMapEntry.values()].filter((entry) => entry.dynamicMap === dynamicMap);
}

/** Whether remote clients, rather than other sites, come in by a dynamic entry: something asks them for a user or gives them an address. */
export function servesClients(router: Router, { entry }: DynamicCryptoEntry): boolean {
  const { elements } = router;
  if (elements.isakmpSettings.get("")?.addressPoolLocal !== undefined) return true;
  const profiles = [entry.isakmpProfile];
  for (const anchor of anchorsOf(elements, entry.map)) {
    const settings = elements.cryptoMap.get(anchor.map);
    if (settings && asksClients(settings)) return true;
    profiles.push(anchor.isakmpProfile, settings?.isakmpProfile);
  }
  return profiles.some((name) => {
    const profile = name === undefined ? undefined : elements.isakmpProfile.get(name);
    return profile !== undefined && isForClients(profile);
  });
}

/** Whether a crypto map's own lines are about remote clients. */
export function asksClients(settings: CryptoMap): boolean {
  return (
    settings.clientAuthenticationList !== undefined ||
    settings.isakmpAuthorizationList !== undefined ||
    settings.clientConfigurationAddress.length > 0
  );
}

/** Whether an ISAKMP profile is about remote clients. */
export function isForClients(profile: IsakmpProfile): boolean {
  return (
    profile.clientAuthenticationList !== undefined ||
    profile.isakmpAuthorizationList !== undefined ||
    profile.clientConfigurationGroup !== undefined ||
    profile.clientConfigurationAddress.length > 0 ||
    profile.virtualTemplate !== undefined ||
    profile.matches.some((match) => match.kind === "group")
  );
}

/** A line that sends clients to a list of AAA methods. */
export interface ClientListUse {
  readonly service: "authentication login" | "authorization network";
  readonly list: string;
  /** "crypto map VPN" or "ISAKMP profile CLIENTS". */
  readonly user: string;
  readonly place: Place;
}

/** Where crypto maps and ISAKMP profiles name lists for their clients. */
export function clientListUses({ id, elements }: Router): readonly ClientListUse[] {
  const uses: ClientListUse[] = [];
  const note = (kind: "cryptoMap" | "isakmpProfile", user: string, element: CryptoMap | IsakmpProfile) => {
    for (const [field, service] of listFields) {
      const list = element[field];
      if (list !== undefined)
        uses.push({ service, list, user, place: { router: id, kind, name: element.name, field } });
    }
  };
  for (const map of elements.cryptoMap.values()) note("cryptoMap", `crypto map ${map.name}`, map);
  for (const one of elements.isakmpProfile.values()) note("isakmpProfile", `ISAKMP profile ${one.name}`, one);
  return uses;
}

const listFields = [
  ["clientAuthenticationList", "authentication login"],
  ["isakmpAuthorizationList", "authorization network"],
] as const;

/** The list of methods that a use names; undefined where it is not defined. */
export function listOf({ aaaList }: Elements, { service, list }: ClientListUse): AaaList | undefined {
  return aaaList.get(`${service} ${list}`);
}

/** Whether a list asks the router's own users or groups before anybody else; the next method counts only when a server is down. */
export function isLocalFirst(list: AaaList | undefined): boolean {
  return list?.methods[0] === "local" || list?.methods[0] === "local-case";
}

/** Whether clients come in at a router at all: their lists, their addresses or their groups are configured. */
export function isClientGateway({ elements }: Router): boolean {
  return (
    elements.clientGroup.size > 0 ||
    [...elements.cryptoMap.values()].some(asksClients) ||
    [...elements.isakmpProfile.values()].some(isForClients)
  );
}

/** The pools that clients get their addresses from, with the line that names each. */
export function poolUses({ id, elements }: Router): readonly { readonly pool: string; readonly place: Place }[] {
  const groups = [...elements.clientGroup.values()].flatMap(({ name, pool }) =>
    pool === undefined ? [] : [{ pool, place: { router: id, kind: "clientGroup", name, field: "pool" } as const }],
  );
  const pool = elements.isakmpSettings.get("")?.addressPoolLocal;
  if (pool === undefined) return groups;
  const place = { router: id, kind: "isakmpSettings", name: "", field: "addressPoolLocal" } as const;
  return [...groups, { pool, place }];
}
