import type { CryptoMapEntryBody, SessionKey } from "../../model/cryptoMap.ts";
import { sectionCommand } from "../command.ts";

interface SessionKeyArguments {
  direction: "inbound" | "outbound";
  ahSpi?: number;
  ahKey?: string;
  espSpi?: number;
  cipher?: string;
  authenticator?: string;
}

/** Which line of the four that an entry can have. */
function itemOf(key: Pick<SessionKey, "direction" | "protocol">): string {
  return `${key.direction} ${key.protocol}`;
}

const order = ["inbound ah", "inbound esp", "outbound ah", "outbound esp"];

export const setSessionKey = sectionCommand<CryptoMapEntryBody, SessionKeyArguments>({
  syntax:
    "set session-key <direction:inbound|outbound> {ah <ahSpi:256-4294967295> <ahKey:hex> | esp <espSpi:256-4294967295> {cipher <cipher:hex> [authenticator <authenticator:hex>] | authenticator <authenticator:hex>}}",
  field: "sessionKeys",
  entries: ["ipsec-manual"],
  read(entry, args) {
    const key = keyOf(args);
    if (key === undefined) return undefined;
    entry.sessionKeys = [...entry.sessionKeys.filter((one) => itemOf(one) !== itemOf(key)), key].sort(
      (one, other) => order.indexOf(itemOf(one)) - order.indexOf(itemOf(other)),
    );
    return itemOf(key);
  },
  write: (entry) => (entry.sessionKeys.length === 0 ? none : entry.sessionKeys.map(argumentsOf)),
  item: (args) => itemOf({ direction: args.direction, protocol: args.ahSpi === undefined ? "esp" : "ah" }),
  remove(entry, args) {
    entry.sessionKeys = entry.sessionKeys.filter(
      (one) =>
        (args.direction !== undefined && one.direction !== args.direction) ||
        (args.ahSpi !== undefined && one.protocol !== "ah") ||
        (args.espSpi !== undefined && one.protocol !== "esp"),
    );
  },
  summary:
    "A security association by hand, in one direction for one protocol. The peer needs the same keys the other way round.",
  source: "Cisco IOS Security Command Reference, set session-key",
  words: {
    inbound: "For packets from the peer.",
    outbound: "For packets to the peer.",
    ahSpi: "The association's number, 256 to 4294967295.",
    espSpi: "The association's number, 256 to 4294967295.",
    cipher: "The key of the cipher, in hexadecimal: 8 bytes for DES, 24 for 3DES, 16, 24 or 32 for AES.",
    authenticator: "The key of the authenticator: 16 bytes for MD5, 20 for SHA.",
    ahKey: "The key of the authenticator: 16 bytes for MD5, 20 for SHA.",
  },
});

const none: readonly SessionKeyArguments[] = [];

function keyOf(args: SessionKeyArguments): SessionKey | undefined {
  const { direction, ahSpi, ahKey, espSpi, cipher, authenticator } = args;
  if (ahSpi !== undefined && ahKey !== undefined) return { direction, protocol: "ah", spi: ahSpi, key: ahKey };
  if (espSpi === undefined) return undefined;
  return {
    direction,
    protocol: "esp",
    spi: espSpi,
    ...(cipher === undefined ? {} : { key: cipher }),
    ...(authenticator === undefined ? {} : { authenticatorKey: authenticator }),
  };
}

function argumentsOf(key: SessionKey): SessionKeyArguments {
  const { direction } = key;
  if (key.protocol === "ah") return { direction, ahSpi: key.spi, ahKey: key.key ?? "" };
  return {
    direction,
    espSpi: key.spi,
    ...(key.key === undefined ? {} : { cipher: key.key }),
    ...(key.authenticatorKey === undefined ? {} : { authenticator: key.authenticatorKey }),
  };
}
