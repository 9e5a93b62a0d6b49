import { describe, expect, test } from "vitest";
import { formatAddressSet } from "../derive/selector.ts";
import type { Router } from "../model/router.ts";
import { parseIpv4, parsePrefix } from "../net/ipv4.ts";
import { hostSet, setOfPrefix } from "../net/wildcard.ts";
import { designFromText } from "../testing/designFromText.ts";
import { intersectsAny, isInside, localNetworks } from "./localNetworks.ts";

const routerOf = (text: string): Router => [...designFromText(text).routers.values()][0]!;

const outside = `interface GigabitEthernet0/0
 ip address 198.51.100.2 255.255.255.252
 crypto map VPN
crypto map VPN 10 ipsec-isakmp
`;
const inside = `interface GigabitEthernet0/1
 ip address 10.1.0.1 255.255.255.0
`;

function networksOf(text: string) {
  const networks = localNetworks(routerOf(text));
  return networks && { inside: networks.inside.map(formatAddressSet), others: networks.others.map(formatAddressSet) };
}

describe("what is on a router's own side", () => {
  test("are the networks of interfaces without a crypto map; the endpoint is a source too", () => {
    expect(networksOf(outside + inside)).toEqual({ inside: ["10.1.0.0/24"], others: ["198.51.100.0/30"] });
  });

  test("includes secondary addresses", () => {
    expect(networksOf(`${outside}${inside} ip address 10.8.0.1 255.255.255.0 secondary\n`)?.inside).toEqual([
      "10.1.0.0/24",
      "10.8.0.0/24",
    ]);
  });

  test("is what static routes lead to by an interface inside, or by nobody knows which", () => {
    expect(networksOf(`${outside}${inside}ip route 10.5.0.0 255.255.0.0 10.1.0.254\n`)?.inside).toContain(
      "10.5.0.0/16",
    );
    expect(networksOf(`${outside}${inside}ip route 10.5.0.0 255.255.0.0 GigabitEthernet0/1\n`)?.inside).toContain(
      "10.5.0.0/16",
    );
    expect(networksOf(`${outside}${inside}ip route 10.5.0.0 255.255.0.0 172.16.0.1\n`)?.inside).toContain(
      "10.5.0.0/16",
    );
  });

  test("is not what static routes lead to by the interface with the crypto map", () => {
    expect(networksOf(`${outside}${inside}ip route 10.5.0.0 255.255.0.0 198.51.100.1\n`)?.inside).toEqual([
      "10.1.0.0/24",
    ]);
    expect(networksOf(`${outside}${inside}ip route 10.5.0.0 255.255.0.0 GigabitEthernet0/0\n`)?.inside).toEqual([
      "10.1.0.0/24",
    ]);
  });

  test("can't be told where a next hop is reached by the default route alone, and the route counts as ours", () => {
    const text = `${outside}${inside}ip route 0.0.0.0 0.0.0.0 198.51.100.1\nip route 10.5.0.0 255.255.0.0 192.0.2.7\n`;
    expect(networksOf(text)?.inside).toEqual(["10.1.0.0/24", "10.5.0.0/16"]);
  });

  test("can't be told where the default route leads inwards", () => {
    expect(networksOf(`${outside}${inside}ip route 0.0.0.0 0.0.0.0 10.1.0.254\n`)).toBeUndefined();
    expect(networksOf(`${outside}${inside}ip route 0.0.0.0 0.0.0.0 GigabitEthernet0/1\n`)).toBeUndefined();
    expect(networksOf(`${outside}${inside}ip route 0.0.0.0 0.0.0.0 198.51.100.1\n`)).toBeDefined();
    expect(networksOf(`${outside}${inside}ip route 0.0.0.0 0.0.0.0 172.16.0.1\n`)).toBeDefined();
  });

  test("can't be told where a routing protocol may bring more", () => {
    expect(networksOf(`${outside}${inside}router ospf 1\n network 10.0.0.0 0.255.255.255 area 0\n`)).toBeUndefined();
  });

  test("can't be told where an address inside comes from elsewhere", () => {
    expect(networksOf(`${outside}${inside}interface GigabitEthernet0/2\n ip address dhcp\n`)).toBeUndefined();
    expect(networksOf(`${outside}${inside}interface GigabitEthernet0/2\n no ip address\n`)).toBeDefined();
    expect(networksOf(`${inside}interface GigabitEthernet0/0\n ip address dhcp\n crypto map VPN\n`)).toBeDefined();
  });

  test("is unknown where there is no inside", () => {
    expect(networksOf(outside)).toBeUndefined();
  });

  test("is joined by translated addresses and by what clients get", () => {
    const others = networksOf(`${outside}${inside}ip nat pool POOL 192.0.2.16 192.0.2.19 prefix-length 24
ip nat inside source static 10.1.0.5 192.0.2.40
ip nat inside source static network 10.1.0.0 10.77.0.0 /24
ip nat inside source static tcp 10.1.0.6 25 interface GigabitEthernet0/0 25
ip local pool CLIENTS 10.9.0.8 10.9.0.11
ip local pool ONE 10.9.1.1
`)?.others;
    expect(others).toEqual([
      "198.51.100.0/30",
      "192.0.2.16/30",
      "192.0.2.40",
      "10.77.0.0/24",
      "10.9.0.8/30",
      "10.9.1.1",
    ]);
  });
});

describe("an interface has hosts of the site behind it", () => {
  const interfacesOf = (text: string) => [...routerOf(text).elements.interface.values()].map(isInside);

  test("unless a crypto map leaves by it, it is outside for translation, or it is a tunnel", () => {
    expect(interfacesOf(inside)).toEqual([true]);
    expect(interfacesOf(outside)).toEqual([false]);
    expect(interfacesOf(`${inside} ip nat inside\n`)).toEqual([true]);
    expect(interfacesOf(`${inside} ip nat outside\n`)).toEqual([false]);
    expect(interfacesOf("interface Tunnel0\n ip address 10.0.0.1 255.255.255.252\n")).toEqual([false]);
    expect(interfacesOf("interface Virtual-Template1\n ip unnumbered Loopback0\n")).toEqual([false]);
    expect(interfacesOf("interface Loopback0\n ip address 10.0.0.1 255.255.255.255\n")).toEqual([true]);
  });
});

test("addresses are among some networks where they have any in common", () => {
  const sets = [setOfPrefix(parsePrefix("10.1.0.0/24")!), hostSet(parseIpv4("192.0.2.1")!)];
  expect(intersectsAny(sets, setOfPrefix(parsePrefix("10.1.0.128/25")!))).toBe(true);
  expect(intersectsAny(sets, hostSet(parseIpv4("192.0.2.1")!))).toBe(true);
  expect(intersectsAny(sets, setOfPrefix(parsePrefix("10.2.0.0/24")!))).toBe(false);
  expect(intersectsAny([], setOfPrefix(parsePrefix("10.2.0.0/24")!))).toBe(false);
});
