import { formatIpv4, lengthOfMask, maskOfLength, type Ipv4Address } from "../net/ipv4.ts";
import { missing, type ArgumentType } from "./argumentType.ts";
import { reportValue, wordAt, wordOf, type Cursor } from "./cursor.ts";
import { expandInterfaceName } from "./interfaceName.ts";

/**
 * Reads a dotted quad by hand, since a large configuration holds hundreds of thousands; -1 when the word is none.
 * A leading zero is refused, as some readers take it for octal.
 */
export function readQuad(cursor: Cursor, index = cursor.at): number {
  if (index >= cursor.count) return -1;
  const { codes } = cursor;
  const start = cursor.starts[index] ?? 0;
  const end = cursor.ends[index] ?? 0;
  if (end - start < 7 || end - start > 15) return -1;
  let address = 0;
  let octet = -1;
  let dots = 0;
  for (let at = start; at < end; at += 1) {
    const code = codes[at] ?? 0;
    if (code === 46) {
      if (octet < 0) return -1;
      address = address * 256 + octet;
      octet = -1;
      dots += 1;
    } else {
      const digit = code - 48;
      if (digit < 0 || digit > 9 || octet === 0) return -1;
      octet = octet < 0 ? digit : octet * 10 + digit;
      if (octet > 255) return -1;
    }
  }
  return octet < 0 || dots !== 3 ? -1 : address * 256 + octet;
}

function quad(what: string, refusal?: (address: Ipv4Address) => string | undefined): ArgumentType<Ipv4Address> {
  const type: ArgumentType<Ipv4Address> = {
    label: "A.B.C.D",
    what,
    begins: "digit",
    read(cursor) {
      const address = readQuad(cursor);
      if (address < 0) return missing(cursor, type);
      const refused = refusal?.(address);
      if (refused !== undefined) reportValue(cursor, refused);
      cursor.at += 1;
      return address;
    },
    format: formatIpv4,
  };
  return type;
}

export const address = quad("an IPv4 address such as 192.0.2.1");

export const mask = quad("a subnet mask such as 255.255.255.0", (value) =>
  lengthOfMask(value) === undefined
    ? `${formatIpv4(value)} is no subnet mask: its ones are not one run from the left.`
    : undefined,
);

/** A mask that IOS takes with holes, as in pre-shared keys and identity matches. */
export const wildMask = quad("a mask such as 255.255.255.0");

export type AddressOrHostname =
  | { readonly kind: "address"; readonly address: Ipv4Address }
  | { readonly kind: "hostname"; readonly hostname: string };

export const addressOrHostname: ArgumentType<AddressOrHostname> = {
  label: "A.B.C.D|NAME",
  what: "an IPv4 address or a host name",
  read(cursor) {
    const word = wordAt(cursor);
    if (word === undefined) return missing(cursor, addressOrHostname);
    const value = readQuad(cursor);
    // A name of digits and dots alone is an address that was mistyped.
    if (value < 0 && !/[^\d.]/.test(word)) return missing(cursor, addressOrHostname);
    cursor.at += 1;
    return value < 0 ? { kind: "hostname", hostname: word } : { kind: "address", address: value };
  },
  format: (peer) => (peer.kind === "address" ? formatIpv4(peer.address) : peer.hostname),
};

/** An interface name, which people also type in short and with a blank before its number. */
export const interfaceName: ArgumentType<string> = {
  label: "INTERFACE",
  what: "an interface such as GigabitEthernet0/0",
  begins: "letter",
  read(cursor) {
    const word = wordAt(cursor);
    if (word === undefined) return missing(cursor, interfaceName);
    const spelled = expandInterfaceName(word);
    if (spelled !== undefined) {
      if (spelled !== word) cursor.canonical = false;
      cursor.at += 1;
      return spelled;
    }
    const number = wordOf(cursor, cursor.at + 1);
    const joined = number === undefined || !/^\d/.test(number) ? undefined : expandInterfaceName(word + number);
    if (joined === undefined) return missing(cursor, interfaceName);
    cursor.canonical = false;
    cursor.at += 2;
    return joined;
  },
  format: (name) => name,
};

/** An interface's name or an address, kept as text: what an endpoint is taken from. */
export const interfaceOrAddress: ArgumentType<string> = {
  label: "INTERFACE|A.B.C.D",
  what: "an interface such as Loopback0, or an IPv4 address",
  read(cursor) {
    if (readQuad(cursor) >= 0) {
      const word = wordAt(cursor);
      cursor.at += 1;
      return word;
    }
    const explanation = cursor.explanation;
    cursor.explanation = undefined;
    const name = interfaceName.read(cursor);
    cursor.explanation = explanation;
    return name ?? missing(cursor, interfaceOrAddress);
  },
  format: (text) => text,
};

/** A subnet mask, or a prefix length behind a slash. */
export const maskOrLength: ArgumentType<Ipv4Address> = {
  label: "A.B.C.D|/N",
  what: "a subnet mask or a prefix length such as /24",
  read(cursor) {
    const word = wordAt(cursor);
    if (word === undefined || !/^\/(\d|[12]\d|3[0-2])$/.test(word)) return mask.read(cursor);
    cursor.canonical = false;
    cursor.at += 1;
    return maskOfLength(Number(word.slice(1)));
  },
  format: formatIpv4,
};

/** Where negotiations are accepted: an address or an interface, and a VRF where there is one. */
export const localAddress: ArgumentType<string> = {
  label: "INTERFACE|A.B.C.D [VRF]",
  what: "an interface or an address of this router",
  read(cursor) {
    const local = interfaceOrAddress.read(cursor);
    const vrf = local === undefined ? undefined : wordAt(cursor);
    if (vrf === undefined) return local;
    cursor.at += 1;
    return `${local ?? ""} ${vrf}`;
  },
  format: (text) => text,
};
