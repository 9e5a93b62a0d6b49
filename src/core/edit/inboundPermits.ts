import { accessListEntries, type AccessList, type AccessListEntry } from "../model/accessList.ts";
import type { Elements, RouterId } from "../model/router.ts";
import type { Ipv4Address } from "../net/ipv4.ts";
import { hostSet, setCovers, type AddressSet } from "../net/wildcard.ts";
import { addressesOf } from "../derive/addressOwners.ts";
import { entryTouches, hostAddress, insertLines, type UnnumberedLine } from "./accessListLines.ts";
import type { DesignDraft } from "./designDraft.ts";
import type { LinkEnd } from "./linkEnd.ts";

const udp = 17;
const ikePort = 500;
const natTraversalPort = 4500;
const espProtocol = 50;
const ahProtocol = 51;

type NewPermit = Omit<AccessListEntry, "sequence">;

/** Lets the peer's IKE, NAT traversal and ESP (or AH) through the access list that stands in front of the WAN interface. */
export function permitIpsec(draft: DesignDraft, end: LinkEnd, peer: LinkEnd): void {
  const elements = draft.elements(end.router);
  const name = elements.interface.get(end.wan.name)?.accessGroupIn;
  const list = name === undefined ? undefined : elements.accessList.get(name);
  // A list that is applied but does not exist, or is empty, filters nothing.
  if (!list || accessListEntries(list).length === 0) return;
  const permits = ipsecPermits(elements, peer.address, end.address);
  const widened = permits.reduce((now, permit) => withPermit(now, permit), list);
  if (widened !== list) draft.putList(end.router, widened);
}

/** The entries that let one peer's tunnel in: UDP 500 and 4500, ESP, and AH where a transform set uses it. */
export function ipsecPermits(elements: Elements, peer: Ipv4Address, local: Ipv4Address): readonly NewPermit[] {
  const base = {
    kind: "entry",
    action: "permit",
    source: hostAddress(peer),
    destination: hostAddress(local),
    options: [],
  } as const;
  const port = (number: number): NewPermit => ({
    ...base,
    protocol: udp,
    destinationPorts: { operator: "eq", ports: [number] },
  });
  const usesAh = [...elements.transformSet.values()].some((set) =>
    set.transforms.some((transform) => transform.startsWith("ah-")),
  );
  return [
    port(ikePort),
    port(natTraversalPort),
    { ...base, protocol: espProtocol },
    ...(usesAh ? [{ ...base, protocol: ahProtocol }] : []),
  ];
}

/** Whether an entry is exactly one of those that `permitIpsec` writes for a peer. */
function isIpsecPermit(line: AccessListEntry, peer: Ipv4Address, isLocal: (address: Ipv4Address) => boolean): boolean {
  return (
    line.action === "permit" &&
    isHost(line.source, peer) &&
    line.destination.kind === "addresses" &&
    line.destination.wildcard === 0 &&
    isLocal(line.destination.base) &&
    (line.protocol === espProtocol ||
      line.protocol === ahProtocol ||
      (line.protocol === udp &&
        line.destinationPorts?.operator === "eq" &&
        line.destinationPorts.ports.every((port) => port === ikePort || port === natTraversalPort)))
  );
}

/** Removes a router's permits for one peer. A list that is left empty would let everything in, so it then denies everything. */
export function withdrawPermits(draft: DesignDraft, router: RouterId, peer: Ipv4Address): void {
  const elements = draft.elements(router);
  const own = addressesOf(elements);
  const applied = new Set([...elements.interface.values()].map((one) => one.accessGroupIn));
  for (const name of applied) {
    const list = elements.accessList.get(name ?? "");
    if (!list) continue;
    const lines = list.lines.filter(
      (line) => line.kind === "remark" || !isIpsecPermit(line, peer, (address) => own.has(address)),
    );
    if (lines.length === list.lines.length) continue;
    const left: AccessList = { ...list, lines };
    draft.putList(router, accessListEntries(left).length > 0 ? left : withDenyAll(left));
  }
}

function withDenyAll(list: AccessList): AccessList {
  const any = { kind: "addresses", base: 0, wildcard: 0xffffffff } as const;
  const deny: UnnumberedLine = {
    kind: "entry",
    action: "deny",
    protocol: "ip",
    source: any,
    destination: any,
    options: [],
  };
  return insertLines(list, list.lines.length, [deny]);
}

/** Puts a permit before the first line that denies some of it; nothing where an earlier permit already lets all of it in. */
function withPermit(list: AccessList, permit: NewPermit): AccessList {
  for (const [index, line] of list.lines.entries()) {
    if (line.kind === "remark" || !isAbout(line, permit)) continue;
    if (line.action === "deny") return insertLines(list, index, [inListOfType(list, permit)]);
    if (coversPermit(line, permit)) return list;
  }
  return insertLines(list, list.lines.length, [inListOfType(list, permit)]);
}

/** A standard list can only let the peer in altogether. */
function inListOfType(list: AccessList, permit: NewPermit): NewPermit {
  if (list.type === "extended") return permit;
  const { destinationPorts: _ports, ...rest } = permit;
  return { ...rest, protocol: "ip", destination: { kind: "addresses", base: 0, wildcard: 0xffffffff } };
}

function isAbout(line: AccessListEntry, permit: NewPermit): boolean {
  const [source, destination] = [setOf(permit.source), setOf(permit.destination)];
  return (
    (line.protocol === "ip" || line.protocol === permit.protocol) &&
    entryTouches(line, source, destination) &&
    portsMayMatch(line, permit)
  );
}

function coversPermit(line: AccessListEntry, permit: NewPermit): boolean {
  return (
    line.source.kind === "addresses" &&
    line.destination.kind === "addresses" &&
    setCovers(line.source, setOf(permit.source)) &&
    setCovers(line.destination, setOf(permit.destination)) &&
    line.sourcePorts === undefined &&
    line.serviceGroup === undefined &&
    line.options.length === 0
  );
}

function portsMayMatch(line: AccessListEntry, permit: NewPermit): boolean {
  const port = permit.destinationPorts?.ports[0];
  const ports = line.destinationPorts;
  if (port === undefined || !ports) return true;
  const [first = 0, last = first] = ports.ports;
  switch (ports.operator) {
    case "eq":
      return ports.ports.includes(port);
    case "neq":
      return !ports.ports.includes(port);
    case "gt":
      return port > first;
    case "lt":
      return port < first;
    case "range":
      return port >= first && port <= last;
    default:
      return ports.operator satisfies never;
  }
}

function setOf(address: NewPermit["source"]): AddressSet {
  return address.kind === "addresses" ? address : { base: 0, wildcard: 0xffffffff };
}

function isHost(address: NewPermit["source"], host: Ipv4Address): boolean {
  return address.kind === "addresses" && address.wildcard === 0 && setCovers(hostSet(host), address);
}
