import type { Interface, Tunnel } from "../../model/interface.ts";
import { sectionCommand, type Command, type CommandDescription, type Draft } from "../command.ts";

type Documentation = Pick<CommandDescription<Interface, object>, "summary" | "withoutIt" | "words">;

const source = "Cisco IOS Interface and Hardware Component Command Reference";

/** A line that sets one value of the tunnel. */
function tunnelValue(syntax: string, value: keyof Tunnel, documentation: Documentation): Command {
  return sectionCommand<Interface, Tunnel>({
    syntax,
    field: "tunnel",
    source,
    ...documentation,
    read(one, args) {
      setValue(one, value, args[value]);
      return value;
    },
    write: (one) => (one.tunnel?.[value] === undefined ? [] : [{ [value]: one.tunnel[value] }]),
    item: () => value,
    remove: (one) => setValue(one, value, undefined),
  });
}

export const tunnelSource = tunnelValue("tunnel source <source:interface-or-address>", "source", {
  summary: "Where the tunnel begins: the address, or the interface whose address it is.",
});

export const tunnelMode = tunnelValue("tunnel mode <mode:words>", "mode", {
  summary: "How packets are wrapped.",
  withoutIt: "gre ip.",
  words: { mode: "ipsec ipv4 for a virtual tunnel interface, gre ip, gre multipoint, ipip." },
});

export const tunnelDestination = tunnelValue("tunnel destination <destination:word>", "destination", {
  summary: "Where the tunnel ends: an address, a host name, or dynamic.",
});

export const tunnelVrf = tunnelValue("tunnel vrf <vrf:name>", "vrf", {
  summary: "The VRF through which the far end is reached.",
});

export const tunnelProtectionPolicy = tunnelValue(
  "tunnel protection ipsec policy ipv4 <protectionPolicy:name>",
  "protectionPolicy",
  { summary: "The access list of the traffic that the tunnel protects.", withoutIt: "All traffic." },
);

export const tunnelProtection = sectionCommand<Interface, { protectionProfile: string; protectionOptions?: string }>({
  syntax: "tunnel protection ipsec profile <protectionProfile:name> [<protectionOptions:words>]",
  field: "tunnel",
  source: "Cisco IOS Security Command Reference, tunnel protection",
  summary: "Protects the tunnel with an IPsec profile.",
  words: {
    protectionProfile: "The name of a crypto ipsec profile.",
    protectionOptions: "shared, isakmp-profile NAME or ikev2-profile NAME.",
  },
  read(one, args) {
    setValue(one, "protectionProfile", args.protectionProfile);
    setValue(one, "protectionOptions", args.protectionOptions);
    return "protectionProfile";
  },
  write(one) {
    const { protectionProfile, protectionOptions } = one.tunnel ?? {};
    if (protectionProfile === undefined) return [];
    return [{ protectionProfile, ...(protectionOptions === undefined ? {} : { protectionOptions }) }];
  },
  item: () => "protectionProfile",
  remove(one) {
    setValue(one, "protectionProfile", undefined);
    setValue(one, "protectionOptions", undefined);
  },
});

function setValue(one: Draft<Interface>, name: keyof Tunnel, value: string | undefined): void {
  const { [name]: _old, ...rest } = one.tunnel ?? {};
  const tunnel = value === undefined ? rest : { ...rest, [name]: value };
  if (Object.keys(tunnel).length > 0) one.tunnel = tunnel;
  else delete one.tunnel;
}
