import type { Interface } from "../../model/interface.ts";
import { sectionCommand } from "../command.ts";

export const interfaceCryptoMap = sectionCommand<Interface, { name: string; redundancy?: string; stateful?: true }>({
  syntax: "crypto map <name:name> [redundancy <redundancy:word> [stateful]]",
  field: "cryptoMap",
  withoutIt: "Traffic passes unprotected.",
  read(one, args) {
    one.cryptoMap = {
      name: args.name,
      ...(args.redundancy === undefined ? {} : { redundancy: args.redundancy }),
      ...(args.stateful === true ? { stateful: true } : {}),
    };
    return undefined;
  },
  write: (one) => (one.cryptoMap === undefined ? [] : [one.cryptoMap]),
  summary:
    "Applies a crypto map set: packets that leave here are compared with its entries. An interface takes one set; a second command replaces the first.",
  source: "Cisco, Security for VPNs with IPsec, Applying Crypto Map Sets to Interfaces",
  words: {
    name: "The name of a crypto map set.",
    redundancy: "The tunnel's endpoint is the virtual address of an HSRP group.",
    stateful: "The standby router takes over security associations.",
  },
});
