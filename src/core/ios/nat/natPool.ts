import { maskOfLength } from "../../net/ipv4.ts";
import { globalCommand } from "../command.ts";

interface PoolArguments {
  name: string;
  start: number;
  end: number;
  mask?: number;
  length?: number;
}

export const natPool = globalCommand<"natPool", PoolArguments>({
  syntax: "ip nat pool <name:name> <start:address> <end:address> {netmask <mask:mask> | prefix-length <length:1-32>}",
  kind: "natPool",
  removesElement: true,
  replaces: true,
  name: (args) => args.name,
  create: (args) => ({ name: args.name, start: args.start, end: args.end, mask: maskOf(args) }),
  normalise(args) {
    const { length: _length, ...rest } = args;
    return args.length === undefined ? args : { ...rest, mask: maskOf(args) };
  },
  write: (pool) => [{ name: pool.name, start: pool.start, end: pool.end, mask: pool.mask }],
  summary: "Addresses that inside addresses are translated to.",
  source: "Cisco IOS IP Addressing Services Command Reference, ip nat pool",
  words: { start: "First address.", end: "Last address.", netmask: "The subnet mask of the addresses." },
});

function maskOf(args: PoolArguments): number {
  return args.mask ?? maskOfLength(args.length ?? 32);
}
