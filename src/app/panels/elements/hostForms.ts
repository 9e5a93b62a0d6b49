import {
  formatIpv4,
  lengthOfMask,
  maskOfLength,
  parseIpv4,
  type Interface,
  type Ipv4Address,
  type Router,
  type StaticRoute,
} from "../../../core/index.ts";
import {
  identityText,
  flag,
  namesOf,
  optionalChoice,
  optionalNumber,
  optionalText,
  requiredAddress,
  withOptional,
  type Change,
  type ElementForm,
} from "../form/fieldSpec.ts";

export const interfaceForm: ElementForm<"interface"> = {
  kind: "interface",
  noun: "Interface",
  title: (one) => one.name,
  summary: addressText,
  renames: "interface",
  fields: [
    identityText("name", "Name"),
    optionalText("description", "Description"),
    {
      control: "text",
      field: "address",
      label: "IP address",
      placeholder: "10.1.0.1/24",
      absent: "no ip address",
      get: addressText,
      set: setAddress,
    },
    {
      control: "text",
      field: "cryptoMap",
      label: "Crypto map",
      absent: "none",
      names: (router) => [...new Set([...router.elements.cryptoMapEntry.values()].map((entry) => entry.map))],
      get: (one) => one.cryptoMap?.name ?? "",
      set: (one, text) =>
        withOptional(one, "cryptoMap", text.trim() === "" ? undefined : { ...one.cryptoMap, name: text.trim() }),
    },
    optionalText("accessGroupIn", "Access list in", { names: namesOf("accessList"), absent: "everything may enter" }),
    optionalText("accessGroupOut", "Access list out", { names: namesOf("accessList"), absent: "everything may leave" }),
    optionalChoice("nat", "NAT", ["inside", "outside"], "none"),
    optionalText("vrf", "VRF"),
    optionalNumber("ipMtu", "IP MTU", { absent: "the interface's, at most 1500" }),
    optionalNumber("adjustMss", "TCP MSS", { placeholder: "1360", absent: "not adjusted" }),
    flag("shutdown", "Shut down"),
  ],
  create: (router) => {
    let number = 0;
    while (router.elements.interface.has(`GigabitEthernet0/${String(number)}`)) number += 1;
    return { name: `GigabitEthernet0/${String(number)}`, secondaryAddresses: [], kept: [] };
  },
};

/** The primary address as it is typed: a prefix with the host's own address, `dhcp`, `negotiated`, or `unnumbered Loopback0`. */
export function addressText({ address }: Interface): string {
  switch (address?.kind) {
    case undefined:
      return "";
    case "static":
      return withMask(address.address, address.mask);
    case "dhcp":
    case "negotiated":
      return address.kind;
    case "unnumbered":
      return `unnumbered ${address.interface}`;
    default:
      return address satisfies never;
  }
}

function setAddress(one: Interface, text: string): Change<Interface> {
  const words = text.trim();
  if (words === "") return withOptional(one, "address", undefined);
  if (words === "dhcp" || words === "negotiated") return { ...one, address: { kind: words } };
  const unnumbered = /^unnumbered\s+(\S+)$/.exec(words)?.[1];
  if (unnumbered !== undefined) return { ...one, address: { kind: "unnumbered", interface: unnumbered } };
  const read = readWithMask(words);
  return read === undefined
    ? "An address with its length or mask is needed, such as 10.1.0.1/24; or dhcp."
    : { ...one, address: { kind: "static", ...read } };
}

/** 10.1.0.1/24, or 10.1.0.1 255.0.255.0 where the mask has holes. */
function withMask(address: Ipv4Address, mask: Ipv4Address): string {
  const length = lengthOfMask(mask);
  return length === undefined
    ? `${formatIpv4(address)} ${formatIpv4(mask)}`
    : `${formatIpv4(address)}/${String(length)}`;
}

/** Reads 10.1.0.1/24 and 10.1.0.1 255.255.255.0; undefined when it is neither. */
export function readWithMask(text: string): { readonly address: Ipv4Address; readonly mask: Ipv4Address } | undefined {
  const [first = "", second, more] = text.split(/[\s/]+/);
  const address = parseIpv4(first);
  if (address === undefined || second === undefined || more !== undefined) return undefined;
  const mask = /^\d{1,2}$/.test(second) && Number(second) <= 32 ? maskOfLength(Number(second)) : parseIpv4(second);
  return mask === undefined ? undefined : { address, mask };
}

export const staticRouteForm: ElementForm<"staticRoute"> = {
  kind: "staticRoute",
  noun: "Route",
  title: (route) => withMask(route.network, route.mask),
  summary: exitText,
  fields: [
    {
      control: "text",
      field: "network",
      label: "Network",
      identity: true,
      placeholder: "10.2.0.0/24",
      get: (route) => withMask(route.network, route.mask),
      set: (route, text): Change<StaticRoute> => {
        const read = readWithMask(text.trim());
        if (!read) return "A network with its length or mask is needed, such as 10.2.0.0/24.";
        if ((read.address & ~read.mask) !== 0) return "The network has bits set behind its mask; IOS would refuse it.";
        return { ...route, network: read.address, mask: read.mask };
      },
    },
    {
      control: "text",
      field: "nextHop",
      label: "Next hop or interface",
      identity: true,
      placeholder: "198.51.100.1",
      get: exitText,
      set: (route, text): Change<StaticRoute> => {
        const { nextHop: _, interface: __, dhcp: ___, ...rest } = route;
        const words = text.trim().split(/\s+/);
        const by = words.length > 1 && { interface: words.slice(0, -1).join("") };
        if (words.at(-1) === "dhcp") return { ...rest, ...by, dhcp: true };
        const last = parseIpv4(words.at(-1) ?? "");
        if (last !== undefined) return { ...rest, nextHop: last, ...by };
        return words.length === 1 && words[0]
          ? { ...rest, interface: words[0] }
          : "An address, an interface, dhcp, or an interface and one of these is needed.";
      },
    },
    optionalNumber("distance", "Distance", { absent: "1" }),
    optionalText("routeName", "Name"),
    optionalText("vrf", "VRF", { identity: true, absent: "the global table" }),
    optionalNumber("tag", "Tag", { absent: "none" }),
    flag("permanent", "Keep while the interface is down (permanent)"),
  ],
  create: (router) => ({ network: 0, mask: 0, nextHop: firstNeighbour(router) }),
};

function exitText(route: StaticRoute): string {
  return [
    route.interface ?? "",
    route.nextHop === undefined ? "" : formatIpv4(route.nextHop),
    route.dhcp === true ? "dhcp" : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** The first address of the WAN interface's prefix that is not the router's own: where the provider's router usually is. */
function firstNeighbour(router: Router): Ipv4Address {
  for (const { address, cryptoMap, nat } of router.elements.interface.values()) {
    if (address?.kind !== "static" || (!cryptoMap && nat !== "outside")) continue;
    const first = ((address.address & address.mask) >>> 0) + 1;
    return first === address.address ? first + 1 : first;
  }
  return parseIpv4("192.0.2.1") ?? 0;
}

export const natPoolForm: ElementForm<"natPool"> = {
  kind: "natPool",
  noun: "NAT pool",
  title: (pool) => pool.name,
  summary: (pool) => `${formatIpv4(pool.start)} – ${formatIpv4(pool.end)}`,
  renames: "natPool",
  fields: [
    identityText("name", "Name"),
    requiredAddress("start", "First address"),
    requiredAddress("end", "Last address"),
    requiredAddress("mask", "Mask"),
  ],
  create: (router) => {
    let name = "NAT-POOL";
    for (let number = 2; router.elements.natPool.has(name); number += 1) name = `NAT-POOL${String(number)}`;
    const start = parseIpv4("192.0.2.9") ?? 0;
    return { name, start, end: start + 5, mask: maskOfLength(29) };
  },
};

export const natRuleForm: ElementForm<"natRule"> = {
  kind: "natRule",
  noun: "NAT rule",
  title: (rule) => `${rule.match.kind} ${rule.match.name}`,
  summary: (rule) => `${rule.to.kind} ${rule.to.name}${rule.overload ? " overload" : ""}`,
  fields: [
    {
      control: "choice",
      field: "match",
      label: "Translate what",
      options: [
        { value: "list", label: "an access list permits" },
        { value: "route-map", label: "a route map permits" },
      ],
      get: (rule) => rule.match.kind,
      set: (rule, kind) => ({ ...rule, match: { ...rule.match, kind: kind === "route-map" ? "route-map" : "list" } }),
    },
    {
      control: "text",
      field: "match",
      label: "List or route map",
      identity: true,
      names: namesOf("accessList"),
      get: (rule) => rule.match.name,
      set: (rule, name) => ({ ...rule, match: { ...rule.match, name: name.trim() } }),
    },
    {
      control: "choice",
      field: "to",
      label: "Into the address of",
      options: [
        { value: "interface", label: "an interface" },
        { value: "pool", label: "a pool" },
      ],
      get: (rule) => rule.to.kind,
      set: (rule, kind) => ({ ...rule, to: { ...rule.to, kind: kind === "pool" ? "pool" : "interface" } }),
    },
    {
      control: "text",
      field: "to",
      label: "Interface or pool",
      names: (router) => [...router.elements.interface.keys(), ...router.elements.natPool.keys()],
      get: (rule) => rule.to.name,
      set: (rule, name) => ({ ...rule, to: { ...rule.to, name: name.trim() } }),
    },
    flag("overload", "Many behind one address (overload)"),
  ],
  create: (router) => ({
    match: { kind: "list", name: "NAT" },
    to: {
      kind: "interface",
      name: [...router.elements.interface.values()].find((one) => one.nat === "outside")?.name ?? "GigabitEthernet0/0",
    },
    overload: true,
  }),
};
