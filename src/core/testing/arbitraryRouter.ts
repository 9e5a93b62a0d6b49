import fc from "fast-check";
import { GLOBAL_STEPS, stepOfWords } from "../ios/globalSteps.ts";
import type { Host, IpHost, KeptBlock, Vrf } from "../model/host.ts";
import type { Interface, Tunnel } from "../model/interface.ts";
import type { NatPool, NatRule, StaticNat } from "../model/nat.ts";
import type { RouteMapEntry, StaticRoute } from "../model/route.ts";
import {
  asRouterId,
  ELEMENT_KINDS,
  elementNames,
  type Element,
  type ElementKind,
  type Elements,
  type Router,
} from "../model/router.ts";
import { accessList, objectGroup } from "./arbitraryAccessList.ts";
import * as crypto from "./arbitraryCrypto.ts";
import * as remote from "./arbitraryRemoteAccess.ts";
import {
  address,
  anyName,
  byName,
  flag,
  interfaceName,
  keptLines,
  mask,
  names,
  partial,
  text,
} from "./arbitraryValues.ts";

const kept = keptLines;
const distance = fc.integer({ min: 2, max: 255 });
const tag = fc.integer({ min: 1, max: 4294967295 });
const port = fc.integer({ min: 1, max: 65535 });

const hostname = fc.stringMatching(/^[A-Za-z](?:[A-Za-z0-9-]{0,10}[A-Za-z0-9])?$/);

function host(version: string): fc.Arbitrary<Host> {
  return partial<Host>({ hostname, domainName: anyName, version: fc.constant(version) }, "version");
}

const ipHost: fc.Arbitrary<IpHost> = fc.record({
  name: anyName,
  addresses: fc.array(address, { minLength: 1, maxLength: 3 }),
});

const vrf = partial<Vrf>(
  { name: anyName, definition: flag, routeDistinguisher: fc.constantFrom("65000:1", "192.0.2.1:7"), kept },
  "name",
  "kept",
);

const tunnel = partial<Tunnel>({
  source: interfaceName,
  destination: fc.constantFrom("192.0.2.9", "dynamic", "hub.example.net"),
  mode: fc.constantFrom("ipsec ipv4", "gre multipoint"),
  vrf: anyName,
  protectionProfile: anyName,
  protectionOptions: fc.constantFrom("shared", "isakmp-profile P"),
  protectionPolicy: anyName,
}).map((one): Tunnel => {
  const { protectionOptions, ...rest } = one;
  return protectionOptions !== undefined && one.protectionProfile !== undefined ? one : rest;
});

const interfaceAddress = fc.record({ address, mask });

const interfaceElement = partial<Interface>(
  {
    name: interfaceName,
    qualifier: fc.constantFrom("point-to-point", "multipoint", "type tunnel"),
    description: text,
    vrf: anyName,
    vrfForwarding: flag,
    dot1q: partial<NonNullable<Interface["dot1q"]>>({ vlan: fc.integer({ min: 1, max: 4094 }), native: flag }, "vlan"),
    address: fc.oneof(
      interfaceAddress.map((one) => ({ kind: "static" as const, ...one })),
      fc.constantFrom({ kind: "dhcp" as const }, { kind: "negotiated" as const }),
      interfaceName.map((name) => ({ kind: "unnumbered" as const, interface: name })),
    ),
    secondaryAddresses: fc.uniqueArray(interfaceAddress, {
      maxLength: 2,
      selector: (one) => `${one.address} ${one.mask}`,
    }),
    accessGroupIn: anyName,
    accessGroupOut: anyName,
    nat: fc.constantFrom("inside" as const, "outside" as const),
    ipMtu: fc.integer({ min: 68, max: 9216 }),
    adjustMss: fc.integer({ min: 500, max: 1460 }),
    cryptoMap: partial<NonNullable<Interface["cryptoMap"]>>({ name: anyName, redundancy: anyName } as never, "name"),
    shutdown: flag,
    tunnel,
    kept,
  },
  "name",
  "secondaryAddresses",
  "kept",
).map((one): Interface => {
  const { tunnel: values, vrfForwarding, ...rest } = one;
  return {
    ...rest,
    ...(values !== undefined && Object.keys(values).length > 0 ? { tunnel: values } : {}),
    ...(one.vrf !== undefined && vrfForwarding === true ? { vrfForwarding } : {}),
  };
});

const natPool: fc.Arbitrary<NatPool> = fc.record({ name: anyName, start: address, end: address, mask });

const natRule = partial<NatRule>(
  {
    match: fc.record({ kind: fc.constantFrom("list" as const, "route-map" as const), name: anyName }),
    to: fc.oneof(
      fc.record({ kind: fc.constant("interface" as const), name: interfaceName }),
      fc.record({ kind: fc.constant("pool" as const), name: anyName }),
    ),
    vrf: anyName,
    overload: flag,
  },
  "match",
  "to",
);

const globalSide = fc.oneof(
  fc.record({ kind: fc.constant("address" as const), address }),
  fc.record({ kind: fc.constant("interface" as const), name: interfaceName }),
);

const staticNat: fc.Arbitrary<StaticNat> = fc.oneof(
  partial<StaticNat>(
    { local: address, global: globalSide, routeMap: anyName, vrf: anyName, extendable: flag } as never,
    "local",
    "global",
  ),
  partial<StaticNat>(
    {
      local: address,
      global: fc.record({ kind: fc.constant("address" as const), address }),
      networkMask: mask,
      vrf: anyName,
    } as never,
    "local",
    "global",
    "networkMask",
  ),
  partial<StaticNat>(
    {
      protocol: fc.constantFrom("tcp" as const, "udp" as const),
      local: address,
      localPort: port,
      global: globalSide,
      globalPort: port,
      routeMap: anyName,
      extendable: flag,
    } as never,
    "protocol",
    "local",
    "localPort",
    "global",
    "globalPort",
  ),
);

const staticRoute = partial<StaticRoute>(
  {
    vrf: anyName,
    network: address,
    mask,
    nextHop: address,
    interface: interfaceName,
    dhcp: flag,
    distance,
    tag,
    routeName: anyName,
    permanent: flag,
    track: fc.integer({ min: 1, max: 1000 }),
  },
  "network",
  "mask",
  "nextHop",
).map(({ dhcp, nextHop, ...route }) => (dhcp === true ? { ...route, dhcp } : { ...route, nextHop }));

const routeMapEntry: fc.Arbitrary<RouteMapEntry> = fc.record({
  map: fc.constantFrom("NONAT", "POLICY"),
  sequence: fc.integer({ min: 0, max: 65535 }),
  action: fc.constantFrom("permit" as const, "deny" as const),
  matchAddress: names(3, 0),
  kept,
});

/** Blocks outside the model, in the order in which IOS prints them. */
const foreignBlocks: readonly (readonly string[])[] = [
  ["service timestamps log datetime msec"],
  ["boot-start-marker"],
  ["ip cef"],
  ["crypto pki trustpoint TP", " enrollment selfsigned", " revocation-check none"],
  ["track 1 ip sla 1"],
  [
    "router bgp 65000",
    " bgp log-neighbor-changes",
    " address-family ipv4",
    "  network 10.0.0.0",
    " exit-address-family",
  ],
  ["no ip http server"],
  ["ip sla 1", " icmp-echo 192.0.2.1"],
  ["control-plane"],
  ["line vty 0 4", " login local", " transport input ssh"],
  ["ntp server 192.0.2.5"],
].sort((one, other) => stepIndex(one) - stepIndex(other));

function stepIndex(block: readonly string[]): number {
  return stepOfWords((block[0] ?? "").split(" "))?.index ?? GLOBAL_STEPS.length;
}

const keptBlocks: fc.Arbitrary<ReadonlyMap<string, KeptBlock>> = fc
  .subarray([...foreignBlocks], { maxLength: 4 })
  .map((blocks) => new Map(blocks.map((lines, index) => [String(index + 1), { name: String(index + 1), lines }])));

/** One element under the empty name, where it says anything. */
function single<T extends object>(one: fc.Arbitrary<T>): fc.Arbitrary<ReadonlyMap<string, T>> {
  return fc.option(one).map((value) => new Map(value !== null && Object.keys(value).length > 0 ? [["", value]] : []));
}

function collection(kind: ElementKind, one: fc.Arbitrary<unknown>, maxLength?: number) {
  return byName(one, elementNames[kind] as (element: unknown) => string, maxLength);
}

/** The elements of a router: every kind, every field, none of them required. */
export function arbitraryElements(version: string): fc.Arbitrary<Elements> {
  const shownNumbers = Number.parseInt(version, 10) >= 16;
  const collections: { readonly [K in ElementKind]: fc.Arbitrary<ReadonlyMap<string, unknown>> } = {
    host: single(host(version)).map((hosts) => (hosts.size > 0 ? hosts : new Map([["", { version }]]))),
    ipHost: collection("ipHost", ipHost),
    vrf: collection("vrf", vrf),
    aaaSettings: single(fc.constant({ newModel: true as const })),
    aaaList: collection("aaaList", remote.aaaList),
    user: collection("user", remote.user),
    ikev2Proposal: collection("ikev2Proposal", remote.ikev2Proposal),
    ikev2Policy: collection("ikev2Policy", remote.ikev2Policy),
    ikev2Keyring: collection("ikev2Keyring", remote.ikev2Keyring),
    ikev2Profile: collection("ikev2Profile", remote.ikev2Profile),
    keyring: collection("keyring", crypto.keyring),
    isakmpPolicy: collection("isakmpPolicy", crypto.isakmpPolicy),
    isakmpKey: collection("isakmpKey", crypto.isakmpKey),
    isakmpSettings: single(crypto.isakmpSettings),
    isakmpPeer: collection("isakmpPeer", crypto.isakmpPeer),
    clientGroup: collection("clientGroup", remote.clientGroup),
    isakmpProfile: collection("isakmpProfile", crypto.isakmpProfile),
    ipsecSettings: single(crypto.ipsecSettings),
    transformSet: collection("transformSet", crypto.transformSet),
    ipsecProfile: collection("ipsecProfile", crypto.ipsecProfile),
    dynamicMapEntry: collection("dynamicMapEntry", crypto.dynamicMapEntry),
    cryptoMap: collection("cryptoMap", crypto.cryptoMap),
    cryptoMapEntry: collection("cryptoMapEntry", crypto.cryptoMapEntry, 5),
    interface: collection("interface", interfaceElement, 4),
    localPool: collection("localPool", remote.localPool),
    natPool: collection("natPool", natPool),
    natRule: collection("natRule", natRule),
    staticNat: collection("staticNat", staticNat),
    staticRoute: collection("staticRoute", staticRoute),
    accessList: collection("accessList", accessList(shownNumbers), 4),
    objectGroup: collection("objectGroup", objectGroup),
    routeMapEntry: collection("routeMapEntry", routeMapEntry),
    aaaServer: collection("aaaServer", remote.aaaServer),
    keptBlock: keptBlocks,
  };
  return fc.record(collections) as unknown as fc.Arbitrary<Elements>;
}

/** A router of either dialect, with no text of its own. */
export const arbitraryRouter: fc.Arbitrary<Router> = fc
  .constantFrom("12.4", "15.2", "17.9")
  .chain(arbitraryElements)
  .map((elements) => ({ id: asRouterId("router-1"), elements }));

/** All elements of a router in the order of kinds, each with its key: for properties over single elements. */
export function elementEntries(
  elements: Elements,
): readonly { readonly kind: ElementKind; readonly name: string; readonly element: Element }[] {
  return ELEMENT_KINDS.flatMap((kind) =>
    [...(elements[kind] as ReadonlyMap<string, Element>)].map(([name, element]) => ({ kind, name, element })),
  );
}
