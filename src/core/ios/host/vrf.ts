import type { Vrf } from "../../model/host.ts";
import { globalCommand, sectionCommand } from "../command.ts";

export const vrfDefinition = globalCommand<"vrf", { name: string }>({
  syntax: "vrf definition <name:name>",
  kind: "vrf",
  opens: "vrf-definition",
  removesElement: true,
  name: (args) => args.name,
  create: (args) => ({ name: args.name, definition: true, kept: [] }),
  write: (vrf) => (vrf.definition === true ? [{ name: vrf.name }] : []),
  summary: "Makes a routing table of its own, for IPv4 and IPv6.",
  source: "Cisco IOS IP Routing: VRF Command Reference, vrf definition",
});

export const ipVrf = globalCommand<"vrf", { name: string }>({
  syntax: "ip vrf <name:name>",
  kind: "vrf",
  opens: "ip-vrf",
  removesElement: true,
  name: (args) => args.name,
  create: (args) => ({ name: args.name, kept: [] }),
  write: (vrf) => (vrf.definition === true ? [] : [{ name: vrf.name }]),
  summary: "Makes a routing table of its own, in the older form, for IPv4 alone.",
  source: "Cisco IOS IP Routing: VRF Command Reference, ip vrf",
});

export const routeDistinguisher = sectionCommand<Vrf, { routeDistinguisher: string }>({
  syntax: "rd <routeDistinguisher:word>",
  field: "routeDistinguisher",
  summary: "Tells routes of this table apart from those of others.",
  source: "Cisco IOS IP Routing: VRF Command Reference, rd",
  words: { routeDistinguisher: "Two numbers, or an address and a number, with a colon between: 65000:1." },
});
