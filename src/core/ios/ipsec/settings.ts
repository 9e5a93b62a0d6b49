import type { IpsecSettings } from "../../model/ipsec.ts";
import { globalCommand, type GlobalCommand, type GlobalCommandDescription } from "../command.ts";

type Settings<A extends object> = Omit<GlobalCommandDescription<"ipsecSettings", A>, "kind" | "name" | "create">;

/** A line that sets one of the IPsec globals. */
function setting<A extends object = object>(description: Settings<A>): GlobalCommand {
  return globalCommand<"ipsecSettings", A>({
    ...description,
    kind: "ipsecSettings",
    name: () => "",
    create: () => ({}),
  });
}

const lifetimeSource = "Cisco IOS Security Command Reference, crypto ipsec security-association lifetime";

export const globalLifetimeKilobytes = setting<{ lifetimeKilobytes?: number; disable?: true }>({
  syntax: "crypto ipsec security-association lifetime kilobytes {<lifetimeKilobytes:lifetime-kilobytes> | disable}",
  field: "lifetimeKilobytes",
  default: 4608000,
  rangeRule: "range-lifetime",
  read(settings, args) {
    const { lifetimeKilobytes } = args;
    if (args.disable === true) settings.lifetimeKilobytes = "disable";
    else if (lifetimeKilobytes === undefined || lifetimeKilobytes === 4608000) delete settings.lifetimeKilobytes;
    else settings.lifetimeKilobytes = lifetimeKilobytes;
    return undefined;
  },
  write(settings) {
    const { lifetimeKilobytes } = settings;
    if (lifetimeKilobytes === undefined || lifetimeKilobytes === 4608000) return [];
    return [lifetimeKilobytes === "disable" ? { disable: true } : { lifetimeKilobytes }];
  },
  summary:
    "After how much traffic IPsec security associations are renewed, in kilobytes, where an entry says nothing else.",
  source: lifetimeSource,
  words: { disable: "No limit by volume." },
});

export const globalLifetimeSeconds = setting<{ lifetimeSeconds: number }>({
  syntax: "crypto ipsec security-association lifetime seconds <lifetimeSeconds:lifetime-seconds>",
  field: "lifetimeSeconds",
  default: 3600,
  rangeRule: "range-lifetime",
  summary: "After how many seconds IPsec security associations are renewed, where an entry says nothing else.",
  source: lifetimeSource,
});

export const globalLifetimeDays = setting<{ lifetimeDays: number }>({
  syntax: "crypto ipsec security-association lifetime days <lifetimeDays:1-30>",
  field: "lifetimeDays",
  rangeRule: "range-lifetime",
  summary: "After how many days IPsec security associations are renewed; IOS-XE only.",
  source: "Cisco IOS-XE native YANG model",
});

export const globalIdleTime = setting<{ idleTimeSeconds: number }>({
  syntax: "crypto ipsec security-association idle-time <idleTimeSeconds:60-86400>",
  field: "idleTimeSeconds",
  withoutIt: "Idle associations stay until they expire.",
  rangeRule: "range-idle",
  summary: "Deletes security associations without traffic after so many seconds.",
  source: "Cisco IOS Security Command Reference, crypto ipsec security-association idle-time",
});

export const globalReplayWindow = setting<{ replayWindow: number }>({
  syntax: "crypto ipsec security-association replay window-size <replayWindow:replay-window>",
  field: "replayWindow",
  default: 64,
  rangeRule: "range-replay",
  write: (settings) =>
    typeof settings.replayWindow === "number" && settings.replayWindow !== 64
      ? [{ replayWindow: settings.replayWindow }]
      : [],
  summary: "How many packets may arrive out of order before the anti-replay check drops them.",
  source: "Cisco IOS Security Command Reference, crypto ipsec security-association replay window-size",
});

export const globalReplayDisable = setting({
  syntax: "crypto ipsec security-association replay disable",
  field: "replayWindow",
  read(settings) {
    settings.replayWindow = "disable";
    return undefined;
  },
  write: (settings) => (settings.replayWindow === "disable" ? [{}] : []),
  summary: "Turns the anti-replay check off.",
  source: "Cisco IOS Security Command Reference, crypto ipsec security-association replay disable",
});

export const dfBit = setting<{ dfBit: string }>({
  syntax: "crypto ipsec df-bit <dfBit:clear|set|copy>",
  field: "dfBit",
  default: "copy",
  summary: "What becomes of the don't-fragment bit in the outer header.",
  source: "Cisco IOS Security Command Reference, crypto ipsec df-bit",
  words: { clear: "The outer packet may be fragmented.", set: "It may not.", copy: "As the inner packet says." },
});

export const fragmentation = setting<{ fragmentation: string }>({
  syntax: "crypto ipsec fragmentation <fragmentation:before-encryption|after-encryption>",
  field: "fragmentation",
  default: "before-encryption",
  summary: "Whether a packet that would become too large is split before or after it is encrypted.",
  source: "Cisco IOS Security Command Reference, crypto ipsec fragmentation",
});

export const natTransparency = setting({
  syntax: "crypto ipsec nat-transparency udp-encapsulation",
  negated: true,
  field: "natTransparencyDisabled",
  withoutIt: "On; only the no form is shown.",
  summary: "Wraps ESP into UDP port 4500 where NAT was found on the way.",
  source: "Cisco IOS Security Command Reference, crypto ipsec nat-transparency",
});

export const spiMatching = setting({
  syntax: "crypto ipsec nat-transparency spi-matching",
  field: "spiMatching",
  summary: "Chooses SPIs that a translator can match to each other.",
  source: "Cisco IOS Security Command Reference, crypto ipsec nat-transparency",
});

export const ipv4Deny = setting<{ ipv4Deny: string }>({
  syntax: "crypto ipsec ipv4-deny <ipv4Deny:jump|clear|drop>",
  field: "ipv4Deny",
  default: "jump",
  summary: "What a deny entry of a crypto access list does; IOS-XE only.",
  source: "Cisco IOS-XE native YANG model",
  words: { jump: "Tries the next crypto map entry.", clear: "Sends the packet in clear.", drop: "Drops the packet." },
});

export const optional = setting<NonNullable<IpsecSettings["optional"]>>({
  syntax: "crypto ipsec optional [retry <retrySeconds:60-86400>]",
  field: "optional",
  read(settings, args) {
    settings.optional = args.retrySeconds === undefined ? {} : { retrySeconds: args.retrySeconds };
    return undefined;
  },
  write: (settings) => (settings.optional === undefined ? [] : [settings.optional]),
  summary: "Sends in clear where a peer does not do IPsec.",
  source: "Cisco IOS-XE native YANG model",
  words: { retrySeconds: "Seconds before IPsec is tried again." },
});

export const complianceShield = setting({
  syntax: "crypto engine compliance shield disable",
  field: "complianceShieldDisabled",
  withoutIt: "Releases from 17.11 refuse weak algorithms.",
  summary: "Allows weak algorithms again, after a restart; IOS-XE only.",
  source: "Cisco IOS-XE 17.11 release notes",
});
