import { globalCommand } from "../command.ts";

export const ipLocalPool = globalCommand<"localPool", { name: string; start: number; end?: number }>({
  syntax: "ip local pool <name:name> <start:address> [<end:address>]",
  kind: "localPool",
  removesElement: true,
  replaces: true,
  name: (args) => args.name,
  create: (args) => ({ name: args.name, start: args.start, ...(args.end === undefined ? {} : { end: args.end }) }),
  write: (pool) => [{ name: pool.name, start: pool.start, ...(pool.end === undefined ? {} : { end: pool.end }) }],
  summary: "Addresses that remote clients are given.",
  source: "Cisco IOS IP Addressing Services Command Reference, ip local pool",
  words: { start: "First address.", end: "Last address; without it the pool has one." },
});
