import type { NatRule } from "../../model/nat.ts";
import { elementNames } from "../../model/router.ts";
import { globalCommand } from "../command.ts";

interface RuleArguments {
  list?: string;
  routeMap?: string;
  interface?: string;
  pool?: string;
  vrf?: string;
  overload?: true;
}

export const natRule = globalCommand<"natRule", RuleArguments>({
  syntax:
    "ip nat inside source {list <list:name> | route-map <routeMap:name>} {interface <interface:interface> | pool <pool:name>} [[vrf <vrf:name>] [overload]]",
  kind: "natRule",
  removesElement: true,
  replaces: true,
  name: (args) => elementNames.natRule(ruleOf(args)),
  create: ruleOf,
  write: (rule) => [
    {
      ...(rule.match.kind === "list" ? { list: rule.match.name } : { routeMap: rule.match.name }),
      ...(rule.to.kind === "interface" ? { interface: rule.to.name } : { pool: rule.to.name }),
      ...(rule.vrf === undefined ? {} : { vrf: rule.vrf }),
      ...(rule.overload === true ? { overload: true } : {}),
    },
  ],
  summary:
    "Translates the source of what the list permits. VPN traffic has to be denied there first, since translation comes before encryption.",
  source: "Cisco IOS IP Addressing Services Command Reference, ip nat inside source",
  words: {
    list: "The access list of what is translated.",
    "route-map": "The route map of what is translated.",
    interface: "Translated to the address of this interface.",
    pool: "Translated to addresses of this pool.",
    overload: "Many hosts share an address, told apart by ports.",
  },
});

function ruleOf(args: RuleArguments): NatRule {
  const { list, pool, routeMap, vrf } = args;
  return {
    match: list === undefined ? { kind: "route-map", name: routeMap ?? "" } : { kind: "list", name: list },
    to: pool === undefined ? { kind: "interface", name: args.interface ?? "" } : { kind: "pool", name: pool },
    ...(vrf === undefined ? {} : { vrf }),
    ...(args.overload === true ? { overload: true } : {}),
  };
}
