import { entryText } from "../../check/cryptoLists.ts";
import type { UnnumberedLine } from "../../edit/accessListLines.ts";
import { numberedList } from "../../edit/accessListLines.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import { freeName } from "../../edit/freeName.ts";
import { connectedPrefixes } from "../../derive/routes.ts";
import type { CryptoMapEntry } from "../../model/cryptoMap.ts";
import { ALL_ONES, formatIpv4, parseIpv4 } from "../../net/ipv4.ts";
import { ANY_ADDRESS, setCovers, setOfPrefix, type AddressSet } from "../../net/wildcard.ts";
import {
  changeEntryOf,
  cryptoListOf,
  entryPlaceOf,
  entryTitleOf,
  withLineReplaced,
  type FaultEnd,
  type FaultKind,
  type FaultTarget,
  type FaultVariant,
  type PlainEntry,
} from "./fault.ts";

/** The network beside an addressed one of the same size: what a slip of a finger makes of it. */
function neighbour({ base, wildcard }: AddressSet): AddressSet | undefined {
  const step = (wildcard + 1) >>> 0;
  // Beyond /4, or with holes, there is no such network.
  if (wildcard >= 0x0fffffff || (wildcard & step) !== 0) return undefined;
  return { base: (base ^ step) >>> 0, wildcard };
}

/** The fault of putting other lines in the place of the end's first permit. */
function permitReplaced(
  { near }: FaultTarget,
  replace: (permit: PlainEntry) => { readonly lines: readonly UnnumberedLine[]; readonly what: string } | undefined,
): readonly FaultVariant[] {
  const found = cryptoListOf(near);
  if (!found || near.view.dynamic) return [];
  const { list, permit } = found;
  const replaced = replace(permit);
  if (!replaced) return [];
  return [
    {
      story: `On ${near.name}, in ACL ${list.name}, “${entryText(permit)}” ${replaced.what}.`,
      edits: [putEdit(near.router.id, "accessList", withLineReplaced(list, permit.sequence, replaced.lines))],
      places: [{ router: near.router.id, kind: "accessList", name: list.name, field: "lines", item: permit.sequence }],
    },
  ];
}

const notMirrored: FaultKind = {
  rank: 1,
  name: "The crypto access lists are not mirror images",
  weight: 17,
  area: "Compare what the two crypto access lists permit, one of them read in a mirror.",
  variants: (target) => [
    ...permitReplaced(target, ({ sequence: _sequence, ...permit }) => ({
      lines: [{ ...permit, source: permit.destination, destination: permit.source }],
      what: "was written with source and destination exchanged, as it stands at the peer",
    })),
    ...permitReplaced(target, ({ sequence: _sequence, ...permit }) => {
      const wrong = neighbour(permit.destination);
      return (
        wrong && {
          lines: [{ ...permit, destination: { kind: "addresses", ...wrong } }],
          what: "got a wrong destination",
        }
      );
    }),
    ...permitReplaced(target, ({ sequence: _sequence, ...permit }) => {
      const wrong = neighbour(permit.source);
      return wrong && { lines: [{ ...permit, source: { kind: "addresses", ...wrong } }], what: "got a wrong source" };
    }),
  ],
};

const otherSplit: FaultKind = {
  rank: 13,
  name: "The same traffic in other portions",
  weight: 5,
  area: "The tunnel may come up from one side and not from the other. Compare how wide the permits are.",
  variants: (target) => [
    ...permitReplaced(target, ({ sequence: _sequence, ...permit }) => {
      const { base, wildcard } = permit.source;
      if (wildcard === 0 || (wildcard & (wildcard + 1)) !== 0 || wildcard === ALL_ONES) return undefined;
      const half = wildcard >>> 1;
      const lines = [base, (base | (half + 1)) >>> 0].map((start): UnnumberedLine => ({
        ...permit,
        source: { kind: "addresses", base: start, wildcard: half },
      }));
      return { lines, what: "was split into two halves" };
    }),
    ...permitReplaced(target, ({ sequence: _sequence, ...permit }) => {
      const wider = ((permit.destination.wildcard << 1) | 1) >>> 0;
      if (permit.destination.wildcard > 0xffff) return undefined;
      const destination = { base: (permit.destination.base & ~wider) >>> 0, wildcard: wider };
      return {
        lines: [{ ...permit, destination: { kind: "addresses", ...destination } }],
        what: "got a wider destination",
      };
    }),
    ...permitReplaced(target, ({ sequence: _sequence, ...permit }) =>
      permit.protocol === "ip" ? { lines: [{ ...permit, protocol: 6 }], what: "was narrowed to TCP" } : undefined,
    ),
  ],
};

/** GRE is what leaves the router, so the list has to speak of GRE between the tunnel's ends. */
const greNotSelected: FaultKind = {
  rank: 9,
  name: "The crypto access list does not select the GRE packets",
  weight: 6,
  area: "Think of what the packets look like once the tunnel interface has wrapped them.",
  variants: (target) =>
    permitReplaced(target, ({ sequence: _sequence, ...permit }) =>
      permit.protocol === 47
        ? { lines: [{ ...permit, protocol: 4 }], what: "was changed from GRE to IP in IP" }
        : undefined,
    ),
};

const overlappingEntry: FaultKind = {
  rank: 11,
  name: "Another entry takes the traffic first",
  weight: 6,
  area: "Which entry of the crypto map takes the packet?",
  variants: ({ near }) => {
    const found = cryptoListOf(near);
    const { entry } = near.view.entry;
    const sequence = sequenceBefore(near);
    if (!found || near.view.dynamic || sequence === undefined) return [];
    const name = freeName("PARTNER", (one) => near.elements.accessList.has(one));
    const added: CryptoMapEntry = {
      map: entry.map,
      sequence,
      type: "ipsec-isakmp",
      peers: [{ peer: { kind: "address", address: parseIpv4("192.0.2.66") ?? 0 } }],
      transformSets: entry.transformSets.slice(0, 1),
      matchAddress: name,
      sessionKeys: [],
      kept: [],
    };
    const wide: UnnumberedLine = {
      kind: "entry",
      action: "permit",
      protocol: "ip",
      source: found.permit.source,
      destination: { kind: "addresses", ...ANY_ADDRESS },
      options: [],
    };
    return [
      {
        story: `On ${near.name}, crypto map ${entry.map} got an entry ${sequence} for another partner, whose list permits everything from the same source.`,
        edits: [
          putEdit(near.router.id, "accessList", numberedList(name, [wide])),
          putEdit(near.router.id, "cryptoMapEntry", added),
        ],
        places: [{ router: near.router.id, kind: "cryptoMapEntry", name: `${entry.map} ${sequence}` }],
      },
    ];
  },
};

/** A free sequence between the end's entry and the one before it. */
export function sequenceBefore({ view }: FaultEnd): number | undefined {
  const { entries } = view.set;
  const own = view.entry.entry.sequence;
  const before = entries[view.entry.position - 1]?.entry.sequence ?? 0;
  const between = Math.floor((before + own) / 2);
  return between > before && between < own ? between : undefined;
}

const wrongSource: FaultKind = {
  rank: 23,
  name: "No interesting traffic: both lists name a network that nobody is in",
  weight: 3,
  area: "Both ends agree. Is it the traffic of the people that they agree on?",
  variants: ({ near, far }) => {
    const [own, other] = [cryptoListOf(near), cryptoListOf(far)];
    if (!own || !other || near.view.dynamic || far.view.dynamic) return [];
    const isLocal = [...near.elements.interface.values()]
      .flatMap(connectedPrefixes)
      .some(
        (prefix) =>
          setCovers(setOfPrefix(prefix), own.permit.source) || setCovers(own.permit.source, setOfPrefix(prefix)),
      );
    const wrong = neighbour(own.permit.source);
    const sameThere =
      other.permit.destination.base === own.permit.source.base &&
      other.permit.destination.wildcard === own.permit.source.wildcard;
    if (!isLocal || !wrong || !sameThere) return [];
    const { sequence: here, ...permit } = own.permit;
    const { sequence: there, ...mirrored } = other.permit;
    return [
      {
        story: `Both crypto access lists name ${formatIpv4(wrong.base)} in the place of the network that is behind ${near.name}.`,
        edits: [
          putEdit(
            near.router.id,
            "accessList",
            withLineReplaced(own.list, here, [{ ...permit, source: { kind: "addresses", ...wrong } }]),
          ),
          putEdit(
            far.router.id,
            "accessList",
            withLineReplaced(other.list, there, [{ ...mirrored, destination: { kind: "addresses", ...wrong } }]),
          ),
        ],
        places: [
          { router: near.router.id, kind: "accessList", name: own.list.name, field: "lines", item: here },
          { router: far.router.id, kind: "accessList", name: other.list.name, field: "lines", item: there },
        ],
      },
    ];
  },
};

const incompleteEntry: FaultKind = {
  rank: 24,
  name: "An entry is incomplete",
  weight: 1,
  area: "An entry works only when it has a peer, an access list and a transform set.",
  variants: ({ near }) => {
    if (near.view.dynamic) return [];
    const { matchAddress: _matchAddress, ...without } = near.view.entry.entry;
    const title = entryTitleOf(near);
    return [
      {
        story: `On ${near.name}, ${title} lost its set peer line.`,
        edits: [changeEntryOf(near, { peers: [] })],
        places: [entryPlaceOf(near)],
      },
      {
        story: `On ${near.name}, ${title} lost its match address line.`,
        edits: [putEdit(near.router.id, "cryptoMapEntry", without)],
        places: [entryPlaceOf(near)],
      },
      {
        story: `On ${near.name}, ${title} lost its set transform-set line.`,
        edits: [changeEntryOf(near, { transformSets: [] })],
        places: [entryPlaceOf(near)],
      },
    ];
  },
};

export const selectorFaults: readonly FaultKind[] = [
  notMirrored,
  otherSplit,
  greNotSelected,
  overlappingEntry,
  wrongSource,
  incompleteEntry,
];
