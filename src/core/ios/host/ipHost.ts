import { globalCommand } from "../command.ts";

export const ipHost = globalCommand<"ipHost", { name: string; addresses: number[] }>({
  syntax: "ip host <name:word> <addresses:address>...",
  kind: "ipHost",
  removesElement: true,
  replaces: true,
  name: (args) => args.name,
  create: (args) => ({ name: args.name, addresses: [...args.addresses] }),
  write: (host) => [{ name: host.name, addresses: [...host.addresses] }],
  summary: "Resolves a name on the router itself, so that a peer configured by name is found without a name server.",
  source: "Cisco IOS IP Addressing Services Command Reference, ip host",
  words: { addresses: "One to eight addresses of the host." },
});
