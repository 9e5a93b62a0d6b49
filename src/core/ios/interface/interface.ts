import { globalCommand } from "../command.ts";

export const interfaceCommand = globalCommand<"interface", { name: string; qualifier?: string }>({
  syntax: "interface <name:interface> [<qualifier:interface-qualifier>]",
  kind: "interface",
  opens: "interface",
  removesElement: true,
  name: (args) => args.name,
  create: (args) => ({ name: args.name, secondaryAddresses: [], kept: [] }),
  read(one, args) {
    if (args.qualifier !== undefined) one.qualifier = args.qualifier;
    return undefined;
  },
  write: (one) => [{ name: one.name, ...(one.qualifier === undefined ? {} : { qualifier: one.qualifier }) }],
  summary: "Opens an interface. A virtual one comes into being with it.",
  source: "Cisco IOS Interface and Hardware Component Command Reference, interface",
  words: { name: "Type and number: GigabitEthernet0/0, Tunnel1, Serial0/0/0.101." },
});
