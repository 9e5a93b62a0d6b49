import { globalCommand } from "../command.ts";

export const dynamicMapEntry = globalCommand<"dynamicMapEntry", { map: string; sequence: number }>({
  syntax: "crypto dynamic-map <map:name> <sequence:1-65535>",
  kind: "dynamicMapEntry",
  opens: "dynamic-map",
  removesElement: true,
  rangeRule: "range-seq",
  name: (args) => `${args.map} ${args.sequence}`,
  create: (args) => ({
    map: args.map,
    sequence: args.sequence,
    peers: [],
    transformSets: [],
    sessionKeys: [],
    kept: [],
  }),
  write: (entry) => [{ map: entry.map, sequence: entry.sequence }],
  removedNames(names, { map, sequence }) {
    if (map === undefined) return [];
    return sequence === undefined ? [...names].filter((name) => name.startsWith(`${map} `)) : [`${map} ${sequence}`];
  },
  summary:
    "A template for peers that are not known beforehand. It takes effect through a crypto map entry that names it, and never starts a negotiation.",
  source: "Cisco IOS Security Command Reference, crypto dynamic-map",
  words: { map: "The name of the dynamic map.", sequence: "1 to 65535; the lowest is tried first." },
});
