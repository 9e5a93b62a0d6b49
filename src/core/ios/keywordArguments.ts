import type { PerfectForwardSecrecy, ReplayWindow } from "../model/ipsec.ts";
import type { DiffieHellmanGroup, IsakmpEncryption } from "../model/isakmp.ts";
import { missing, oneOf, readDigits, type ArgumentType } from "./argumentType.ts";
import { expecting, reportValue, wordAt } from "./cursor.ts";

/** Diffie-Hellman groups. Source: the IOS-XE native YANG model 17.3.1. */
export const DIFFIE_HELLMAN_GROUPS: readonly DiffieHellmanGroup[] = [1, 2, 5, 14, 15, 16, 19, 20, 21, 24];

const ciphers = oneOf(["des", "3des", "aes"]);
const sizes = ["128", "192", "256"];

/** The cipher of an ISAKMP policy: AES takes a key size, and has 128 bits without one. */
export const isakmpEncryption: ArgumentType<IsakmpEncryption> = {
  label: "des|3des|aes [128|192|256]",
  what: "des, 3des, or aes with a key size",
  keywords: ["des", "3des", "aes"],
  read(cursor) {
    const cipher = ciphers.read(cursor);
    if (cipher === undefined) return undefined;
    if (cipher !== "aes") return cipher as IsakmpEncryption;
    const size = wordAt(cursor);
    if (size === "128" || size === "192" || size === "256") {
      cursor.at += 1;
      if (size === "128") cursor.canonical = false;
      return `aes ${size}`;
    }
    if (cursor.explanation !== undefined) for (const keyword of sizes) expecting(cursor, { keyword });
    return "aes 128";
  },
  format: (value) => (value === "aes 128" ? "aes" : value),
};

const groups = oneOf(DIFFIE_HELLMAN_GROUPS.map((group) => `group${group}`));

/** The group of `set pfs`, one word: group14. */
export const pfsGroup: ArgumentType<PerfectForwardSecrecy> = {
  label: "groupN",
  what: groups.what,
  ...(groups.keywords === undefined ? {} : { keywords: groups.keywords }),
  read(cursor) {
    const word = groups.read(cursor);
    return word === undefined ? undefined : (Number(word.slice(5)) as DiffieHellmanGroup);
  },
  format: (group) => `group${group}`,
};

const windows = [64, 128, 256, 512, 1024];

/** Packets of the anti-replay window. Another number is read and reported, since its form is right. */
export const replayWindow: ArgumentType<ReplayWindow> = {
  label: windows.join("|"),
  what: `one of ${windows.join(", ")}`,
  read(cursor) {
    const value = readDigits(cursor);
    if (value < 0) {
      for (const window of windows) expecting(cursor, { keyword: String(window) });
      return missing(cursor, replayWindow);
    }
    if (!windows.includes(value))
      reportValue(cursor, `${value} is no window size: it is one of ${windows.join(", ")}.`);
    cursor.at += 1;
    return value;
  },
  format: String,
};
