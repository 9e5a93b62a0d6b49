import type { AaaList } from "../../model/remoteAccess.ts";
import { globalCommand, type GlobalCommand } from "../command.ts";

interface ListArguments {
  name: string;
  methods?: readonly string[];
}

function aaaList(service: AaaList["service"], summary: string): GlobalCommand {
  return globalCommand<"aaaList", ListArguments>({
    syntax: `aaa ${service} <name:name> <methods:aaa-method>...`,
    kind: "aaaList",
    removesElement: true,
    replaces: true,
    name: (args) => `${service} ${args.name}`,
    create: (args) => ({ service, name: args.name, methods: [...(args.methods ?? [])] }),
    write: (list) => (list.service === service ? [{ name: list.name, methods: list.methods }] : []),
    summary,
    source: `Cisco IOS Security Command Reference, aaa ${service}`,
    words: {
      name: "The list's name; default holds wherever no other is named.",
      local: "The user names of this router.",
      group: "Servers: radius, tacacs+, or a group by name.",
      none: "Nothing is checked.",
    },
  });
}

export const aaaAuthenticationLogin = aaaList(
  "authentication login",
  "How a user's name and password are checked: the methods in their order.",
);

export const aaaAuthorizationNetwork = aaaList(
  "authorization network",
  "Where the policy of a remote user's group is looked up: the methods in their order.",
);

export const aaaAccountingNetwork = aaaList("accounting network", "Where use of the network is recorded.");
