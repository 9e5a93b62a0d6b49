import { peerAddress } from "../../derive/cryptoMapSet.ts";
import type { PortSet } from "../../derive/portRanges.ts";
import type { Selector } from "../../derive/selector.ts";
import { canonicalTransform } from "../../derive/transforms.ts";
import { extendedEntry, standardEntry } from "../../ios/accessListArguments.ts";
import type { AccessListEntry } from "../../model/accessList.ts";
import type { CryptoMapPeer } from "../../model/cryptoMap.ts";
import type { Dialect, Elements } from "../../model/router.ts";
import { formatIpv4, type Ipv4Address } from "../../net/ipv4.ts";
import type { AddressSet } from "../../net/wildcard.ts";

/** An address; 0.0.0.0 where the configuration leaves it to DHCP or PPP, as on an interface that has got none yet. */
export function addressWord(address: Ipv4Address | null): string {
  return formatIpv4(address ?? 0);
}

/** The peer of an entry: its address, or the name that nothing resolves. */
export function peerWord(elements: Elements, peer: CryptoMapPeer): string {
  const address = peerAddress(elements, peer);
  return address === null ? (peer.peer.kind === "hostname" ? peer.peer.hostname : "0.0.0.0") : formatIpv4(address);
}

/** `esp-256-aes`: IOS puts the key size of AES in the middle. Reference: section 1.8. */
export function transformWord(transform: string): string {
  return canonicalTransform(transform).replace(/^esp-aes (\d+)$/, "esp-$1-aes");
}

/** `(10.1.0.0/255.255.255.0/0/0)`: address, mask, protocol and port of one end of a flow; 0 is any. */
export function identityWord(selector: Selector, end: "source" | "destination"): string {
  const ports = end === "source" ? selector.sourcePorts : selector.destinationPorts;
  const protocol = selector.protocol === "ip" ? 0 : selector.protocol;
  return `(${networkWord(selector[end])}/${String(protocol)}/${String(singlePort(ports))})`;
}

/** `10.1.0.0/255.255.255.0`. */
export function networkWord({ base, wildcard }: AddressSet): string {
  return `${formatIpv4(base)}/${formatIpv4(~wildcard >>> 0)}`;
}

function singlePort(ports: PortSet): number {
  const [only] = ports ?? [];
  return only && ports?.length === 1 && only.first === only.last ? only.first : 0;
}

/** An access list line's own words: `permit ip 10.1.0.0 0.0.0.255 any`. */
export function entryWords(entry: AccessListEntry, type: "extended" | "standard", dialect: Dialect): string {
  return (type === "extended" ? extendedEntry : standardEntry).format(entry, dialect);
}

/** `01:02:03`. */
export function clockWord(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}

/** `0x2F1A9C07(790273031)`. */
export function spiWord(spi: number): string {
  return `0x${spi.toString(16).toUpperCase()}(${String(spi)})`;
}
