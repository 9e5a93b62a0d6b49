import type { Interface } from "../../model/interface.ts";
import { sectionCommand } from "../command.ts";

const words = { vrf: "The name of a VRF of this router." };

export const vrfForwarding = sectionCommand<Interface, { vrf: string }>({
  syntax: "vrf forwarding <vrf:name>",
  field: "vrf",
  read(one, args) {
    one.vrf = args.vrf;
    one.vrfForwarding = true;
    return undefined;
  },
  write: (one) => (one.vrf === undefined || one.vrfForwarding !== true ? [] : [{ vrf: one.vrf }]),
  remove(one) {
    delete one.vrf;
    delete one.vrfForwarding;
  },
  summary: "Puts the interface into a VRF. Its addresses have to be entered again afterwards.",
  source: "Cisco IOS IP Routing: VRF Command Reference, vrf forwarding",
  words,
});

export const ipVrfForwarding = sectionCommand<Interface, { vrf: string }>({
  syntax: "ip vrf forwarding <vrf:name>",
  field: "vrf",
  read(one, args) {
    one.vrf = args.vrf;
    delete one.vrfForwarding;
    return undefined;
  },
  write: (one) => (one.vrf === undefined || one.vrfForwarding === true ? [] : [{ vrf: one.vrf }]),
  remove(one) {
    delete one.vrf;
    delete one.vrfForwarding;
  },
  summary: "Puts the interface into a VRF, in the older form.",
  source: "Cisco IOS IP Routing: VRF Command Reference, ip vrf forwarding",
  words,
});
