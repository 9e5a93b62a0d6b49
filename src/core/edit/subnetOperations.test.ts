import { describe, expect, it } from "vitest";
import { asCanvasId, EMPTY_DESIGN } from "../model/design.ts";
import { asRouterId } from "../model/router.ts";
import { formatIpv4, parseIpv4, parsePrefix } from "../net/ipv4.ts";
import { addCloud, attachCloud, detachCloud } from "./cloudOperations.ts";
import { draftOf, inOrder, perform } from "./designDraft.ts";
import { addRouter } from "./routerOperations.ts";
import { addSubnet, attachObstacle, attachSubnet, changeSubnetPrefix, detachSubnet } from "./subnetOperations.ts";

const [r1, r2] = [asRouterId("r1"), asRouterId("r2")];
const lan = asCanvasId("lan");
const at = { x: 0, y: 0 };
const design = perform(
  EMPTY_DESIGN,
  inOrder("", [
    addRouter({ id: r1, position: at }),
    addRouter({ id: r2, position: at }),
    addSubnet({ id: lan, position: at, prefix: parsePrefix("10.7.0.0/24")! }),
    attachSubnet(r1, lan),
    attachSubnet(r2, lan),
  ]),
);
const addressOf = (after: typeof design, router: typeof r1, name = "GigabitEthernet0/1") => {
  const address = after.routers.get(router)?.elements.interface.get(name)?.address;
  return address?.kind === "static" ? formatIpv4(address.address) : undefined;
};

describe("attaching a router to a subnet", () => {
  it("gives its next free port the next free address", () => {
    expect([addressOf(design, r1), addressOf(design, r2)]).toEqual(["10.7.0.1", "10.7.0.2"]);
  });

  it("takes an idle port before it makes one, and switches it on", () => {
    const draft = draftOf(design);
    draft.put(r1, "interface", {
      name: "FastEthernet1/0",
      shutdown: true,
      secondaryAddresses: [],
      kept: [{ text: "duplex auto" }],
    });
    const more = asCanvasId("more");
    const after = perform(draft.design(), inOrder("", [addSubnet({ id: more, position: at }), attachSubnet(r1, more)]));
    expect(after.subnets.get(more)?.attachments).toEqual([{ router: r1, interface: "FastEthernet1/0" }]);
    const port = after.routers.get(r1)?.elements.interface.get("FastEthernet1/0");
    expect(port?.shutdown).toBeUndefined();
    expect(port?.kept).toEqual([{ text: "duplex auto" }]);
  });

  it("draws the cable of an interface that has an address of the prefix, and changes nothing in it", () => {
    const draft = draftOf(design);
    draft.put(r1, "interface", {
      name: "Vlan9",
      address: { kind: "static", address: parseIpv4("10.9.0.254")!, mask: parseIpv4("255.255.255.0")! },
      secondaryAddresses: [],
      kept: [],
    });
    const id = asCanvasId("nine");
    const subnet = addSubnet({ id, position: at, prefix: parsePrefix("10.9.0.0/24")! });
    const after = perform(draft.design(), inOrder("", [subnet, attachSubnet(r1, id)]));
    expect(after.subnets.get(id)?.attachments).toEqual([{ router: r1, interface: "Vlan9" }]);
    expect(addressOf(after, r1, "Vlan9")).toBe("10.9.0.254");
  });

  it("is refused a second time", () => {
    expect(attachObstacle(design, r1, lan)).toMatch(/already attached/);
    expect(attachSubnet(r1, lan).plan(design)).toEqual([]);
  });
});

describe("a subnet", () => {
  it("with another prefix readdresses all its interfaces in one step, host for host", () => {
    const after = perform(design, changeSubnetPrefix(lan, parsePrefix("172.20.4.0/22")!));
    expect([addressOf(after, r1), addressOf(after, r2)]).toEqual(["172.20.4.1", "172.20.4.2"]);
  });

  it("that gets too small for a host number finds it another one", () => {
    const draft = draftOf(design);
    const port = draft.elements(r2).interface.get("GigabitEthernet0/1")!;
    const address = { kind: "static", address: parseIpv4("10.7.0.200")!, mask: parseIpv4("255.255.255.0")! } as const;
    draft.put(r2, "interface", { ...port, address });
    const after = perform(draft.design(), changeSubnetPrefix(lan, parsePrefix("10.8.0.0/29")!));
    expect([addressOf(after, r1), addressOf(after, r2)]).toEqual(["10.8.0.1", "10.8.0.2"]);
  });

  it("that is detached takes the address off the interface", () => {
    const after = perform(design, detachSubnet(r1, lan));
    expect(addressOf(after, r1)).toBeUndefined();
    expect(after.subnets.get(lan)?.attachments.map((end) => end.router)).toEqual([r2]);
  });
});

describe("a cloud", () => {
  const internet = asCanvasId("internet");

  it("takes in the routers that stand there by their WAN interfaces", () => {
    const after = perform(design, addCloud({ id: internet, position: at }));
    expect(after.clouds.get(internet)?.attachments).toEqual([
      { router: r1, interface: "GigabitEthernet0/0" },
      { router: r2, interface: "GigabitEthernet0/0" },
    ]);
  });

  it("that is not the first is attached by hand, and let go of without a change to the configuration", () => {
    const mpls = asCanvasId("mpls");
    const clouds = inOrder("", [
      addCloud({ id: internet, position: at }),
      addCloud({ id: mpls, position: at, label: "MPLS" }),
      attachCloud(r1, mpls),
    ]);
    const after = perform(design, clouds);
    expect(after.clouds.get(mpls)?.attachments).toEqual([{ router: r1, interface: "GigabitEthernet0/0" }]);
    expect(after.clouds.get(internet)?.attachments.map((end) => end.router)).toEqual([r2]);
    const released = perform(after, detachCloud(r1, mpls));
    expect(released.clouds.get(mpls)?.attachments).toEqual([]);
    expect(released.routers).toBe(after.routers);
  });
});
