import { describe, expect, it } from "vitest";
import { parse } from "../../core/index.ts";
import { interfaceLines } from "./interfaceLines.ts";

function linesOf(...text: readonly string[]): readonly string[] {
  const read = parse(text.join("\n"));
  const router = read.kind === "configurations" ? read.routers[0] : undefined;
  if (!router) throw new Error("The text has no router.");
  return interfaceLines(router).split("\n");
}

describe("the interfaces of a router from near by", () => {
  it("are told with address, crypto map and state", () => {
    expect(
      linesOf(
        "interface GigabitEthernet0/0",
        " ip address 198.51.100.2 255.255.255.252",
        " crypto map VPN",
        "interface GigabitEthernet0/1",
        " ip address dhcp",
        " shutdown",
        "interface Tunnel0",
        " ip unnumbered Loopback0",
      ),
    ).toEqual(["Gi0/0\t198.51.100.2/30 · VPN", "Gi0/1\tDHCP · shut down", "Tu0\tas Lo0"]);
  });

  it("are told in as many lines as have room, those in use first", () => {
    const ports = Array.from({ length: 6 }, (_, port) => `interface FastEthernet1/${port}`);
    expect(linesOf(...ports, "interface Loopback0", " ip address 10.0.0.1 255.255.255.255")).toEqual([
      "Lo0\t10.0.0.1/32",
      "Fa1/0\tno address",
      "Fa1/1\tno address",
      "+4 more",
    ]);
  });
});
