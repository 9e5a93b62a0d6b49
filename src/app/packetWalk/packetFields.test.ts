import { expect, test } from "vitest";
import { readFields, type PacketFields } from "./packetFields.ts";

const typed: PacketFields = {
  source: "10.1.0.10",
  destination: "10.2.0.10",
  protocol: "tcp",
  sourcePort: "",
  destinationPort: "443",
  bytes: "100",
  dontFragment: false,
  options: false,
  associations: "standing",
  enters: "",
  lastHeard: "",
};

test("a packet is read from its fields", () => {
  const read = readFields(typed);
  expect(read.kind === "request" && read.request.packet).toMatchObject({
    protocol: 6,
    destinationPort: 443,
    bytes: 100,
  });
  expect(read.kind === "request" && read.request.enters).toBeFalsy();
});

test("ports count only where the protocol has them", () => {
  const read = readFields({ ...typed, protocol: "icmp" });
  expect(read.kind === "request" && "destinationPort" in read.request.packet).toBe(false);
});

test("where it comes in is a router and its interface", () => {
  const read = readFields({ ...typed, enters: "hq|GigabitEthernet0/0" });
  expect(read.kind === "request" && read.request.enters).toEqual({ router: "hq", interface: "GigabitEthernet0/0" });
});

test("what can't be read is told at its field", () => {
  const read = readFields({ ...typed, source: "10.1.0", destinationPort: "70000", bytes: "4" });
  expect(read.kind === "problems" && Object.keys(read.problems).sort()).toEqual(["bytes", "destinationPort", "source"]);
});
