import type { IpsecProfile } from "../../model/ipsec.ts";
import { globalCommand, keptCommand, sectionCommand } from "../command.ts";

export const ipsecProfile = globalCommand<"ipsecProfile", { name: string }>({
  syntax: "crypto ipsec profile <name:name>",
  kind: "ipsecProfile",
  opens: "ipsec-profile",
  removesElement: true,
  name: (args) => args.name,
  create: (args) => ({ name: args.name, transformSets: [], kept: [] }),
  write: (profile) => [{ name: profile.name }],
  summary: "How a tunnel interface protects its packets. It has neither peer nor access list: the tunnel has both.",
  source: "Cisco IOS Security Command Reference, crypto ipsec profile",
});

const source = "Cisco IOS-XE native YANG model, crypto ipsec profile";

export const ipsecProfileDescription = sectionCommand<IpsecProfile>({
  syntax: "description <description:description>",
  field: "description",
  summary: "A note on the profile, for people.",
  source,
});

export const ipsecProfileResponderOnly = sectionCommand<IpsecProfile>({
  syntax: "responder-only",
  field: "responderOnly",
  summary: "The router never starts a negotiation for tunnels of this profile.",
  source,
});

/** Commands of the profile that the model keeps as they are. */
export const ipsecProfileOthers = [
  keptCommand({
    syntax: "set security-association dfbit {clear | set | copy}",
    summary: "What becomes of the don't-fragment bit.",
    source,
  }),
  keptCommand({
    syntax: "set security-association level per-host",
    summary: "A pair of associations of its own for each pair of hosts.",
    source,
  }),
  keptCommand({
    syntax: "set identity <identity:name>",
    summary: "Takes only peers that a crypto identity lists.",
    source,
  }),
  keptCommand({ syntax: "set mixed-mode", summary: "Carries IPv4 in IPv6 tunnels and the other way round.", source }),
  keptCommand({
    syntax: "set security-policy limit <limit:0-50000>",
    summary: "How many flows a tunnel may have.",
    source,
  }),
  keptCommand({
    syntax: "set reverse-route {distance <distance:1-255> | tag <tag:1-4294967295> | gateway <gateway:address>}",
    summary: "How routes that the profile adds look.",
    source,
  }),
  keptCommand({
    syntax: "reverse-route [<rest:words>]",
    summary: "Adds routes to the networks behind the peer.",
    source,
  }),
  keptCommand({
    syntax: "redundancy <group:word> [stateful]",
    summary: "Hands tunnels over to a standby router.",
    source,
  }),
];
