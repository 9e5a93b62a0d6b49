import fc from "fast-check";
import { hasPorts, ICMP, TCP } from "../ios/accessListWords.ts";
import type {
  AccessList,
  AccessListAddress,
  AccessListEntry,
  AccessListLine,
  AccessListPorts,
  ObjectGroup,
} from "../model/accessList.ts";
import { ALL_ONES } from "../net/ipv4.ts";
import { address, anyName, mask, partial, text, wildcard } from "./arbitraryValues.ts";

const anywhere: fc.Arbitrary<AccessListAddress> = fc.oneof(
  fc.constant<AccessListAddress>({ kind: "addresses", base: 0, wildcard: ALL_ONES }),
  address.map((base): AccessListAddress => ({ kind: "addresses", base, wildcard: 0 })),
  fc
    .tuple(address, wildcard)
    // IOS clears the bits under the wildcard, so that is how a list comes back.
    .map(([base, holes]): AccessListAddress => ({ kind: "addresses", base: (base & ~holes) >>> 0, wildcard: holes })),
);

const anywhereOrGroup = fc.oneof(
  { arbitrary: anywhere, weight: 9 },
  { arbitrary: anyName.map((name): AccessListAddress => ({ kind: "object-group", name })), weight: 1 },
);

const port = fc.oneof(fc.constantFrom(22, 25, 53, 80, 179, 443, 500, 514, 4500), fc.integer({ min: 0, max: 65535 }));

const ports: fc.Arbitrary<AccessListPorts> = fc.oneof(
  fc.record({
    operator: fc.constantFrom("eq" as const, "neq" as const),
    ports: fc.array(port, { minLength: 1, maxLength: 10 }),
  }),
  fc.record({ operator: fc.constantFrom("gt" as const, "lt" as const), ports: fc.tuple(port) }),
  fc.record({ operator: fc.constant("range" as const), ports: fc.tuple(port, port) }),
);

function options(protocol: number | "ip"): fc.Arbitrary<string[]> {
  const words = [
    "fragments",
    "dscp ef",
    "precedence critical",
    "tos min-delay",
    "ttl eq 5",
    "time-range OFFICE",
    "option any-options",
  ];
  if (protocol === TCP) words.push("established", "syn", "match-all +ack -fin");
  if (protocol === ICMP) return fc.uniqueArray(fc.constantFrom("echo", "unreachable", "8", "3 1"), { maxLength: 1 });
  return fc.uniqueArray(fc.constantFrom(...words), { maxLength: 2 });
}

type Body = Omit<AccessListEntry, "sequence">;

const log = { log: fc.constantFrom("log" as const, "log-input" as const), logCookie: anyName };

/** An entry of an extended list: every protocol, form of address and option. */
export const extendedEntry: fc.Arbitrary<Body> = fc
  .oneof(fc.constantFrom<number | "ip">("ip", 1, 6, 17, 47, 50, 51, 132), fc.integer({ min: 0, max: 255 }))
  .chain((protocol) =>
    partial<Body>(
      {
        kind: fc.constant("entry" as const),
        action: fc.constantFrom("permit" as const, "deny" as const),
        protocol: fc.constant(protocol),
        serviceGroup: anyName,
        source: anywhereOrGroup,
        sourcePorts: ports,
        destination: anywhereOrGroup,
        destinationPorts: ports,
        options: options(protocol),
        ...log,
      },
      "kind",
      "action",
      "protocol",
      "source",
      "destination",
      "options",
    ).map((entry) => plausible(entry)),
  );

/** Leaves out what can't stand together. */
function plausible(entry: Body): Body {
  const { destinationPorts, logCookie, serviceGroup, sourcePorts, ...rest } = entry;
  const ported = serviceGroup === undefined && entry.protocol !== "ip" && hasPorts(entry.protocol);
  return {
    ...rest,
    ...(serviceGroup === undefined ? {} : { serviceGroup, protocol: "ip", options: [] }),
    ...(ported && sourcePorts !== undefined ? { sourcePorts } : {}),
    ...(ported && destinationPorts !== undefined ? { destinationPorts } : {}),
    ...(entry.log !== undefined && logCookie !== undefined ? { logCookie } : {}),
  };
}

const standardEntry: fc.Arbitrary<Body> = partial<Body>(
  {
    kind: fc.constant("entry" as const),
    action: fc.constantFrom("permit" as const, "deny" as const),
    protocol: fc.constant("ip" as const),
    source: anywhere,
    destination: fc.constant<AccessListAddress>({ kind: "addresses", base: 0, wildcard: ALL_ONES }),
    options: fc.constant([]),
    log: fc.constant("log" as const),
  } as never,
  "kind",
  "action",
  "protocol",
  "source",
  "destination",
  "options",
);

const remark = fc.record({ kind: fc.constant("remark" as const), text: fc.oneof(text, fc.constant("")) });

/** Lists of both types, named and numbered; with numbers of their own where the dialect shows them. */
export function accessList(shownNumbers: boolean): fc.Arbitrary<AccessList> {
  const extended = fc.record({
    name: fc.oneof(
      anyName,
      fc.integer({ min: 100, max: 199 }).map(String),
      fc.integer({ min: 2000, max: 2699 }).map(String),
    ),
    type: fc.constant("extended" as const),
    lines: linesOf(fc.oneof({ arbitrary: extendedEntry, weight: 6 }, { arbitrary: remark, weight: 1 }), shownNumbers),
  });
  const standard = fc.record({
    name: fc.oneof(
      anyName,
      fc.integer({ min: 1, max: 99 }).map(String),
      fc.integer({ min: 1300, max: 1999 }).map(String),
    ),
    type: fc.constant("standard" as const),
    lines: linesOf(fc.oneof({ arbitrary: standardEntry, weight: 6 }, { arbitrary: remark, weight: 1 }), shownNumbers),
  });
  return fc.oneof({ arbitrary: extended, weight: 4 }, { arbitrary: standard, weight: 1 });
}

function linesOf(
  body: fc.Arbitrary<Body | { readonly kind: "remark"; readonly text: string }>,
  shownNumbers: boolean,
): fc.Arbitrary<AccessListLine[]> {
  const steps = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 6, maxLength: 6 });
  return fc.tuple(fc.array(body, { maxLength: 6 }), steps).map(([bodies, gaps]) => {
    let sequence = 0;
    return bodies.map((one, index): AccessListLine => {
      sequence += shownNumbers ? (gaps[index] ?? 10) : 10;
      return { ...one, sequence };
    });
  });
}

const networkMembers = fc.uniqueArray(
  fc.oneof(
    address.map((base) => ({ kind: "addresses" as const, base, wildcard: 0 })),
    fc.tuple(address, mask).map(([base, bits]) => ({
      kind: "addresses" as const,
      base: bits === 0 ? 0 : base,
      wildcard: ~bits >>> 0,
    })),
    fc.record({ kind: fc.constant("range" as const), first: address, last: address }),
    anyName.map((name) => ({ kind: "group" as const, name })),
  ),
  { maxLength: 4, selector: (member) => JSON.stringify(member) },
);

const serviceMembers = fc
  .uniqueArray(fc.constantFrom("tcp eq www", "udp range 100 200", "icmp echo", "group-object OTHER"), { maxLength: 3 })
  .map((texts) => texts.map((one) => ({ kind: "service" as const, text: one })));

export const objectGroup: fc.Arbitrary<ObjectGroup> = fc.oneof(
  partial<ObjectGroup>(
    { name: anyName, type: fc.constant("network" as const), description: text, members: networkMembers } as never,
    "name",
    "type",
    "members",
  ),
  partial<ObjectGroup>(
    { name: anyName, type: fc.constant("service" as const), description: text, members: serviceMembers } as never,
    "name",
    "type",
    "members",
  ),
);
