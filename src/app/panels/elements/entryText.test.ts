import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AccessListAddress, AccessListPorts } from "../../../core/index.ts";
import { addressText, portsText, readAddress, readPorts } from "./entryText.ts";

const anAddress: fc.Arbitrary<AccessListAddress> = fc.oneof(
  fc
    .record({ kind: fc.constant("addresses" as const), base: fc.nat(0xffffffff), wildcard: fc.nat(0xffffffff) })
    .map(({ kind, base, wildcard }) => ({ kind, base: (base & ~wildcard) >>> 0, wildcard })),
  fc.integer({ min: 0, max: 32 }).chain((length) =>
    fc.nat(0xffffffff).map((base) => {
      const wildcard = length === 0 ? 0xffffffff : 0xffffffff >>> length;
      return { kind: "addresses" as const, base: (base & ~wildcard) >>> 0, wildcard: wildcard >>> 0 };
    }),
  ),
  fc.constant({ kind: "object-group" as const, name: "SERVERS" }),
);

const port = fc.integer({ min: 0, max: 65535 });
const somePorts: fc.Arbitrary<AccessListPorts> = fc.oneof(
  fc.record({
    operator: fc.constantFrom("eq" as const, "neq" as const),
    ports: fc.array(port, { minLength: 1, maxLength: 10 }),
  }),
  fc.record({
    operator: fc.constantFrom("gt" as const, "lt" as const),
    ports: fc.array(port, { minLength: 1, maxLength: 1 }),
  }),
  fc.record({ operator: fc.constant("range" as const), ports: fc.array(port, { minLength: 2, maxLength: 2 }) }),
);

describe("addresses and ports in the panel", () => {
  it("read back as they are written", () => {
    fc.assert(
      fc.property(anAddress, somePorts, (address, ports) => {
        expect(readAddress(addressText(address))).toEqual(address);
        expect(readPorts(portsText(ports))).toEqual(ports);
      }),
    );
  });

  it("take IOS's own spelling of a host, and a bare port", () => {
    expect(readAddress("host 10.1.0.5")).toEqual({ kind: "addresses", base: 0x0a010005, wildcard: 0 });
    expect(readPorts("443")).toEqual({ operator: "eq", ports: [443] });
    expect(readPorts(" ")).toBeNull();
  });

  it.each(["10.1.0", "10.1.0.0/33", "10.1.0.0 0.0.0.255 x", "somewhere", ""])("refuse %j as an address", (text) => {
    expect(readAddress(text)).toBeUndefined();
  });

  it.each(["eq", "eq 70000", "range 5", "gt 1 2", "http"])("refuse %j as ports", (text) => {
    expect(readPorts(text)).toBeUndefined();
  });
});
