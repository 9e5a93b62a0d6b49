import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { AccessListEntry, ObjectGroup } from "../model/accessList.ts";
import { parsePrefix } from "../net/ipv4.ts";
import { ANY_ADDRESS, setOfPrefix } from "../net/wildcard.ts";
import {
  covers,
  intersects,
  mirror,
  notReversed,
  portsNotSwapped,
  prefixesOfRange,
  proxyIdentityOf,
  relationOf,
} from "./proxyIdentity.ts";
import { formatAddressSet, formatSelector, intersectSelectors, selectorCovers, subtractSelector } from "./selector.ts";

/** "ip 10.1.0.0/24 10.2.0.0/24", "tcp 10.1.0.0/24 10.2.0.0/24:23", "udp any:53 any". */
function entry(text: string): AccessListEntry {
  const [protocol = "", source = "", destination = ""] = text.split(" ");
  const numbers: Readonly<Record<string, number | "ip">> = { ip: "ip", tcp: 6, udp: 17, gre: 47 };
  const side = (written: string) => {
    const [address = "", port] = written.split(":");
    const prefix = parsePrefix(address.includes("/") ? address : `${address}/32`);
    const set = address === "any" ? ANY_ADDRESS : setOfPrefix(prefix!);
    return { address: { kind: "addresses" as const, ...set }, port };
  };
  const from = side(source);
  const to = side(destination);
  return {
    kind: "entry",
    sequence: 10,
    action: "permit",
    protocol: numbers[protocol] ?? Number(protocol),
    source: from.address,
    ...(from.port !== undefined && { sourcePorts: { operator: "eq", ports: [Number(from.port)] } }),
    destination: to.address,
    ...(to.port !== undefined && { destinationPorts: { operator: "eq", ports: [Number(to.port)] } }),
    options: [],
  };
}

const identity = (text: string) => proxyIdentityOf(entry(text));

const addressSet = fc
  .tuple(
    fc.constantFrom(0x0a010000, 0x0a010080, 0x0a020000, 0x0a000000, 0),
    fc.constantFrom(0, 127, 255, 65535, 0xff00ff),
  )
  .map(([base, wildcard]) => ({ kind: "addresses" as const, base, wildcard }));
const ports = fc.option(
  fc.oneof(
    fc.record({ operator: fc.constant("eq" as const), ports: fc.array(fc.nat(50), { minLength: 1, maxLength: 3 }) }),
    fc.record({ operator: fc.constant("neq" as const), ports: fc.array(fc.nat(50), { minLength: 1, maxLength: 2 }) }),
    fc.record({
      operator: fc.constantFrom("gt" as const, "lt" as const),
      ports: fc.tuple(fc.integer({ min: 1, max: 60 })),
    }),
    fc.record({
      operator: fc.constant("range" as const),
      ports: fc.tuple(fc.nat(30), fc.integer({ min: 30, max: 60 })),
    }),
  ),
  { nil: undefined },
);
const anyEntry: fc.Arbitrary<AccessListEntry> = fc
  .record({
    protocol: fc.constantFrom<(number | "ip")[]>("ip", 6, 17),
    source: addressSet,
    destination: addressSet,
    sourcePorts: ports,
    destinationPorts: ports,
  })
  .map(({ protocol, source, destination, sourcePorts, destinationPorts }) => ({
    kind: "entry",
    sequence: 10,
    action: "permit",
    protocol,
    source,
    destination,
    ...(protocol !== "ip" && sourcePorts && { sourcePorts }),
    ...(protocol !== "ip" && destinationPorts && { destinationPorts }),
    options: [],
  }));
const anyIdentity = anyEntry.map((one) => proxyIdentityOf(one));

const converse = {
  exact: "exact",
  "a-subset": "a-superset",
  "a-superset": "a-subset",
  overlap: "overlap",
  none: "none",
} as const;

describe("mirroring", () => {
  it("twice gives the entry again", () => {
    fc.assert(
      fc.property(anyIdentity, (one) => {
        expect(mirror(mirror(one))).toEqual(one);
      }),
    );
  });

  it("swaps ports with their addresses", () => {
    expect(formatSelector(mirror(identity("tcp 10.1.0.0/24 10.2.0.0/24:23")).selectors[0]!)).toBe(
      "tcp 10.2.0.0/24:23 -> 10.1.0.0/24",
    );
  });
});

describe("the relation of two entries", () => {
  test.each([
    ["exact", "ip 10.1.0.0/24 10.2.0.0/24", "ip 10.2.0.0/24 10.1.0.0/24"],
    ["exact", "gre 192.0.2.1 192.0.2.2", "47 192.0.2.2 192.0.2.1"],
    ["exact", "ip any any", "ip any any"],
    ["a-subset", "ip 10.1.0.0/25 10.2.0.0/24", "ip 10.2.0.0/24 10.1.0.0/24"],
    ["a-subset", "tcp 10.1.0.0/24 10.2.0.0/24:23", "ip 10.2.0.0/24 10.1.0.0/24"],
    ["a-superset", "ip 10.1.0.0/16 10.2.0.0/24", "ip 10.2.0.0/24 10.1.0.0/24"],
    ["a-superset", "ip 10.1.0.0/24 10.2.0.0/24", "udp 10.2.0.0/24:53 10.1.0.0/24"],
    ["overlap", "ip 10.1.0.0/16 10.2.0.0/25", "ip 10.2.0.0/24 10.1.0.0/24"],
    ["overlap", "tcp 10.1.0.0/24 10.2.0.0/24:23", "tcp 10.2.0.0/24 10.1.0.0/24:23"],
    ["none", "ip 10.1.0.0/24 10.2.0.0/24", "ip 10.2.0.0/24 10.3.0.0/24"],
    ["none", "ip 10.1.0.0/24 10.2.0.0/24", "ip 10.1.0.0/24 10.2.0.0/24"],
    ["none", "tcp 10.1.0.0/24 10.2.0.0/24", "udp 10.2.0.0/24 10.1.0.0/24"],
  ])("is %s between %s and the mirror of %s", (relation, a, b) => {
    expect(relationOf(identity(a), mirror(identity(b)))).toBe(relation);
  });

  it("seen from the other side is the converse", () => {
    fc.assert(
      fc.property(anyIdentity, anyIdentity, (a, b) => {
        expect(relationOf(b, mirror(a))).toBe(converse[relationOf(a, mirror(b))]);
      }),
    );
  });

  it("is exact with the entry's own mirror image", () => {
    fc.assert(
      fc.property(
        anyIdentity.filter((one) => one.selectors.length > 0),
        (one) => {
          expect(relationOf(one, mirror(mirror(one)))).toBe("exact");
        },
      ),
    );
  });

  it("is none when the entry's object group is missing", () => {
    const missing = proxyIdentityOf({ ...entry("ip any any"), source: { kind: "object-group", name: "GONE" } });
    expect(relationOf(missing, mirror(identity("ip any any")))).toBe("none");
  });
});

describe("the slips that people make", () => {
  it("an entry copied instead of mirrored is told apart", () => {
    expect(notReversed(identity("ip 10.1.0.0/24 10.2.0.0/24"), identity("ip 10.1.0.0/24 10.2.0.0/24"))).toBe(true);
    expect(notReversed(identity("ip 10.1.0.0/24 10.2.0.0/24"), identity("ip 10.2.0.0/24 10.1.0.0/24"))).toBe(false);
    // An entry that is its own mirror image is right on both ends.
    expect(notReversed(identity("ip any any"), identity("ip any any"))).toBe(false);
  });

  it("a port left on its side is told apart", () => {
    const a = identity("tcp 10.1.0.0/24 10.2.0.0/24:23");
    expect(portsNotSwapped(a, identity("tcp 10.2.0.0/24 10.1.0.0/24:23"))).toBe(true);
    expect(portsNotSwapped(a, identity("tcp 10.2.0.0/24:23 10.1.0.0/24"))).toBe(false);
    expect(portsNotSwapped(a, identity("ip 10.2.0.0/24 10.1.0.0/24"))).toBe(false);
  });
});

describe("the normal form", () => {
  it("clears host bits under the wildcard, as IOS does", () => {
    const typed = { ...entry("ip any any"), source: { kind: "addresses" as const, base: 0x0a010005, wildcard: 255 } };
    expect(formatAddressSet(proxyIdentityOf(typed).selectors[0]!.source)).toBe("10.1.0.0/24");
  });

  it("drops log and sequence from comparisons", () => {
    const logged = proxyIdentityOf({ ...entry("ip 10.1.0.0/24 any"), sequence: 99, log: "log" });
    expect(relationOf(logged, identity("ip 10.1.0.0/24 any"))).toBe("exact");
  });

  it("expands object groups, groups within groups and ranges", () => {
    const groups = new Map<string, ObjectGroup>([
      [
        "SITES",
        {
          name: "SITES",
          type: "network",
          members: [
            { kind: "addresses", base: 0x0a010000, wildcard: 255 },
            { kind: "group", name: "MORE" },
          ],
        },
      ],
      ["MORE", { name: "MORE", type: "network", members: [{ kind: "range", first: 0x0a020001, last: 0x0a020002 }] }],
      ["WEB", { name: "WEB", type: "service", members: [{ kind: "service", text: "tcp eq 443" }] }],
    ]);
    const one = proxyIdentityOf(
      { ...entry("ip any any"), source: { kind: "object-group", name: "SITES" }, serviceGroup: "WEB" },
      groups,
    );
    expect(one.selectors.map(formatSelector)).toEqual([
      "tcp 10.1.0.0/24 -> any:443",
      "tcp 10.2.0.1 -> any:443",
      "tcp 10.2.0.2 -> any:443",
    ]);
  });

  it("knows which ports an IKE identity can't carry", () => {
    const withPorts = (operator: "eq" | "neq" | "gt" | "range", ...list: number[]) =>
      proxyIdentityOf({ ...entry("tcp any any"), destinationPorts: { operator, ports: list } }).singlePorts;
    expect(withPorts("eq", 23)).toBe(true);
    expect(withPorts("eq", 23, 25)).toBe(false);
    expect(withPorts("range", 1, 1)).toBe(true);
    expect(withPorts("gt", 1023)).toBe(false);
    expect(withPorts("neq", 23)).toBe(false);
  });

  it("writes a range of addresses as the fewest prefixes", () => {
    expect(prefixesOfRange(0x0a000001, 0x0a000006).map(formatAddressSet)).toEqual([
      "10.0.0.1",
      "10.0.0.2/31",
      "10.0.0.4/31",
      "10.0.0.6",
    ]);
    expect(prefixesOfRange(0, 0xffffffff).map(formatAddressSet)).toEqual(["any"]);
  });
});

describe("taking traffic away", () => {
  const anySelector = anyIdentity.map((one) => one.selectors[0]!);

  it("leaves nothing that was taken, but for protocols that can't be written", () => {
    fc.assert(
      fc.property(anySelector, anySelector, (from, taken) => {
        const left = subtractSelector(from, taken);
        const inexact = from.protocol === "ip" && taken.protocol !== "ip";
        if (inexact) return;
        expect(left.some((piece) => intersectSelectors(piece, taken) !== undefined)).toBe(false);
      }),
    );
  });

  it("leaves pieces of the whole, and none exactly when all was taken", () => {
    fc.assert(
      fc.property(anySelector, anySelector, (from, taken) => {
        const left = subtractSelector(from, taken);
        expect(left.every((piece) => selectorCovers(from, piece))).toBe(true);
        expect(left.length === 0).toBe(selectorCovers(taken, from));
      }),
    );
  });

  it("leaves disjoint pieces", () => {
    fc.assert(
      fc.property(anySelector, anySelector, (from, taken) => {
        const left = subtractSelector(from, taken);
        left.forEach((one, index) => {
          left.slice(index + 1).forEach((other) => {
            expect(intersectSelectors(one, other)).toBeUndefined();
          });
        });
      }),
    );
  });

  it("says of a /16 without a /24 what remains, as prefixes", () => {
    const left = subtractSelector(
      identity("ip 10.1.0.0/22 any").selectors[0]!,
      identity("ip 10.1.0.0/24 any").selectors[0]!,
    );
    expect(left.map((piece) => formatAddressSet(piece.source))).toEqual(["10.1.2.0/23", "10.1.1.0/24"]);
  });
});

it("covering and sharing traffic agree with each other", () => {
  fc.assert(
    fc.property(anyIdentity, anyIdentity, (one, other) => {
      if (one.selectors.length > 0 && covers(other, one)) expect(intersects(one, other)).toBe(true);
      expect(intersects(one, other)).toBe(intersects(other, one));
    }),
  );
});
