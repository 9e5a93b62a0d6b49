import { describe, expect, test, it } from "vitest";
import { parsePrefix } from "../net/ipv4.ts";
import { designFromText } from "../testing/designFromText.ts";
import { routingTable, type RouteAnswer } from "./routes.ts";

const base = `hostname R1
interface GigabitEthernet0/0
 ip address 192.0.2.1 255.255.255.0
interface GigabitEthernet0/1
 ip address 10.1.0.1 255.255.255.0
interface GigabitEthernet0/2
 ip address 198.51.100.1 255.255.255.0
 shutdown
`;

function lookUp(text: string, destination: string, vrf?: string): string {
  const [router] = designFromText(base + text).routers.values();
  const table = routingTable(router!.elements);
  const prefix = parsePrefix(destination)!;
  const others = table.lessPreferred(prefix, vrf).map((choice) => choice.interface);
  return [inWords(table.lookUp(prefix, vrf)), ...(others.length > 0 ? ["else", ...others] : [])].join(" ");
}

function inWords(answer: RouteAnswer): string {
  if (answer.kind === "unknown") return `unknown (${answer.protocol})`;
  if (answer.kind !== "known") return answer.kind;
  return answer.choices.map((choice) => choice.interface).join(" ");
}

describe("a destination is sent", () => {
  test.each([
    ["out of its own network's interface", "", "10.1.0.9/32", "GigabitEthernet0/1"],
    [
      "by an interface that DHCP gave its address and the route its next hop",
      "interface GigabitEthernet0/3\n ip address dhcp\nip route 10.2.0.0 255.255.255.0 dhcp\n",
      "10.2.0.0/24",
      "GigabitEthernet0/3 else GigabitEthernet0/3",
    ],
    ["by the default route", "ip route 0.0.0.0 0.0.0.0 192.0.2.9\n", "10.2.0.0/24", "GigabitEthernet0/0"],
    [
      "by the longest prefix",
      "ip route 0.0.0.0 0.0.0.0 192.0.2.9\nip route 10.2.0.0 255.255.0.0 10.1.0.2\n",
      "10.2.3.0/24",
      "GigabitEthernet0/1 else GigabitEthernet0/0",
    ],
    [
      "by the lowest distance",
      "ip route 0.0.0.0 0.0.0.0 192.0.2.9 200\nip route 0.0.0.0 0.0.0.0 10.1.0.2\n",
      "10.2.0.0/24",
      "GigabitEthernet0/1 else GigabitEthernet0/0",
    ],
    [
      "both ways where two routes are equal",
      "ip route 0.0.0.0 0.0.0.0 192.0.2.9\nip route 0.0.0.0 0.0.0.0 10.1.0.2\n",
      "10.2.0.0/24",
      "GigabitEthernet0/0 GigabitEthernet0/1",
    ],
    [
      "by a route that names the interface",
      "ip route 10.2.0.0 255.255.0.0 GigabitEthernet0/1\n",
      "10.2.0.0/24",
      "GigabitEthernet0/1",
    ],
    [
      "by a next hop that another route leads to",
      "ip route 10.2.0.0 255.255.0.0 172.16.0.1\nip route 172.16.0.0 255.255.0.0 192.0.2.9\n",
      "10.2.0.0/24",
      "GigabitEthernet0/0",
    ],
    [
      "to the parts of any, where there is no default route",
      "ip route 10.2.0.0 255.255.0.0 192.0.2.9\n",
      "0.0.0.0/0",
      "GigabitEthernet0/0",
    ],
    [
      "nowhere that a shut interface leads to",
      "ip route 10.2.0.0 255.255.0.0 198.51.100.9\n",
      "10.2.0.0/24",
      "no-route",
    ],
    [
      "nowhere by a next hop that only the default route would hold",
      "ip route 10.2.0.0 255.255.0.0 172.16.0.1\nip route 0.0.0.0 0.0.0.0 172.16.0.1\n",
      "10.2.0.0/24",
      "no-route",
    ],
    ["nowhere when no route fits", "ip route 10.9.0.0 255.255.0.0 192.0.2.9\n", "10.2.0.0/24", "no-route"],
  ])("%s", (_, routes, destination, expected) => {
    expect(lookUp(routes, destination)).toBe(expected);
  });
});

it("a text without routes doesn't say where", () => {
  expect(lookUp("", "10.2.0.0/24")).toBe("unstated");
});

it("a routing protocol may know", () => {
  expect(lookUp("router ospf 1\n network 10.1.0.0 0.0.0.255 area 0\n", "10.2.0.0/24")).toBe("unknown (ospf)");
});

it("each VRF has routes of its own", () => {
  const red =
    "ip vrf RED\ninterface GigabitEthernet0/3\n ip vrf forwarding RED\n ip address 10.77.0.1 255.255.255.0\nip route vrf RED 0.0.0.0 0.0.0.0 10.77.0.9\n";
  expect(lookUp(red, "10.2.0.0/24", "RED")).toBe("GigabitEthernet0/3");
  expect(lookUp(red, "10.2.0.0/24")).toBe("unstated");
});

it("DHCP brings a default route", () => {
  expect(lookUp("interface GigabitEthernet0/3\n ip address dhcp\n", "10.2.0.0/24")).toBe("GigabitEthernet0/3");
});

it("a next hop that no known network holds may stand on an interface without an address", () => {
  expect(lookUp("interface Serial0/0\n no shutdown\nip route 0.0.0.0 0.0.0.0 203.0.113.1\n", "10.2.0.0/24")).toBe(
    "Serial0/0",
  );
});
