import { extendedLine, standardLine } from "./accessList/line.ts";
import { networkMember, objectGroupDescription, serviceMember } from "./accessList/objectGroup.ts";
import * as aaaServer from "./aaa/aaaServer.ts";
import * as clientGroup from "./clientGroup/clientGroup.ts";
import type { Command, ModeId } from "./command.ts";
import { entryDescription } from "./cryptoMap/description.ts";
import { matchAddress } from "./cryptoMap/matchAddress.ts";
import { entryOthers } from "./cryptoMap/others.ts";
import { reverseRoute } from "./cryptoMap/reverseRoute.ts";
import * as securityAssociation from "./cryptoMap/securityAssociation.ts";
import * as other from "./cryptoMap/setOther.ts";
import { setPeer } from "./cryptoMap/setPeer.ts";
import { setPfs } from "./cryptoMap/setPfs.ts";
import { setIkev2Profile, setIsakmpProfile } from "./cryptoMap/setProfile.ts";
import * as setReverseRoute from "./cryptoMap/setReverseRoute.ts";
import { setSessionKey } from "./cryptoMap/setSessionKey.ts";
import { setTransformSet } from "./cryptoMap/setTransformSet.ts";
import { GLOBAL_ORDER } from "./globalOrder.ts";
import { routeDistinguisher } from "./host/vrf.ts";
import * as ikev2Keyring from "./ikev2/keyring.ts";
import * as ikev2Policy from "./ikev2/policy.ts";
import * as ikev2Profile from "./ikev2/profile.ts";
import * as ikev2Proposal from "./ikev2/proposal.ts";
import { interfaceCryptoMap } from "./interface/cryptoMap.ts";
import { description } from "./interface/description.ts";
import { encapsulationDot1q } from "./interface/encapsulationDot1q.ts";
import { ipAccessGroupIn, ipAccessGroupOut } from "./interface/ipAccessGroup.ts";
import { ipAddress, ipUnnumbered, secondaryIpAddress } from "./interface/ipAddress.ts";
import { ipMtu } from "./interface/ipMtu.ts";
import { ipNat } from "./interface/ipNat.ts";
import { ipTcpAdjustMss } from "./interface/ipTcpAdjustMss.ts";
import { shutdown } from "./interface/shutdown.ts";
import * as tunnel from "./interface/tunnel.ts";
import { ipVrfForwarding, vrfForwarding } from "./interface/vrfForwarding.ts";
import * as ipsecProfile from "./ipsec/ipsecProfile.ts";
import { transformSetEsn, transformSetMode } from "./ipsec/transformSet.ts";
import * as isakmpPeer from "./isakmp/peer.ts";
import * as policy from "./isakmp/policy.ts";
import * as isakmpProfile from "./isakmpProfile/isakmpProfile.ts";
import * as keyring from "./keyring/keyring.ts";
import { compileMode, type CompiledMode, type Mode } from "./mode.ts";
import { routeMapMatchAddress } from "./routing/routeMap.ts";

/** What entries of static and dynamic maps have in common, in the order in which IOS prints it. */
const entryCommands: readonly Command[] = [
  entryDescription,
  setPeer,
  securityAssociation.setLifetimeKilobytes,
  securityAssociation.setLifetimeSeconds,
  securityAssociation.setLifetimeDays,
  securityAssociation.setIdleTime,
  securityAssociation.setLevelPerHost,
  securityAssociation.setReplayWindow,
  securityAssociation.setReplayDisable,
  setSessionKey,
  setTransformSet,
  setPfs,
  setReverseRoute.setReverseRouteDistance,
  setReverseRoute.setReverseRouteTag,
  setReverseRoute.setReverseRouteGateway,
  other.setIdentity,
  other.setNatDemux,
  setIsakmpProfile,
  setIkev2Profile,
  other.setAccessGroupIn,
  other.setAccessGroupOut,
  matchAddress,
  other.qosPreClassify,
  reverseRoute,
  ...entryOthers,
];

const modes: readonly Mode[] = [
  {
    id: "global",
    prompt: "config",
    indent: "",
    commands: GLOBAL_ORDER.flatMap((step) => step.commands ?? []),
    others: GLOBAL_ORDER.flatMap((step) => step.others ?? []).filter((words) => !words.startsWith("no ")),
  },
  { id: "vrf-definition", prompt: "config-vrf", indent: " ", kind: "vrf", commands: [routeDistinguisher] },
  { id: "ip-vrf", prompt: "config-vrf", indent: " ", kind: "vrf", commands: [routeDistinguisher] },
  {
    id: "network-group",
    prompt: "config-network-group",
    indent: " ",
    kind: "objectGroup",
    commands: [objectGroupDescription, networkMember],
  },
  {
    id: "service-group",
    prompt: "config-service-group",
    indent: " ",
    kind: "objectGroup",
    commands: [objectGroupDescription, serviceMember],
  },
  {
    id: "isakmp-policy",
    prompt: "config-isakmp",
    indent: " ",
    kind: "isakmpPolicy",
    commands: [
      policy.isakmpPolicyEncryption,
      policy.isakmpPolicyHash,
      policy.isakmpPolicyAuthentication,
      policy.isakmpPolicyGroup,
      policy.isakmpPolicyLifetime,
    ],
  },
  {
    id: "isakmp-peer",
    prompt: "config-isakmp-peer",
    indent: " ",
    kind: "isakmpPeer",
    commands: [
      isakmpPeer.isakmpPeerDescription,
      isakmpPeer.aggressiveModePassword,
      isakmpPeer.aggressiveModeClientEndpoint,
    ],
  },
  {
    id: "client-group",
    prompt: "config-isakmp-group",
    indent: " ",
    kind: "clientGroup",
    commands: [
      clientGroup.groupKey,
      clientGroup.groupDns,
      clientGroup.groupWins,
      clientGroup.groupDomain,
      clientGroup.groupPool,
      clientGroup.groupAcl,
      clientGroup.groupSplitDns,
      clientGroup.groupFirewallAreYouThere,
      clientGroup.groupAccessRestrict,
      clientGroup.groupLock,
      clientGroup.groupSavePassword,
      clientGroup.groupIncludeLocalLan,
      clientGroup.groupPfs,
      clientGroup.groupBackupGateway,
      clientGroup.groupMaxUsers,
      clientGroup.groupMaxLogins,
      clientGroup.groupNetmask,
      ...clientGroup.groupOthers,
    ],
  },
  {
    id: "isakmp-profile",
    prompt: "conf-isa-prof",
    indent: "   ",
    kind: "isakmpProfile",
    commands: [
      isakmpProfile.profileDescription,
      isakmpProfile.profileVrf,
      isakmpProfile.profileKeyring,
      isakmpProfile.profileTrustPoint,
      isakmpProfile.profileSelfIdentity,
      isakmpProfile.profileMatch,
      isakmpProfile.profileClientAuthenticationList,
      isakmpProfile.profileIsakmpAuthorizationList,
      isakmpProfile.profileClientConfigurationAddress,
      isakmpProfile.profileClientConfigurationGroup,
      isakmpProfile.profileAccounting,
      isakmpProfile.profileKeepalive,
      isakmpProfile.profileInitiateMode,
      isakmpProfile.profileVirtualTemplate,
      isakmpProfile.profileQosGroup,
      isakmpProfile.profileLocalAddress,
      ...isakmpProfile.profileOthers,
    ],
  },
  {
    id: "keyring",
    prompt: "conf-keyring",
    indent: "  ",
    kind: "keyring",
    commands: [keyring.keyringDescription, keyring.keyringLocalAddress, keyring.keyringKey, keyring.keyringRsaKey],
  },
  {
    id: "ikev2-proposal",
    prompt: "config-ikev2-proposal",
    indent: " ",
    kind: "ikev2Proposal",
    commands: [
      ikev2Proposal.ikev2Encryption,
      ikev2Proposal.ikev2Integrity,
      ikev2Proposal.ikev2Prf,
      ikev2Proposal.ikev2Group,
    ],
  },
  {
    id: "ikev2-policy",
    prompt: "config-ikev2-policy",
    indent: " ",
    kind: "ikev2Policy",
    commands: [ikev2Policy.ikev2MatchFvrf, ikev2Policy.ikev2MatchAddressLocal, ikev2Policy.ikev2PolicyProposal],
  },
  {
    id: "ikev2-keyring",
    prompt: "config-ikev2-keyring",
    indent: " ",
    kind: "ikev2Keyring",
    commands: [ikev2Keyring.ikev2KeyringPeer],
  },
  {
    id: "ikev2-keyring-peer",
    prompt: "config-ikev2-keyring-peer",
    indent: "  ",
    kind: "ikev2Keyring",
    commands: [
      ikev2Keyring.ikev2PeerDescription,
      ikev2Keyring.ikev2PeerHostname,
      ikev2Keyring.ikev2PeerAddress,
      ikev2Keyring.ikev2PeerIdentity,
      ikev2Keyring.ikev2PeerKey,
    ],
  },
  {
    id: "ikev2-profile",
    prompt: "config-ikev2-profile",
    indent: " ",
    kind: "ikev2Profile",
    commands: [
      ikev2Profile.ikev2ProfileDescription,
      ikev2Profile.ikev2ProfileMatch,
      ikev2Profile.ikev2ProfileIdentityLocal,
      ikev2Profile.ikev2ProfileAuthentication,
      ikev2Profile.ikev2ProfileKeyring,
      ikev2Profile.ikev2ProfileLifetime,
      ikev2Profile.ikev2ProfileDpd,
      ikev2Profile.ikev2ProfileIvrf,
      ...ikev2Profile.ikev2ProfileOthers,
    ],
  },
  {
    id: "radius-server",
    prompt: "config-radius-server",
    indent: " ",
    kind: "aaaServer",
    commands: [aaaServer.radiusServerAddress, aaaServer.serverTimeout, aaaServer.serverRetransmit, aaaServer.serverKey],
  },
  {
    id: "tacacs-server",
    prompt: "config-server-tacacs",
    indent: " ",
    kind: "aaaServer",
    commands: [
      aaaServer.tacacsServerAddress,
      aaaServer.serverKey,
      aaaServer.serverPort,
      aaaServer.serverTimeout,
      aaaServer.serverSingleConnection,
    ],
  },
  {
    id: "transform-set",
    prompt: "cfg-crypto-trans",
    indent: " ",
    kind: "transformSet",
    commands: [transformSetEsn, transformSetMode],
  },
  {
    id: "ipsec-profile",
    prompt: "ipsec-profile",
    indent: " ",
    kind: "ipsecProfile",
    commands: [
      ipsecProfile.ipsecProfileDescription,
      securityAssociation.setLifetimeKilobytes,
      securityAssociation.setLifetimeSeconds,
      securityAssociation.setLifetimeDays,
      securityAssociation.profileIdleTime,
      securityAssociation.setReplayWindow,
      securityAssociation.setReplayDisable,
      setTransformSet,
      setPfs,
      setIsakmpProfile,
      setIkev2Profile,
      ipsecProfile.ipsecProfileResponderOnly,
      ...ipsecProfile.ipsecProfileOthers,
    ],
  },
  { id: "dynamic-map", prompt: "config-crypto-map", indent: " ", kind: "dynamicMapEntry", commands: entryCommands },
  { id: "crypto-map", prompt: "config-crypto-map", indent: " ", kind: "cryptoMapEntry", commands: entryCommands },
  {
    id: "interface",
    prompt: "config-if",
    indent: " ",
    kind: "interface",
    commands: [
      description,
      encapsulationDot1q,
      vrfForwarding,
      ipVrfForwarding,
      secondaryIpAddress,
      ipAddress,
      ipUnnumbered,
      ipAccessGroupIn,
      ipAccessGroupOut,
      ipMtu,
      ipNat,
      ipTcpAdjustMss,
      shutdown,
      tunnel.tunnelSource,
      tunnel.tunnelMode,
      tunnel.tunnelDestination,
      tunnel.tunnelVrf,
      tunnel.tunnelProtection,
      tunnel.tunnelProtectionPolicy,
      interfaceCryptoMap,
    ],
  },
  {
    id: "extended-access-list",
    prompt: "config-ext-nacl",
    indent: " ",
    kind: "accessList",
    commands: [extendedLine],
  },
  {
    id: "standard-access-list",
    prompt: "config-std-nacl",
    indent: " ",
    kind: "accessList",
    commands: [standardLine],
  },
  {
    id: "route-map",
    prompt: "config-route-map",
    indent: " ",
    kind: "routeMapEntry",
    commands: [routeMapMatchAddress],
  },
];

const compiledModes = new Map<ModeId, CompiledMode>();

/** A mode with its commands compiled, when it is first used. */
export function modeOf(id: ModeId): CompiledMode {
  const known = compiledModes.get(id);
  if (known !== undefined) return known;
  const mode = modes.find((one) => one.id === id);
  if (mode === undefined) throw new Error(`There is no mode called ${id}.`);
  const made = compileMode(mode);
  compiledModes.set(id, made);
  return made;
}

/** Every mode that holds commands of the model. */
export const MODES: readonly Mode[] = modes;
