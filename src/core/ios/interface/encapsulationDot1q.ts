import type { Interface } from "../../model/interface.ts";
import { sectionCommand } from "../command.ts";

export const encapsulationDot1q = sectionCommand<Interface, { vlan: number; native?: true }>({
  syntax: "encapsulation dot1Q <vlan:1-4094> [native]",
  field: "dot1q",
  read(one, args) {
    one.dot1q = args.native === true ? { vlan: args.vlan, native: true } : { vlan: args.vlan };
    return undefined;
  },
  write: (one) => (one.dot1q === undefined ? [] : [one.dot1q]),
  summary: "Gives a subinterface the frames of one VLAN. It has to stand before the address.",
  source: "Cisco IOS LAN Switching Command Reference, encapsulation dot1q",
  words: { vlan: "VLAN, 1 to 4094.", native: "Frames of this VLAN carry no tag." },
});
