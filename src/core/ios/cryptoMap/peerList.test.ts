import { expect, test } from "vitest";
import type { CryptoMapEntryBody, CryptoMapPeer } from "../../model/cryptoMap.ts";
import { compile } from "../compiledCommand.ts";
import { setPeer } from "./setPeer.ts";

const command = compile(setPeer);

/** Peers that count how often somebody looks who they are. */
function countedPeers(count: number): {
  readonly args: readonly { peer: CryptoMapPeer["peer"] }[];
  looks: () => number;
} {
  let looks = 0;
  const args = Array.from({ length: count }, (_, at) => ({
    peer: {
      kind: "address" as const,
      get address() {
        looks += 1;
        return at;
      },
    },
  }));
  return { args, looks: () => looks };
}

/** What is left of an entry, and how many looks it took, when many peers are set and then taken away in some order. */
function setAndTaken(count: number, order: (peers: readonly object[]) => readonly object[]) {
  const entry: CryptoMapEntryBody = { peers: [], transformSets: [], sessionKeys: [], kept: [] };
  const { args, looks } = countedPeers(count);
  const items = args.map((one) => command.read(entry, one as never));
  const most = entry.peers.length;
  for (const one of order(args)) command.remove(entry, one as never);
  return { items, most, left: entry.peers.length, looksPerPeer: looks() / count };
}

const orders = {
  "first to last": (peers: readonly object[]) => peers,
  "last to first": (peers: readonly object[]) => [...peers].reverse(),
  "every other one first": (peers: readonly object[]) => [
    ...peers.filter((_, at) => at % 2 === 0),
    ...peers.filter((_, at) => at % 2 === 1),
  ],
};

test.each(Object.entries(orders))(
  "ten times the peers of an entry, set and taken away from %s, take ten times the looks",
  (_title, order) => {
    const small = setAndTaken(300, order);
    const large = setAndTaken(3000, order);
    expect(large).toMatchObject({ most: 3000, left: 0 });
    expect(large.items).toEqual(Array.from({ length: 3000 }, (_, at) => at));
    expect(large.looksPerPeer).toBeLessThan(small.looksPerPeer * 1.5);
    expect(large.looksPerPeer).toBeLessThan(40);
  },
);

test("a peer of a long list that is set again keeps its place and takes what the line says", () => {
  const entry: CryptoMapEntryBody = { peers: [], transformSets: [], sessionKeys: [], kept: [] };
  const named = (at: number) => ({ peer: { kind: "hostname" as const, hostname: `peer-${at}` } });
  for (let at = 0; at < 40; at += 1) command.read(entry, named(at));
  expect(command.read(entry, { ...named(7), default: true })).toBe(7);
  expect(entry.peers).toHaveLength(40);
  expect(entry.peers[7]).toEqual({ ...named(7), default: true });
  command.remove(entry, named(3));
  expect(command.read(entry, named(7))).toBe(6);
  expect(command.read(entry, named(3))).toBe(39);
});
