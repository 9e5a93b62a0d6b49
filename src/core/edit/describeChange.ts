import { ownName } from "../derive/routerNames.ts";
import { formatIpv4 } from "../net/ipv4.ts";
import { ELEMENT_KINDS, type Element, type ElementKind, type Router } from "../model/router.ts";
import { elementTitle } from "./elementTitle.ts";
import { sameValue } from "./sharedElements.ts";

/**
 * What happened to a router, in a sentence for the history: "Peer of VPN 10 changed to 203.0.113.9". Several changes are counted:
 * "3 changes on HQ". A secret is never told.
 */
export function describeChange(before: Router, after: Router): string {
  const [oldName, newName] = [ownName(before), ownName(after)];
  const changes = elementChanges(before, after);
  const [first] = changes;
  if (!first) return `Layout of the text of ${newName}`;
  if (changes.length > 1) return `${changes.length} changes on ${newName}`;
  if (oldName !== newName) return `${oldName} renamed to ${newName}`;
  return capitalised(sentence(first, newName));
}

/** An element that came, went or says something else. */
interface ElementChange {
  readonly kind: ElementKind;
  readonly name: string;
  readonly before: Element | undefined;
  readonly after: Element | undefined;
}

/** The differences between two configurations of one router, element by element; order alone is none. */
function elementChanges(before: Router, after: Router): readonly ElementChange[] {
  return ELEMENT_KINDS.flatMap((kind) => {
    const [old, now] = [before.elements[kind], after.elements[kind]] as readonly ReadonlyMap<string, Element>[];
    if (!old || !now || old === now) return [];
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((name): readonly ElementChange[] => {
      const change = { kind, name, before: old.get(name), after: now.get(name) };
      return sameValue(change.before, change.after) ? [] : [change];
    });
  });
}

function sentence({ kind, before, after }: ElementChange, router: string): string {
  const title = elementTitle(kind, (after ?? before) as never);
  if (!before) return `${title} added on ${router}`;
  if (!after) return `${title} removed on ${router}`;
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => !sameValue(fieldOf(before, field), fieldOf(after, field)),
  );
  const [field] = fields;
  if (fields.length !== 1 || field === undefined) return `${title} changed on ${router}`;
  const noun = nouns[field] ?? spelledOut(field);
  const value = inWords(kind, field, fieldOf(after, field));
  if (fieldOf(after, field) === undefined) return `${noun} of ${title} removed on ${router}`;
  return value === undefined
    ? `${noun} of ${title} changed on ${router}`
    : `${noun} of ${title} changed to ${value} on ${router}`;
}

/** Fields whose own name would not read well. */
const nouns: Readonly<Record<string, string>> = {
  peers: "peer",
  transformSets: "transform sets",
  matchAddress: "access list",
  pfs: "PFS",
  lifetimeSeconds: "lifetime",
  lifetimeKilobytes: "volume lifetime",
  encryption: "encryption",
  group: "Diffie-Hellman group",
  kept: "other lines",
  lines: "lines",
  cryptoMap: "crypto map",
  accessGroupIn: "inbound access list",
  accessGroupOut: "outbound access list",
  adjustMss: "TCP MSS",
  nat: "NAT side",
  retrySeconds: "retry",
};

/** The new value where it fits into a sentence; undefined for what is secret or too large. */
function inWords(kind: ElementKind, field: string, value: unknown): string | undefined {
  if (/secret|key|password/i.test(field)) return undefined;
  if (kind === "keptBlock" || field === "kept" || field === "lines") return undefined;
  if (typeof value === "string") return value.length <= 60 ? value : undefined;
  if (typeof value === "number")
    return field === "nextHop" || isAddressField(field) ? formatIpv4(value) : String(value);
  if (value === true) return "on";
  if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string"))
    return value.join(", ");
  if (field === "peers" && Array.isArray(value)) return peersInWords(value);
  if (field === "cryptoMap" && hasName(value)) return value.name;
  if (field === "address" && isStaticAddress(value)) return formatIpv4(value.address);
  return undefined;
}

function peersInWords(peers: readonly unknown[]): string | undefined {
  const words = (peers as readonly { peer: { kind: string; address?: number; hostname?: string } }[]).map(({ peer }) =>
    peer.address === undefined ? peer.hostname : formatIpv4(peer.address),
  );
  return words.length > 0 ? words.join(", ") : undefined;
}

function isAddressField(field: string): boolean {
  return field === "start" || field === "end" || field === "mask" || field === "netmask" || field === "network";
}

function hasName(value: unknown): value is { readonly name: string } {
  return typeof value === "object" && value !== null && "name" in value && typeof value.name === "string";
}

function isStaticAddress(value: unknown): value is { readonly address: number } {
  return typeof value === "object" && value !== null && "address" in value && typeof value.address === "number";
}

function fieldOf(element: Element, field: string): unknown {
  return (element as unknown as Record<string, unknown>)[field];
}

/** replayWindow becomes "replay window". */
function spelledOut(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function capitalised(text: string): string {
  return /^[a-z]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
