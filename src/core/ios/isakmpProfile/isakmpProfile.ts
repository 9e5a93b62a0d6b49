import type { IdentityMatch, IsakmpProfile } from "../../model/isakmp.ts";
import { ALL_ONES } from "../../net/ipv4.ts";
import { globalCommand, keptCommand, sectionCommand, type CommandDescription } from "../command.ts";

export const isakmpProfile = globalCommand<"isakmpProfile", { name: string }>({
  syntax: "crypto isakmp profile <name:name>",
  kind: "isakmpProfile",
  opens: "isakmp-profile",
  removesElement: true,
  name: (args) => args.name,
  create: (args) => ({ name: args.name, keyrings: [], matches: [], clientConfigurationAddress: [], kept: [] }),
  write: (profile) => [{ name: profile.name }],
  summary: "How IKE treats the peers whose identity it matches. Without a match line it never applies.",
  source: "Cisco IOS Security Command Reference, crypto isakmp profile",
});

const source = "Cisco IOS Security Command Reference, crypto isakmp profile";

function command<A extends object = object>(description: Omit<CommandDescription<IsakmpProfile, A>, "source">) {
  return sectionCommand<IsakmpProfile, A>({ ...description, source });
}

export const profileDescription = command({
  syntax: "description <description:description>",
  field: "description",
  summary: "A note on the profile, for people.",
});

export const profileVrf = command({
  syntax: "vrf <vrf:name>",
  field: "vrf",
  summary: "The VRF that decrypted traffic enters.",
});

export const profileKeyring = command({
  syntax: "keyring <keyrings:name>...",
  field: "keyrings",
  withoutIt: "The global keys.",
  summary: "The keyrings that pre-shared keys are looked up in; default stands for the global keys.",
});

export const profileSelfIdentity = command({
  syntax: "self-identity <selfIdentity:words>",
  field: "selfIdentity",
  withoutIt: "What crypto isakmp identity says.",
  summary:
    "What the router calls itself to these peers: address, fqdn with or without a name, or user-fqdn and a name.",
});

interface MatchArguments {
  address?: number;
  mask?: number;
  vrf?: string;
  host?: string;
  user?: string;
  domain?: true;
  group?: string;
  certificateMap?: string;
}

export const profileMatch = command<MatchArguments>({
  syntax:
    "match {identity {address <address:address> [<mask:wild-mask>] [<vrf:name>] | host [domain] <host:word> | user [domain] <user:word> | group <group:name>} | certificate <certificateMap:name>}",
  field: "matches",
  withoutIt: "The profile never applies.",
  read(profile, args) {
    const match = matchOf(args);
    if (match === undefined) return undefined;
    const text = JSON.stringify(match);
    const present = profile.matches.findIndex((one) => JSON.stringify(one) === text);
    return present >= 0 ? present : profile.matches.push(match) - 1;
  },
  normalise: (args) => (args.address !== undefined && args.mask === undefined ? { ...args, mask: ALL_ONES } : args),
  write: (profile) => profile.matches.map(argumentsOf),
  item: (_args, index) => index,
  remove(profile, args) {
    const match = matchOf(args);
    const text = JSON.stringify(match);
    profile.matches = match === undefined ? [] : profile.matches.filter((one) => JSON.stringify(one) !== text);
  },
  summary: "Which peers the profile is for, by what they call themselves.",
  words: {
    identity: "By the identity that the peer sends.",
    address: "Peers that identify by an address under this mask; 255.255.255.255 without one.",
    vrf: "The VRF that they come in by.",
    host: "Peers that identify by a full name.",
    user: "Peers that identify by a user's full name.",
    domain: "Any name of this domain.",
    group: "Clients of an Easy VPN group.",
    certificate: "Peers whose certificate fits a certificate map.",
  },
});

function matchOf(args: MatchArguments): IdentityMatch | undefined {
  const { address, certificateMap, group, host, mask, user, vrf } = args;
  if (address !== undefined)
    return { kind: "address", address, mask: mask ?? ALL_ONES, ...(vrf === undefined ? {} : { vrf }) };
  if (group !== undefined) return { kind: "group", name: group };
  if (certificateMap !== undefined) return { kind: "certificate", map: certificateMap };
  const domain = args.domain === true ? { domain: true as const } : {};
  if (host !== undefined) return { kind: "host", ...domain, name: host };
  return user === undefined ? undefined : { kind: "user", ...domain, name: user };
}

function argumentsOf(match: IdentityMatch): MatchArguments {
  switch (match.kind) {
    case "address":
      return { address: match.address, mask: match.mask, ...(match.vrf === undefined ? {} : { vrf: match.vrf }) };
    case "host":
    case "user":
      return { [match.kind]: match.name, ...(match.domain === true ? { domain: true } : {}) };
    case "group":
      return { group: match.name };
    case "certificate":
      return { certificateMap: match.map };
    default:
      return match satisfies never;
  }
}

export const profileTrustPoint = command({
  syntax: "ca trust-point <trustPoint:name>",
  field: "trustPoint",
  summary: "The trustpoint whose certificate is sent and whose issuers are accepted.",
});

export const profileClientAuthenticationList = command({
  syntax: "client authentication list <clientAuthenticationList:name>",
  field: "clientAuthenticationList",
  summary: "Asks remote users for name and password, checked by this login list.",
});

export const profileIsakmpAuthorizationList = command({
  syntax: "isakmp authorization list <isakmpAuthorizationList:name>",
  field: "isakmpAuthorizationList",
  summary: "Looks up the policy of a remote user's group by this network authorization list.",
});

export const profileClientConfigurationAddress = command<{ clientConfigurationAddress: "initiate" | "respond" }>({
  syntax: "client configuration address <clientConfigurationAddress:initiate|respond>",
  field: "clientConfigurationAddress",
  perItem: true,
  summary: "Gives remote clients an address. It may stand twice, once each way.",
  words: { initiate: "The router sends the address unasked.", respond: "The router answers when it is asked." },
});

export const profileClientConfigurationGroup = command({
  syntax: "client configuration group <clientConfigurationGroup:name>",
  field: "clientConfigurationGroup",
  summary: "The group whose policy peers of this profile get.",
});

export const profileInitiateMode = command({
  syntax: "initiate mode aggressive",
  field: "initiateAggressive",
  withoutIt: "Main mode.",
  summary: "Starts negotiations in aggressive mode.",
});

export const profileKeepalive = command<NonNullable<IsakmpProfile["keepalive"]>>({
  syntax: "keepalive <seconds:10-3600> retry <retrySeconds:2-60>",
  field: "keepalive",
  rangeRule: "range-dpd",
  withoutIt: "What crypto isakmp keepalive says.",
  read(profile, args) {
    profile.keepalive = { seconds: args.seconds, retrySeconds: args.retrySeconds };
    return undefined;
  },
  write: (profile) => (profile.keepalive === undefined ? [] : [profile.keepalive]),
  summary: "Dead peer detection for these peers.",
  words: { seconds: "Seconds between messages.", retry: "Seconds before an unanswered message is sent again." },
});

export const profileLocalAddress = command({
  syntax: "local-address <localAddress:local-address>",
  field: "localAddress",
  summary: "The profile serves only negotiations that use this address or interface of the router.",
});

export const profileAccounting = command({
  syntax: "accounting <accounting:name>",
  field: "accounting",
  summary: "Accounts for these peers by this accounting list.",
});

export const profileVirtualTemplate = command({
  syntax: "virtual-template <virtualTemplate:1-4095>",
  field: "virtualTemplate",
  summary: "Each peer gets an interface of its own, made from this virtual template.",
});

export const profileQosGroup = command({
  syntax: "qos-group <qosGroup:1-1023>",
  field: "qosGroup",
  summary: "Marks decrypted packets for quality of service.",
});

/** Commands of the profile that the model keeps as they are. */
export const profileOthers = [
  keptCommand({
    syntax: "match identity address ipv6 <prefix:word> [<vrf:name>]",
    summary: "Peers that identify by an IPv6 address of this prefix.",
    source,
  }),
];
