import type { CryptoMapEntryBody } from "../../model/cryptoMap.ts";
import type { ReplayWindow, SecurityAssociationLifetime } from "../../model/ipsec.ts";
import { sectionCommand } from "../command.ts";
import { NEGOTIATED } from "../entryKind.ts";

/** Entries of crypto maps and IPsec profiles set these alike. */
interface Timers extends SecurityAssociationLifetime {
  readonly idleTimeSeconds?: number;
  readonly replayWindow?: ReplayWindow;
}

const lifetimeSource = "Cisco IOS Security Command Reference, set security-association lifetime";

export const setLifetimeKilobytes = sectionCommand<Timers, { lifetimeKilobytes?: number; disable?: true }>({
  syntax: "set security-association lifetime kilobytes {<lifetimeKilobytes:lifetime-kilobytes> | disable}",
  field: "lifetimeKilobytes",
  entries: NEGOTIATED,
  withoutIt: "The router's own value; 4608000 unless that is set.",
  rangeRule: "range-lifetime",
  read(entry, args) {
    if (args.disable === true) entry.lifetimeKilobytes = "disable";
    else if (args.lifetimeKilobytes !== undefined) entry.lifetimeKilobytes = args.lifetimeKilobytes;
    return undefined;
  },
  write(entry) {
    const { lifetimeKilobytes } = entry;
    if (lifetimeKilobytes === undefined) return [];
    return [lifetimeKilobytes === "disable" ? { disable: true } : { lifetimeKilobytes }];
  },
  summary: "After how much traffic the associations are renewed. The smaller value of the two sides holds.",
  source: lifetimeSource,
  words: { lifetimeKilobytes: "Kilobytes.", disable: "No limit by volume." },
});

export const setLifetimeSeconds = sectionCommand<Timers>({
  syntax: "set security-association lifetime seconds <lifetimeSeconds:lifetime-seconds>",
  field: "lifetimeSeconds",
  entries: NEGOTIATED,
  withoutIt: "The router's own value; 3600 unless that is set.",
  rangeRule: "range-lifetime",
  summary: "After how many seconds the associations are renewed. The smaller value of the two sides holds.",
  source: lifetimeSource,
});

export const setLifetimeDays = sectionCommand<Timers>({
  syntax: "set security-association lifetime days <lifetimeDays:1-30>",
  field: "lifetimeDays",
  entries: NEGOTIATED,
  rangeRule: "range-lifetime",
  summary: "After how many days the associations are renewed; IOS-XE only.",
  source: "Cisco IOS-XE native YANG model",
});

export const setIdleTime = sectionCommand<CryptoMapEntryBody, { idleTimeSeconds: number; default?: true }>({
  syntax: "set security-association idle-time <idleTimeSeconds:60-86400> [default]",
  field: "idleTimeSeconds",
  entries: NEGOTIATED,
  withoutIt: "The router's own value; off unless that is set.",
  rangeRule: "range-idle",
  read(entry, args) {
    entry.idleTimeSeconds = args.idleTimeSeconds;
    if (args.default === true) entry.idleTimeDefault = true;
    else delete entry.idleTimeDefault;
    return undefined;
  },
  write: (entry) =>
    entry.idleTimeSeconds === undefined
      ? []
      : [{ idleTimeSeconds: entry.idleTimeSeconds, ...(entry.idleTimeDefault === true ? { default: true } : {}) }],
  remove(entry) {
    delete entry.idleTimeSeconds;
    delete entry.idleTimeDefault;
  },
  summary: "Deletes the associations after so many seconds without traffic.",
  source: "Cisco IOS Security Command Reference, set security-association idle-time",
  words: { idleTimeSeconds: "Seconds, 60 to 86400.", default: "Goes back to the default peer then." },
});

export const profileIdleTime = sectionCommand<Timers>({
  syntax: "set security-association idle-time <idleTimeSeconds:60-86400>",
  field: "idleTimeSeconds",
  rangeRule: "range-idle",
  summary: "Deletes the associations after so many seconds without traffic.",
  source: "Cisco IOS Security Command Reference, set security-association idle-time",
});

export const setLevelPerHost = sectionCommand<CryptoMapEntryBody>({
  syntax: "set security-association level per-host",
  field: "perHost",
  entries: NEGOTIATED,
  withoutIt: "One pair of associations per entry of the access list.",
  summary: "A pair of associations of its own for each pair of hosts. It takes many resources.",
  source: "Cisco IOS Security Command Reference, set security-association level per-host",
});

export const setReplayWindow = sectionCommand<Timers, { replayWindow: number }>({
  syntax: "set security-association replay window-size <replayWindow:replay-window>",
  field: "replayWindow",
  entries: NEGOTIATED,
  withoutIt: "The router's own value; 64 unless that is set.",
  rangeRule: "range-replay",
  write: (entry) => (typeof entry.replayWindow === "number" ? [{ replayWindow: entry.replayWindow }] : []),
  summary: "How many packets may arrive out of order before the anti-replay check drops them.",
  source: "Cisco IOS Security Command Reference, set security-association replay window-size",
});

export const setReplayDisable = sectionCommand<Timers>({
  syntax: "set security-association replay disable",
  field: "replayWindow",
  entries: NEGOTIATED,
  read(entry) {
    entry.replayWindow = "disable";
    return undefined;
  },
  write: (entry) => (entry.replayWindow === "disable" ? [{}] : []),
  summary: "Turns the anti-replay check off for the entry.",
  source: "Cisco IOS Security Command Reference, set security-association replay disable",
});
