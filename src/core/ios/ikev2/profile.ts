import type { Ikev2Profile } from "../../model/ikev2.ts";
import { globalCommand, keptCommand, sectionCommand, type CommandDescription } from "../command.ts";

const source = "Cisco IOS Security Command Reference, crypto ikev2 profile";

export const ikev2Profile = globalCommand<"ikev2Profile", { name: string }>({
  syntax: "crypto ikev2 profile <name:name>",
  kind: "ikev2Profile",
  opens: "ikev2-profile",
  removesElement: true,
  name: (args) => args.name,
  create: (args) => ({ name: args.name, matches: [], authentication: [], kept: [] }),
  write: (profile) => [{ name: profile.name }],
  summary: "How IKEv2 treats the peers that it matches.",
  source,
});

function command<A extends object = object>(description: Omit<CommandDescription<Ikev2Profile, A>, "source">) {
  return sectionCommand<Ikev2Profile, A>({ ...description, source });
}

export const ikev2ProfileDescription = command({
  syntax: "description <description:description>",
  field: "description",
  summary: "A note on the profile, for people.",
});

export const ikev2ProfileMatch = command<{ matches: string }>({
  syntax: "match <matches:words>",
  field: "matches",
  perItem: true,
  summary: "Which peers the profile is for: by identity, local address, certificate or front VRF.",
});

export const ikev2ProfileIdentityLocal = command({
  syntax: "identity local <identityLocal:words>",
  field: "identityLocal",
  summary: "What the router calls itself: address, fqdn, email, dn or key-id, and the value.",
});

export const ikev2ProfileAuthentication = command<{ authentication: string }>({
  syntax: "authentication <authentication:words>",
  field: "authentication",
  perItem: true,
  summary: "How each side proves itself: local or remote, and pre-share, rsa-sig, ecdsa-sig or eap.",
});

export const ikev2ProfileKeyring = command({
  syntax: "keyring <keyring:words>",
  field: "keyring",
  summary: "Where pre-shared keys are looked up: local or aaa, and a name.",
});

export const ikev2ProfileLifetime = command({
  syntax: "lifetime <lifetimeSeconds:120-86400>",
  field: "lifetimeSeconds",
  default: 86400,
  rangeRule: "range-lifetime",
  summary: "How long the IKEv2 security association lives, in seconds. It is not negotiated.",
});

export const ikev2ProfileDpd = command({
  syntax: "dpd <dpd:words>",
  field: "dpd",
  summary: "Dead peer detection: seconds, retry seconds, and on-demand or periodic.",
});

export const ikev2ProfileIvrf = command({
  syntax: "ivrf <ivrf:name>",
  field: "ivrf",
  summary: "The VRF that decrypted traffic enters.",
});

/** Commands of the profile that the model keeps as they are. */
export const ikev2ProfileOthers = [
  keptCommand({
    syntax: "nat keepalive <seconds:5-3600>",
    summary: "Seconds between packets that keep a translation alive.",
    source,
  }),
  keptCommand({ syntax: "pki trustpoint <name:name> [{sign | verify}]", summary: "The trustpoint to use.", source }),
  keptCommand({ syntax: "shutdown", summary: "Takes the profile out of service.", source }),
  keptCommand({
    syntax: "virtual-template <template:1-4095> [mode auto]",
    summary: "Each peer gets an interface of its own, made from this virtual template.",
    source,
  }),
  // Of `aaa` only these belong to a profile: all other lines that begin so are global ones, and end the section.
  ...["authentication {eap | anyconnect-eap}", "authorization {group | user}", "accounting {psk | cert | eap}"].map(
    (words) =>
      keptCommand({ syntax: `aaa ${words} <rest:words>`, summary: "Where policies and users are looked up.", source }),
  ),
  keptCommand({ syntax: "config-exchange <rest:words>", summary: "Whether configuration is exchanged.", source }),
  keptCommand({
    syntax: "initial-contact force",
    summary: "Always announces that older associations are gone.",
    source,
  }),
];
