import { describe, expect, it } from "vitest";
import { asRouterId, type Elements } from "../model/router.ts";
import { formatIpv4 } from "../net/ipv4.ts";
import { permitEntries } from "../edit/accessListLines.ts";
import { mirroredEntry } from "../edit/accessListMirror.ts";
import { exampleDesign } from "./exampleDesign.ts";

const design = exampleDesign();
const elementsOf = (id: string): Elements => design.routers.get(asRouterId(id))!.elements;
const hq = elementsOf("hq");
const branch = elementsOf("branch");

describe("the example design", () => {
  it("has two sites with a LAN each at one Internet", () => {
    expect([...design.routers.values()].map((router) => router.elements.host.get("")?.hostname)).toEqual([
      "HQ",
      "Branch",
    ]);
    expect([...design.subnets.values()].map((subnet) => subnet.attachments.length)).toEqual([1, 1]);
    expect([...design.clouds.values()].map((cloud) => cloud.attachments.length)).toEqual([2]);
  });

  it("names each other's address on both sides", () => {
    const address = (elements: Elements) => {
      const { address: primary } = elements.interface.get("GigabitEthernet0/0")!;
      return primary?.kind === "static" ? formatIpv4(primary.address) : "none";
    };
    expect(address(hq)).toBe("198.51.100.2");
    expect(address(branch)).toBe("203.0.113.2");
    expect([...hq.isakmpKey.keys()]).toEqual(["address 203.0.113.2 255.255.255.255"]);
    expect([...branch.isakmpKey.keys()]).toEqual(["address 198.51.100.2 255.255.255.255"]);
  });

  it("protects mirrored traffic", () => {
    const ours = permitEntries(hq.accessList.get("VPN-BRANCH"));
    const theirs = permitEntries(branch.accessList.get("VPN-HQ"));
    expect(ours).toHaveLength(1);
    expect(ours.map(mirroredEntry)).toEqual(theirs);
  });

  it("denies translation before it permits it", () => {
    expect(hq.accessList.get("NAT")?.lines.map((line) => line.kind === "entry" && line.action)).toEqual([
      "deny",
      "permit",
    ]);
  });

  it("lets IKE, NAT traversal and ESP in before it denies the rest", () => {
    const lines = hq.accessList.get("OUTSIDE-IN")!.lines;
    expect(lines.map((line) => (line.kind === "entry" ? `${line.action} ${line.protocol}` : "remark"))).toEqual([
      "permit 6",
      "permit 1",
      "permit 1",
      "permit 17",
      "permit 17",
      "permit 50",
      "deny ip",
    ]);
    expect(lines.map((line) => line.sequence)).toEqual([10, 20, 30, 40, 50, 60, 70]);
  });

  it("has a place for everything, and nothing stands on another", () => {
    const places = [...design.layout.values()];
    expect(places).toHaveLength(5);
    for (const [index, one] of places.entries()) {
      for (const other of places.slice(index + 1)) {
        expect(Math.abs(one.x - other.x) >= 190 || Math.abs(one.y - other.y) >= 84).toBe(true);
      }
    }
  });

  it("is the same each time", () => {
    expect(exampleDesign()).toEqual(design);
  });
});
