import type { StaticNat } from "../../model/nat.ts";
import { elementNames } from "../../model/router.ts";
import { globalCommand } from "../command.ts";

interface StaticArguments {
  protocol?: "tcp" | "udp";
  local?: number;
  localPort?: number;
  global?: number;
  interface?: string;
  globalPort?: number;
  networkMask?: number;
  vrf?: string;
  routeMap?: string;
  extendable?: true;
}

export const staticNat = globalCommand<"staticNat", StaticArguments>({
  syntax:
    "ip nat inside source static {<protocol:tcp|udp> <local:address> <localPort:1-65535> {interface <interface:interface> | <global:address>} <globalPort:1-65535> | network <local:address> <global:address> <networkMask:mask-or-length> | <local:address> {interface <interface:interface> | <global:address>}} [[vrf <vrf:name>] [route-map <routeMap:name>] [extendable]]",
  kind: "staticNat",
  removesElement: true,
  replaces: true,
  name: (args) => (args.local === undefined ? undefined : elementNames.staticNat(natOf(args))),
  create: natOf,
  write: (nat) => [argumentsOf(nat)],
  summary: "Translates one address to another always. It catches VPN traffic too, unless a route map leaves that out.",
  source: "Cisco IOS IP Addressing Services Command Reference, ip nat inside source",
  words: {
    local: "The address as it is inside.",
    global: "The address as the world sees it.",
    network: "A whole subnet, address by address.",
    "route-map": "Translates only what the route map permits.",
    extendable: "One local address may have several global ones.",
  },
});

function natOf(args: StaticArguments): StaticNat {
  const { globalPort, localPort, networkMask, protocol, routeMap, vrf } = args;
  return {
    ...(protocol === undefined ? {} : { protocol }),
    local: args.local ?? 0,
    ...(localPort === undefined ? {} : { localPort }),
    global:
      args.interface === undefined
        ? { kind: "address", address: args.global ?? 0 }
        : { kind: "interface", name: args.interface },
    ...(globalPort === undefined ? {} : { globalPort }),
    ...(networkMask === undefined ? {} : { networkMask }),
    ...(routeMap === undefined ? {} : { routeMap }),
    ...(vrf === undefined ? {} : { vrf }),
    ...(args.extendable === true ? { extendable: true } : {}),
  };
}

function argumentsOf(nat: StaticNat): StaticArguments {
  const { extendable, global, ...rest } = nat;
  return {
    ...rest,
    ...(global.kind === "address" ? { global: global.address } : { interface: global.name }),
    ...(extendable === true ? { extendable: true } : {}),
  };
}
