import { normalAccessList } from "../derive/cryptoAccessList.ts";
import { firstMatches } from "../derive/firstMatch.ts";
import { connectedPrefixes } from "../derive/routes.ts";
import { formatAddressSet, type Selector } from "../derive/selector.ts";
import { canonicalTransform, usableTransformSets } from "../derive/transforms.ts";
import type { CryptoMapEntryBody } from "../model/cryptoMap.ts";
import type { ClientGroup } from "../model/remoteAccess.ts";
import type { TransformSet } from "../model/transformSet.ts";
import { formatIpv4 } from "../net/ipv4.ts";
import { ANY_ADDRESS, hostSet, setOfPrefix, type AddressSet } from "../net/wildcard.ts";
import type { ClientConfiguration } from "./clientConfiguration.ts";
import { placeAtGateway, type Gateway } from "./clientGateway.ts";
import { refuse, tell, type ClientStory } from "./clientStory.ts";

/** Quick mode for the client's address, and the way that answers take. Answers the transform set; null where none is agreed. */
export function protectClientTraffic(
  story: ClientStory,
  gateway: Gateway,
  group: ClientGroup,
  configuration: ClientConfiguration,
): string | null {
  const { name, anchor } = gateway;
  const ask = { stage: "phase2", message: "QM1", from: "client" } as const;
  const answer = { stage: "phase2", message: "QM2", from: "gateway" } as const;
  const wanted = configuration.splitTunnel ?? [ANY_ADDRESS];
  tell(
    story,
    ask,
    `The client asks to protect what passes between ${formatIpv4(configuration.address)} and ${wanted.map(formatAddressSet).join(", ")}.`,
  );
  const dynamicMap = anchor.entry.dynamicMap ?? "";
  const entries = anchor.dynamicEntries;
  if (entries.length === 0) {
    return refuse(story, answer, "dynmap-undefined", `${name} has no dynamic map ${dynamicMap}.`, [
      placeAtGateway(gateway, "cryptoMapEntry", `${anchor.entry.map} ${anchor.entry.sequence}`),
    ]);
  }
  const objections: Objection[] = [];
  for (const { entry, accessList } of entries) {
    const objection = objectionTo(gateway, entry, group);
    if (typeof objection !== "string") {
      objections.push(objection);
      continue;
    }
    const refusedSelector = accessList ? outside(accessList, wanted, configuration) : undefined;
    if (refusedSelector) {
      objections.push({
        rule: "p2-selector-none",
        reason: `Access list ${accessList?.name ?? ""} of dynamic entry ${entry.map} ${entry.sequence} does not permit ${refusedSelector} to ${formatIpv4(configuration.address)}.`,
        field: "matchAddress",
        entry,
      });
      continue;
    }
    const entryAt = placeAtGateway(gateway, "dynamicMapEntry", `${entry.map} ${entry.sequence}`);
    tell(
      story,
      answer,
      `${name} accepts with dynamic entry ${entry.map} ${entry.sequence} and transform set ${objection}.`,
      [entryAt, placeAtGateway(gateway, "transformSet", objection)],
    );
    tell(
      story,
      { stage: "phase2", message: "QM3", from: "client" },
      `Both install their security associations${
        entry.reverseRoute ? `, and ${name} adds a route to ${formatIpv4(configuration.address)}` : ""
      }.`,
    );
    followAnswers(story, gateway, configuration);
    return objection;
  }
  const [first] = objections;
  if (!first) return null;
  return refuse(story, answer, first.rule, first.reason, [
    placeAtGateway(gateway, "dynamicMapEntry", `${first.entry.map} ${first.entry.sequence}`, first.field),
  ]);
}

interface Objection {
  readonly rule: "dynmap-no-transform" | "p2-no-common-transform" | "ra-pfs" | "p2-selector-none";
  readonly reason: string;
  readonly field: string;
  readonly entry: CryptoMapEntryBody & { readonly map: string; readonly sequence: number };
}

/** The name of the set that the client and an entry agree on, or why there is none. */
function objectionTo({ router, name }: Gateway, entry: Objection["entry"], group: ClientGroup): string | Objection {
  const sets = usableTransformSets(router, entry);
  const which = `dynamic entry ${entry.map} ${entry.sequence}`;
  if (sets.length === 0) {
    return {
      rule: "dynmap-no-transform",
      reason: `${name}: ${which} has no transform set.`,
      field: "transformSets",
      entry,
    };
  }
  const set = sets.find(isForClients);
  if (!set) {
    return {
      rule: "p2-no-common-transform",
      reason: `${name}: no transform set of ${which} is ESP with AES or 3DES and SHA or MD5, which is what clients propose.`,
      field: "transformSets",
      entry,
    };
  }
  if (entry.pfs !== undefined && group.pfs !== true) {
    return {
      rule: "ra-pfs",
      reason: `${name}: ${which} demands perfect forward secrecy, which clients do not ask for.`,
      field: "pfs",
      entry,
    };
  }
  return set.name;
}

/** Clients speak ESP only, with a cipher of 3DES or AES and an authenticator of SHA-1 or MD5. */
function isForClients({ transforms }: TransformSet): boolean {
  const words = transforms.map(canonicalTransform);
  return (
    words.every((word) => word.startsWith("esp-")) &&
    words.some((word) => /^esp-(3des|aes)/.test(word)) &&
    words.some((word) => word === "esp-sha-hmac" || word === "esp-md5-hmac")
  );
}

/** The first of the wanted networks that an entry's list does not permit towards the client. */
function outside(
  list: NonNullable<ReturnType<typeof normalAccessList>>,
  wanted: readonly AddressSet[],
  { address }: ClientConfiguration,
): string | undefined {
  const refused = wanted.find((source) =>
    firstMatches(list, ipTraffic(source, hostSet(address))).some((part) => part.identity?.action !== "permit"),
  );
  return refused && formatAddressSet(refused);
}

/** What the inside answers must not be translated on its way to the client. */
function followAnswers(story: ClientStory, gateway: Gateway, { address }: ClientConfiguration): void {
  const { router, name, carrier } = gateway;
  const { elements } = router;
  const moment = { stage: "data", message: "answer", from: "gateway" } as const;
  const inside = [...elements.interface.values()].filter((one) => one.nat === "inside").flatMap(connectedPrefixes);
  if (carrier.nat === "outside") {
    for (const rule of elements.natRule.values()) {
      const list = rule.match.kind === "list" ? normalAccessList(elements, rule.match.name) : undefined;
      const caught = list
        ? inside.find((prefix) =>
            firstMatches(list, ipTraffic(setOfPrefix(prefix), hostSet(address))).some(
              (part) => part.identity?.action === "permit",
            ),
          )
        : undefined;
      if (!caught || !list) continue;
      refuse(
        story,
        moment,
        "ra-nat-exempt",
        `${name}: list ${list.name} translates what ${formatAddressSet(setOfPrefix(caught))} answers to ${formatIpv4(address)}, so it misses the tunnel.`,
        [placeAtGateway(gateway, "accessList", list.name)],
      );
      return;
    }
  }
  tell(story, moment, `Answers to ${formatIpv4(address)} leave by ${carrier.name} and are protected.`, [
    placeAtGateway(gateway, "interface", carrier.name),
  ]);
}

function ipTraffic(source: AddressSet, destination: AddressSet): Selector {
  return { protocol: "ip", source, sourcePorts: null, destination, destinationPorts: null };
}
