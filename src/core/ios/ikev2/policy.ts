import type { Ikev2Policy } from "../../model/ikev2.ts";
import { globalCommand, sectionCommand } from "../command.ts";

const source = "Cisco IOS Security Command Reference, crypto ikev2 policy";

export const ikev2Policy = globalCommand<"ikev2Policy", { name: string }>({
  syntax: "crypto ikev2 policy <name:name>",
  kind: "ikev2Policy",
  opens: "ikev2-policy",
  removesElement: true,
  name: (args) => args.name,
  create: (args) => ({ name: args.name, proposals: [], matchAddressLocal: [], kept: [] }),
  write: (policy) => [{ name: policy.name }],
  summary: "Which proposals IKEv2 uses where.",
  source,
});

export const ikev2MatchFvrf = sectionCommand<Ikev2Policy>({
  syntax: "match fvrf <matchFvrf:name>",
  field: "matchFvrf",
  summary: "The policy holds for this front VRF; any for all.",
  source,
});

export const ikev2MatchAddressLocal = sectionCommand<Ikev2Policy, { matchAddressLocal: string }>({
  syntax: "match address local <matchAddressLocal:word>",
  field: "matchAddressLocal",
  perItem: true,
  summary: "The policy holds for this address of the router.",
  source,
});

export const ikev2PolicyProposal = sectionCommand<Ikev2Policy, { proposals: string }>({
  syntax: "proposal <proposals:name>",
  field: "proposals",
  perItem: true,
  summary: "A proposal; the first line is preferred.",
  source,
});
