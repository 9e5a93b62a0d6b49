import type { CryptoMapEntry } from "../../model/cryptoMap.ts";
import { globalCommand, type Draft } from "../command.ts";

interface EntryArguments {
  map: string;
  sequence: number;
  type?: CryptoMapEntry["type"];
  dynamicMap?: string;
  discover?: true;
  profile?: string;
}

export const cryptoMapEntry = globalCommand<"cryptoMapEntry", EntryArguments>({
  syntax:
    "crypto map <map:name> <sequence:1-65535> [<type:ipsec-isakmp|ipsec-manual|gdoi> [{dynamic <dynamicMap:name> [discover] | profile <profile:name>}]]",
  kind: "cryptoMapEntry",
  opens: "crypto-map",
  removesElement: true,
  rangeRule: "range-seq",
  name: (args) => `${args.map} ${args.sequence}`,
  create: (args) => ({
    map: args.map,
    sequence: args.sequence,
    type: args.type ?? "ipsec-isakmp",
    peers: [],
    transformSets: [],
    sessionKeys: [],
    kept: [],
  }),
  read(entry, args) {
    // A line without a type opens the entry as it stands.
    if (args.type !== undefined) setType(entry, args, args.type);
    return undefined;
  },
  // The arguments have the names of the fields.
  write: (entry) => [entry],
  removedNames(names, { map, sequence }) {
    if (map === undefined) return [];
    return sequence === undefined ? [...names].filter((name) => isOfMap(name, map)) : [`${map} ${sequence}`];
  },
  removedBeside: ({ map, sequence }) =>
    map === undefined || sequence !== undefined ? undefined : { kind: "cryptoMap", name: map },
  shortNo: true,
  requiresExisting: (args) =>
    args.type === undefined
      ? `There is no entry ${args.sequence} of crypto map ${args.map} yet: a new one needs ipsec-isakmp or ipsec-manual.`
      : undefined,
  summary:
    "An entry of a crypto map set: what to protect, with whom and how. Entries are tried from the lowest sequence number up.",
  source: "Cisco IOS Security Command Reference, crypto map (global IPSec)",
  words: {
    map: "The name of the set; all its entries share it.",
    sequence: "1 to 65535; the lowest is tried first.",
    "ipsec-isakmp": "IKE negotiates the security associations.",
    "ipsec-manual": "Keys are set by hand, and never change by themselves.",
    gdoi: "Keys come from a group's key server.",
    dynamic: "The entry takes peers that match a dynamic map. It should have the highest number.",
    discover: "Finds the peer by probing.",
    profile: "Takes its parameters from a profile.",
  },
});

function setType(entry: Draft<CryptoMapEntry>, args: EntryArguments, type: CryptoMapEntry["type"]): void {
  entry.type = type;
  // Most entries have none of these, and to take away what is not there takes time too.
  if (entry.dynamicMap !== undefined) delete entry.dynamicMap;
  if (entry.discover !== undefined) delete entry.discover;
  if (entry.profile !== undefined) delete entry.profile;
  if (args.dynamicMap !== undefined) entry.dynamicMap = args.dynamicMap;
  if (args.discover === true) entry.discover = true;
  if (args.profile !== undefined) entry.profile = args.profile;
}

/** Whether a name, map and sequence, is one of a map's entries. */
function isOfMap(name: string, map: string): boolean {
  return name.startsWith(`${map} `) && !name.slice(map.length + 1).includes(" ");
}
