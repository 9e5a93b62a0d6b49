import { cryptoMapSets } from "../../derive/cryptoMapSet.ts";
import type { CryptoMapEntry } from "../../model/cryptoMap.ts";
import type { Elements } from "../../model/router.ts";
import { lifetimesOf } from "../../negotiate/phase2Terms.ts";
import { peerWord } from "../show/wording.ts";
import {
  blocksOf,
  extent,
  found,
  type ExplainedRow,
  type OutputReader,
  type PastedLine,
  type PastedPart,
} from "./shownOutput.ts";

const heading = /^\s*Crypto Map (?:IPv4 |IPv6 )?"([^"]+)" (\d+)/;

/** `show crypto map`, old and new. */
export const cryptoMap: OutputReader = {
  command: "show crypto map",
  starts: /^\s*Crypto Map:? (?:IPv4 |IPv6 )?"[^"]+"/,
  ownAddresses: (lines) => [found(lines, /local address: (\d+(?:\.\d+){3})/) ?? ""],
  explain: (part) => {
    const blocks = blocksOf(part.lines, heading);
    return { rows: blocks.map((block) => explainEntry(part, block)), missing: missing(part, blocks) };
  },
};

function explainEntry({ design, router }: PastedPart, block: readonly PastedLine[]): ExplainedRow {
  const [, map = "", sequence = ""] = heading.exec(block[0]?.text ?? "") ?? [];
  const name = `${map} ${sequence}`;
  const elements = router === undefined ? undefined : design.routers.get(router)?.elements;
  const entry = elements?.cryptoMapEntry.get(name);
  const incomplete = block.some(({ text }) => /incomplete/i.test(text));
  const made = found(block, /created from dynamic map (\S+?)\)?\s*$/);
  const anchor = found(block, /Dynamic map template tag: (\S+)/);
  const applied = appliedTo(block);
  return {
    ...extent(block),
    about: `Entry ${name}`,
    tone: incomplete ? "bad" : entry || made !== undefined ? "good" : "info",
    says: [
      ...(incomplete
        ? [
            "The entry is incomplete: it has no peer, or no access list that exists. IOS passes it over as if it were not there.",
          ]
        : []),
      ...(made === undefined
        ? []
        : [`Dynamic map ${made} has made this entry for a peer that asked; it goes when its associations do.`]),
      ...(anchor === undefined ? [] : [`It leaves the rest to dynamic map ${anchor}, which waits for peers to start.`]),
      ...(!incomplete && made === undefined && anchor === undefined
        ? ["The entry is complete: traffic that its access list permits is sent to its first peer that answers."]
        : []),
      ...(applied.none ? ["No interface carries the map, so it protects nothing."] : []),
    ],
    differs:
      elements === undefined
        ? []
        : entry
          ? differences(elements, entry, block)
          : made === undefined
            ? [`The design has no map entry ${name} on this router.`]
            : [],
    peering: null,
    ...(entry && router !== undefined && { place: { router, kind: "cryptoMapEntry" as const, name } }),
  };
}

function differences(elements: Elements, entry: CryptoMapEntry, block: readonly PastedLine[]): readonly string[] {
  const peers = block.flatMap(({ text }) => /^\s*Peer = (\S+)/.exec(text)?.[1] ?? []);
  const own = entry.peers.map((peer) => peerWord(elements, peer));
  const list = found(block, /IP access list (\S+)/);
  const pfs = found(block, /PFS \(Y\/N\): ([YN])/);
  const group = found(block, /DH group:\s+group(\d+)/);
  const wantedGroup = entry.pfs === "bare" ? "1" : entry.pfs === undefined ? undefined : String(entry.pfs);
  const sets = setNames(block);
  const seconds = found(block, /kilobytes\/(\d+) seconds/);
  const lifetimes = lifetimesOf(elements, entry);
  const carriers =
    cryptoMapSets(elements)
      .get(entry.map)
      ?.carriers.map(({ name }) => name) ?? [];
  const applied = appliedTo(block);
  const told = (what: string, shown: string, designed: string) =>
    shown === designed ? [] : [`${what} ${shown || "none"}; in the design ${designed || "none"}.`];
  return [
    ...(entry.dynamicMap === undefined ? told("Its peers are", peers.join(", "), own.join(", ")) : []),
    ...(entry.dynamicMap === undefined ? told("Its access list is", list ?? "", entry.matchAddress ?? "") : []),
    ...(pfs === undefined
      ? []
      : told(
          "PFS is",
          pfs === "Y" ? `group${group ?? ""}` : "off",
          wantedGroup === undefined ? "off" : `group${wantedGroup}`,
        )),
    ...(sets.length === 0 ? [] : told("Its transform sets are", sets.join(", "), entry.transformSets.join(", "))),
    ...(seconds === undefined ? [] : told("Its lifetime in seconds is", seconds, String(lifetimes.lifetimeSeconds))),
    ...(applied.known ? told("The map stands on", applied.names.join(", "), carriers.join(", ")) : []),
  ];
}

/** Set names, one to a line with their transforms, or all in one line as 12.x prints them. */
function setNames(block: readonly PastedLine[]): readonly string[] {
  const at = block.findIndex(({ text }) => /Transform sets=\{/.test(text));
  if (at < 0) return [];
  const inline = /Transform sets=\{\s*(\S.*?),?\s*\}/.exec(block[at]?.text ?? "")?.[1];
  if (inline !== undefined) return inline.split(/[\s,]+/).filter((word) => word !== "");
  return block.slice(at + 1).flatMap(({ text }) => /^\s*(\S+):\s+\{/.exec(text)?.[1] ?? []);
}

/** The interfaces stand below the last entry of a map alone. */
function appliedTo(block: readonly PastedLine[]) {
  const at = block.findIndex(({ text }) => /Interfaces using crypto map/.test(text));
  const names: string[] = [];
  for (const { text } of at < 0 ? [] : block.slice(at + 1)) {
    if (!/^\s+\S+\s*$/.test(text)) break;
    names.push(text.trim());
  }
  return { known: at >= 0, names, none: at >= 0 && names.length === 0 };
}

function missing({ design, router }: PastedPart, blocks: readonly (readonly PastedLine[])[]): readonly string[] {
  const elements = router === undefined ? undefined : design.routers.get(router)?.elements;
  if (!elements || blocks.length === 0) return [];
  const headings = blocks.flatMap((block) => {
    const match = heading.exec(block[0]?.text ?? "");
    return match ? [{ map: match[1] ?? "", name: `${match[1] ?? ""} ${match[2] ?? ""}` }] : [];
  });
  const shown = new Set(headings.map(({ name }) => name));
  // A paste of one map says nothing of the others.
  const maps = new Set(headings.map(({ map }) => map));
  return [...elements.cryptoMapEntry.entries()]
    .filter(([name, { map }]) => maps.has(map) && !shown.has(name))
    .map(([name]) => `The design has entry ${name}, and the output does not.`);
}
