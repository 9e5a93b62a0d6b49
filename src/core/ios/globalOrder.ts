import type { GlobalCommand } from "./command.ts";
import { ipAccessListExtended, ipAccessListStandard } from "./accessList/ipAccessList.ts";
import { numberedExtendedLine, numberedStandardLine } from "./accessList/line.ts";
import { objectGroupNetwork, objectGroupService } from "./accessList/objectGroup.ts";
import { aaaAccountingNetwork, aaaAuthenticationLogin, aaaAuthorizationNetwork } from "./aaa/aaaList.ts";
import { aaaNewModel } from "./aaa/aaaNewModel.ts";
import { radiusServer, radiusServerHost, tacacsServer, tacacsServerHost } from "./aaa/aaaServer.ts";
import { username } from "./aaa/username.ts";
import { clientGroup } from "./clientGroup/clientGroup.ts";
import { cryptoMapEntry } from "./cryptoMap/entry.ts";
import { dynamicMapEntry } from "./cryptoMap/dynamicEntry.ts";
import * as mapWide from "./cryptoMap/mapWide.ts";
import { mapOthers } from "./cryptoMap/others.ts";
import { hostname } from "./host/hostname.ts";
import { ipDomainName } from "./host/ipDomainName.ts";
import { ipHost } from "./host/ipHost.ts";
import { version } from "./host/version.ts";
import { ipVrf, vrfDefinition } from "./host/vrf.ts";
import { ikev2Keyring } from "./ikev2/keyring.ts";
import { ikev2Policy } from "./ikev2/policy.ts";
import { ikev2Profile } from "./ikev2/profile.ts";
import { ikev2Proposal } from "./ikev2/proposal.ts";
import { interfaceCommand } from "./interface/interface.ts";
import { ipsecProfile } from "./ipsec/ipsecProfile.ts";
import * as ipsecSettings from "./ipsec/settings.ts";
import { transformSet } from "./ipsec/transformSet.ts";
import { isakmpKey } from "./isakmp/key.ts";
import { isakmpPeer } from "./isakmp/peer.ts";
import { isakmpPolicy } from "./isakmp/policy.ts";
import * as isakmpSettings from "./isakmp/settings.ts";
import { isakmpProfile } from "./isakmpProfile/isakmpProfile.ts";
import { keyring } from "./keyring/keyring.ts";
import { natPool } from "./nat/natPool.ts";
import { natRule } from "./nat/natRule.ts";
import { staticNat } from "./nat/staticNat.ts";
import { ipLocalPool } from "./routing/ipLocalPool.ts";
import { ipRoute } from "./routing/ipRoute.ts";
import { routeMap } from "./routing/routeMap.ts";

/**
 * One step of the order in which a running-config comes. Commands of the model are listed with the elements that they
 * print; other commands by their first words. Source of the order: published running-configs.
 */
export interface OrderStep {
  /** Commands whose lines come together: those of one element after those of another. */
  readonly commands?: readonly GlobalCommand[];
  /** First words of commands outside the model that stand here. */
  readonly others?: readonly string[];
  /** A separator stands before each element (`each`), before the first (`section`), or nowhere. */
  readonly separator: "each" | "section" | "none";
  /** Elements with one answer come together; a separator stands before each group. */
  readonly group?: "map-name";
}

function commands(separator: OrderStep["separator"], ...list: readonly GlobalCommand[]): OrderStep {
  return { commands: list, separator };
}

function others(separator: OrderStep["separator"], ...first: readonly string[]): OrderStep {
  return { others: first, separator };
}

export const GLOBAL_ORDER: readonly OrderStep[] = [
  commands("section", version),
  others("none", "service", "no service", "platform", "no platform"),
  commands("section", hostname),
  others("section", "boot-start-marker", "boot", "boot-end-marker"),
  commands("each", vrfDefinition),
  others("section", "logging", "no logging", "enable", "security"),
  commands("section", aaaNewModel),
  others("section", "no aaa"),
  commands("section", aaaAuthenticationLogin, aaaAuthorizationNetwork, aaaAccountingNetwork),
  others("none", "aaa"),
  others("none", "clock", "memory-size", "mmi", "no mmi", "upgrade", "dot11", "no process", "process"),
  others("section", "ip source-route", "no ip source-route", "ip cef", "no ip cef", "ip dhcp", "no ip dhcp"),
  commands("each", ipVrf),
  others("none", "no ip domain", "ip domain"),
  commands("none", ipDomainName),
  commands("none", ipHost),
  others("none", "ip name-server", "ip inspect", "ip ips", "ip multicast-routing", "ip vrf", "ipv6 unicast-routing"),
  others("none", "ipv6 cef", "no ipv6 cef", "ipv6 general-prefix"),
  others("section", "multilink"),
  others("section", "parameter-map", "key chain"),
  others("each", "crypto pki", "crypto ca", "crypto key", "no crypto pki", "no crypto ca"),
  others("section", "license", "voice", "archive", "spanning-tree", "vtp"),
  commands("section", username),
  others("none", "username", "no username"),
  others("section", "redundancy", "lldp", "cdp", "vlan"),
  others("none", "ip tcp", "ip ssh", "ip ftp", "ip tftp", "ip telnet", "track", "class-map", "policy-map", "zone"),
  commands("each", objectGroupService, objectGroupNetwork),
  commands("each", ikev2Proposal),
  commands("each", ikev2Policy),
  commands("each", ikev2Keyring),
  commands("each", ikev2Profile),
  others("section", "crypto ikev2", "no crypto ikev2"),
  commands("each", keyring),
  commands("each", isakmpPolicy),
  commands("none", isakmpKey),
  commands(
    "none",
    isakmpSettings.isakmpEnable,
    isakmpSettings.isakmpDefaultPolicy,
    isakmpSettings.isakmpIdentity,
    isakmpSettings.isakmpInvalidSpiRecovery,
    isakmpSettings.isakmpKeepalive,
    isakmpSettings.isakmpNatKeepalive,
    isakmpSettings.isakmpXauthTimeout,
    isakmpSettings.isakmpAggressiveModeDisable,
    isakmpSettings.isakmpFragmentation,
    isakmpSettings.isakmpAddressPool,
  ),
  others("none", "crypto isakmp"),
  commands("each", isakmpPeer),
  commands("each", clientGroup),
  commands("section", isakmpProfile),
  commands(
    "section",
    ipsecSettings.globalLifetimeKilobytes,
    ipsecSettings.globalLifetimeSeconds,
    ipsecSettings.globalLifetimeDays,
    ipsecSettings.globalIdleTime,
    ipsecSettings.globalReplayWindow,
    ipsecSettings.globalReplayDisable,
  ),
  commands("section", transformSet),
  commands(
    "none",
    ipsecSettings.dfBit,
    ipsecSettings.fragmentation,
    ipsecSettings.natTransparency,
    ipsecSettings.spiMatching,
    ipsecSettings.ipv4Deny,
    ipsecSettings.optional,
    ipsecSettings.complianceShield,
  ),
  others("none", "crypto ipsec", "no crypto ipsec"),
  commands("each", ipsecProfile),
  others("section", "crypto gdoi", "crypto engine"),
  commands("each", dynamicMapEntry),
  {
    commands: [
      mapWide.localAddress,
      mapWide.clientAuthenticationList,
      mapWide.clientAccountingList,
      mapWide.isakmpAuthorizationList,
      mapWide.clientConfigurationAddress,
      mapWide.mapIsakmpProfile,
      cryptoMapEntry,
    ],
    separator: "section",
    group: "map-name",
  },
  { commands: mapOthers, others: ["crypto map", "no crypto map", "crypto"], separator: "section" },
  commands("each", interfaceCommand),
  others("each", "router", "no router", "ipv6 router"),
  commands("section", ipLocalPool),
  others("none", "ip local", "ip forward-protocol", "no ip forward-protocol"),
  others("section", "ip http", "no ip http", "ip flow-export", "ip flow-top-talkers"),
  commands("section", natPool),
  commands("none", natRule),
  commands("none", staticNat),
  others("none", "ip nat", "no ip nat"),
  commands("none", ipRoute),
  others("none", "ip route", "ip as-path", "ip community-list", "ip prefix-list"),
  commands("section", ipAccessListStandard, ipAccessListExtended),
  others("section", "ip access-list"),
  others("section", "ip sla", "ip radius", "ip tacacs"),
  commands("section", numberedStandardLine, numberedExtendedLine),
  others("none", "access-list"),
  others("none", "dialer-list", "ipv6 route", "ipv6 access-list", "no cdp", "snmp-server", "nls"),
  commands("each", routeMap),
  commands("section", radiusServerHost, tacacsServerHost),
  others("none", "tacacs-server", "radius-server"),
  commands("each", radiusServer, tacacsServer),
  others("section", "tacacs", "radius"),
  others("section", "control-plane", "mgcp", "gatekeeper", "banner", "privilege", "alias"),
  others("section", "line"),
  others("section", "scheduler", "ntp", "event", "netconf", "restconf", "webvpn", "sntp"),
];
