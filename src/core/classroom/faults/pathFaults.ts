import { connectedPrefixes } from "../../derive/routes.ts";
import {
  entryTouches,
  insertLines,
  numberedList,
  withoutLines,
  type UnnumberedLine,
} from "../../edit/accessListLines.ts";
import { putEdit, removeEdit } from "../../edit/elementEdits.ts";
import { freeName } from "../../edit/freeName.ts";
import { accessListEntries, type AccessListEntry } from "../../model/accessList.ts";
import type { Interface } from "../../model/interface.ts";
import type { StaticRoute } from "../../model/route.ts";
import { elementName, type ElementKind, type Place } from "../../model/elements.ts";
import { formatIpv4, parseIpv4 } from "../../net/ipv4.ts";
import { ANY_ADDRESS, hostSet } from "../../net/wildcard.ts";
import {
  changeEntryOf,
  cryptoListOf,
  entryPlaceOf,
  entryTitleOf,
  type FaultEnd,
  type FaultKind,
  type FaultVariant,
} from "./fault.ts";

function at({ router }: FaultEnd, kind: ElementKind, name: string): Place {
  return { router: router.id, kind, name };
}

/** Inside interfaces: those with an address and no crypto map. */
function insideOf(end: FaultEnd): readonly Interface[] {
  return [...end.elements.interface.values()].filter(
    (one) =>
      one.cryptoMap === undefined &&
      one.name !== end.end.interface &&
      one.shutdown !== true &&
      !one.name.startsWith("Loopback") &&
      one.tunnel === undefined &&
      connectedPrefixes(one).length > 0,
  );
}

const noExemption: FaultKind = {
  rank: 4,
  name: "The tunnel's traffic is translated",
  weight: 9,
  area: "For what leaves, translation comes before encryption. What do the packets look like when the crypto map sees them?",
  variants: (target) => {
    const { near } = target;
    const found = cryptoListOf(near);
    if (!found) return [];
    const { source, destination } = found.permit;
    return [...near.elements.natRule.values()].flatMap(({ match }): readonly FaultVariant[] => {
      const list = match.kind === "list" ? near.elements.accessList.get(match.name) : undefined;
      const denies = list
        ? accessListEntries(list).filter((line) => line.action === "deny" && entryTouches(line, source, destination))
        : [];
      const [deny] = denies;
      if (!list || !deny) return [];
      const without = withoutLines(list, (line) => denies.some(({ sequence }) => sequence === line.sequence));
      const moved = denies.map(({ sequence: _sequence, ...line }): UnnumberedLine => line);
      return [
        {
          story: `On ${near.name}, list ${list.name} no longer exempts the tunnel's traffic from translation.`,
          edits: [putEdit(near.router.id, "accessList", without)],
          places: [at(near, "accessList", list.name)],
        },
        {
          story: `On ${near.name}, the exemption in list ${list.name} stands behind the permit that catches everything.`,
          edits: [putEdit(near.router.id, "accessList", insertLines(without, without.lines.length, moved))],
          places: [at(near, "accessList", list.name)],
        },
      ];
    });
  },
};

const staticTranslation: FaultKind = {
  rank: 17,
  name: "A static translation overrides the exemption",
  weight: 4,
  area: "Most hosts reach the other side. Which of them does not, and how is it translated?",
  variants: (target) => {
    const { near } = target;
    const found = cryptoListOf(near);
    const { carrier } = near;
    if (!found || carrier?.nat !== "outside" || found.permit.source.wildcard < 31) return [];
    const local = (found.permit.source.base + 10) >>> 0;
    const element = {
      protocol: "tcp" as const,
      local,
      localPort: 443,
      global: { kind: "interface" as const, name: carrier.name },
      globalPort: 443,
    };
    return [
      {
        story: `On ${near.name}, the web server ${formatIpv4(local)} got a static translation without a route map.`,
        edits: [putEdit(near.router.id, "staticNat", element)],
        places: [at(near, "staticNat", elementName("staticNat", element))],
      },
    ];
  },
};

const wrongRoute: FaultKind = {
  rank: 6,
  name: "The route to the other network is missing or leads elsewhere",
  weight: 8,
  area: "Before the crypto map sees a packet, the routing table has sent it somewhere. Where?",
  variants: ({ near }) => {
    const routes = [...near.elements.staticRoute.values()].filter(
      (route) => route.mask === 0 && route.vrf === undefined,
    );
    const [route] = routes;
    if (!route || routes.length > 1) return [];
    const name = elementName("staticRoute", route);
    const to = (changed: StaticRoute, what: string): FaultVariant => ({
      story: `On ${near.name}, the default route ${what}.`,
      edits: [removeEdit(near.router.id, "staticRoute", name), putEdit(near.router.id, "staticRoute", changed)],
      places: [at(near, "staticRoute", elementName("staticRoute", changed))],
    });
    const [network, mask] = [parseIpv4("192.168.0.0") ?? 0, parseIpv4("255.255.0.0") ?? 0];
    const [inside] = insideOf(near).flatMap(connectedPrefixes);
    return [
      to({ ...route, network, mask }, "became a route to 192.168.0.0/16"),
      ...(inside && inside.length <= 29 && route.interface === undefined
        ? [to({ ...route, nextHop: (inside.network + 5) >>> 0 }, "leads to the inside")]
        : []),
    ];
  },
};

const mapElsewhere: FaultKind = {
  rank: 7,
  name: "The crypto map is not on the interface, or not by its name",
  weight: 7,
  area: "Is the crypto map where the packets leave?",
  variants: ({ near }) => {
    const { carrier } = near;
    const map = carrier?.cryptoMap;
    if (!carrier || !map || near.view.set.carriers.length > 1) return [];
    const { cryptoMap: _cryptoMap, ...without } = carrier;
    const off = putEdit(near.router.id, "interface", without);
    const wrong = freeName(map.name.length > 1 ? map.name.slice(0, -1) : `${map.name}1`, (name) =>
      [...near.elements.cryptoMapEntry.values()].some((entry) => entry.map === name),
    );
    const [inside] = insideOf(near);
    return [
      {
        story: `On ${near.name}, ${carrier.name} lost its crypto map.`,
        edits: [off],
        places: [at(near, "interface", carrier.name)],
      },
      {
        story: `On ${near.name}, ${carrier.name} names crypto map ${wrong}, which does not exist.`,
        edits: [putEdit(near.router.id, "interface", { ...carrier, cryptoMap: { ...map, name: wrong } })],
        places: [at(near, "interface", carrier.name)],
      },
      ...(inside
        ? [
            {
              story: `On ${near.name}, crypto map ${map.name} is on ${inside.name}, towards the people, in the place of ${carrier.name}.`,
              edits: [off, putEdit(near.router.id, "interface", { ...inside, cryptoMap: map })],
              places: [at(near, "interface", carrier.name), at(near, "interface", inside.name)],
            },
          ]
        : []),
    ];
  },
};

/** Quiet until somebody copies a file. */
const fragmentation: FaultKind = {
  rank: 10,
  name: "Large packets do not fit into the tunnel",
  weight: 6,
  area: "Ping works and file transfers hang. What grows when it is encrypted?",
  variants: ({ near }) =>
    [...near.elements.interface.values()]
      .filter((one) => one.adjustMss !== undefined)
      .map((one): FaultVariant => {
        const { adjustMss: _adjustMss, ...without } = one;
        return {
          story: `On ${near.name}, ${one.name} lost its ip tcp adjust-mss.`,
          edits: [putEdit(near.router.id, "interface", without)],
          places: [at(near, "interface", one.name)],
        };
      }),
};

const filtered: FaultKind = {
  rank: 14,
  name: "An access list keeps IKE or ESP out",
  weight: 5,
  area: "What arrives at the interface, and what does its access list let in?",
  variants: ({ near }) => {
    const { carrier } = near;
    if (!carrier) return [];
    const name = carrier.accessGroupIn;
    const list = name === undefined ? undefined : near.elements.accessList.get(name);
    if (list)
      return [
        withoutPassenger(near, list.name, isIke, "UDP 500"),
        withoutPassenger(near, list.name, isEsp, "ESP"),
      ].flat();
    if (name !== undefined) return [];
    const added = freeName("OUTSIDE-IN", (one) => near.elements.accessList.has(one));
    const line = (protocol: number, port?: number): UnnumberedLine => ({
      kind: "entry",
      action: "permit",
      protocol,
      source: { kind: "addresses", ...ANY_ADDRESS },
      destination: { kind: "addresses", ...ANY_ADDRESS },
      ...(port !== undefined && { destinationPorts: { operator: "eq", ports: [port] } }),
      options: [],
    });
    const put = (lines: readonly UnnumberedLine[], what: string): FaultVariant => ({
      story: `On ${near.name}, ${carrier.name} got an access list that lets in ${what}.`,
      edits: [
        putEdit(near.router.id, "accessList", numberedList(added, lines)),
        putEdit(near.router.id, "interface", { ...carrier, accessGroupIn: added }),
      ],
      places: [at(near, "accessList", added), at(near, "interface", carrier.name)],
    });
    return [
      put([line(17, 500), line(17, 4500), line(1)], "IKE and ping, but not ESP"),
      put([line(50), line(1)], "ESP and ping, but not IKE"),
    ];
  },
};

function withoutPassenger(
  end: FaultEnd,
  name: string,
  isPassenger: (line: AccessListEntry) => boolean,
  what: string,
): readonly FaultVariant[] {
  const list = end.elements.accessList.get(name);
  const from = hostSet(end.end.address ?? 0);
  const gone = list
    ? accessListEntries(list).filter((line) => isPassenger(line) && entryTouches(line, ANY_ADDRESS, from))
    : [];
  if (!list || gone.length === 0) return [];
  return [
    {
      story: `On ${end.name}, access list ${name} no longer lets ${what} in.`,
      edits: [
        putEdit(
          end.router.id,
          "accessList",
          withoutLines(list, (line) => gone.some(({ sequence }) => sequence === line.sequence)),
        ),
      ],
      places: [at(end, "accessList", name)],
    },
  ];
}

function isIke({ action, protocol, destinationPorts }: AccessListEntry): boolean {
  return (
    action === "permit" &&
    protocol === 17 &&
    destinationPorts?.operator === "eq" &&
    destinationPorts.ports.includes(500)
  );
}

function isEsp({ action, protocol }: AccessListEntry): boolean {
  return action === "permit" && protocol === 50;
}

const severalInterfaces: FaultKind = {
  rank: 16,
  name: "The map is on several interfaces without one identity, or the peers are in the wrong order",
  weight: 5,
  area: "From which address does the router speak, and whom does it call first?",
  variants: ({ near }) => {
    const { settings, carriers, name } = near.view.set;
    const variants: FaultVariant[] = [];
    if (settings?.localAddress !== undefined) {
      const { localAddress, ...without } = settings;
      variants.push({
        story: `On ${near.name}, crypto map ${name} lost its local-address ${localAddress}.`,
        edits: [putEdit(near.router.id, "cryptoMap", without)],
        places: [at(near, "cryptoMap", name)],
      });
    }
    const [inside] = insideOf(near);
    const map = near.carrier?.cryptoMap;
    if (settings?.localAddress === undefined && carriers.length === 1 && inside && map) {
      variants.push({
        story: `On ${near.name}, crypto map ${name} is also on ${inside.name}, and nothing says which address is its own.`,
        edits: [putEdit(near.router.id, "interface", { ...inside, cryptoMap: map })],
        places: [at(near, "interface", inside.name)],
      });
    }
    return [...variants, ...otherOrder(near)];
  },
};

/** Each new attempt begins with the first peer, so the backup that comes first is no backup. */
function otherOrder(end: FaultEnd): readonly FaultVariant[] {
  const { entry, dynamic } = end.view;
  const { peers } = entry.entry;
  if (dynamic || peers.length < 2 || entry.entry.type !== "ipsec-isakmp") return [];
  const wasDefault = peers[0]?.default === true;
  const turned = [...peers].reverse().map(({ default: _default, ...peer }, index) => ({
    ...peer,
    ...(wasDefault && index === 0 && { default: true as const }),
  }));
  return [
    {
      story: `On ${end.name}, the peers of ${entryTitleOf(end)} stand in the wrong order: the backup comes first.`,
      edits: [changeEntryOf(end, { peers: turned })],
      places: [entryPlaceOf(end, "peers")],
    },
  ];
}

export const pathFaults: readonly FaultKind[] = [
  noExemption,
  wrongRoute,
  mapElsewhere,
  fragmentation,
  filtered,
  severalInterfaces,
  staticTranslation,
];
