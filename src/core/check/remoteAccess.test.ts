import { describe, expect, test } from "vitest";
import type { Router } from "../model/router.ts";
import { designFromText } from "../testing/designFromText.ts";
import { dynamicEntries } from "./cryptoEntries.ts";
import {
  anchorsOf,
  clientListUses,
  isClientGateway,
  isLocalFirst,
  listOf,
  poolUses,
  servesClients,
} from "./remoteAccess.ts";

const routerOf = (text: string): Router => [...designFromText(text).routers.values()][0]!;

const map = `crypto dynamic-map DYN 5
crypto map VPN 10 ipsec-isakmp
crypto map VPN 20 ipsec-isakmp dynamic DYN
crypto map OTHER 7 ipsec-isakmp dynamic DYN
crypto map VPN 30 ipsec-isakmp dynamic DYN2
`;

const profile = (line: string) => `crypto isakmp profile CLIENTS\n ${line}\n`;

test("the anchors of a dynamic map are all entries that name it", () => {
  const anchors = anchorsOf(routerOf(map).elements, "DYN");
  expect(anchors.map((entry) => `${entry.map} ${entry.sequence}`)).toEqual(["VPN 20", "OTHER 7"]);
});

describe("a dynamic entry serves clients", () => {
  const serves = (text: string) => {
    const router = routerOf(text);
    return servesClients(router, dynamicEntries(router)[0]!);
  };

  test("where something gives them an address or asks them for a user", () => {
    expect(serves(map)).toBe(false);
    expect(serves(`crypto isakmp client configuration address-pool local POOL\n${map}`)).toBe(true);
    expect(serves(`${map}crypto map VPN client authentication list USERS\n`)).toBe(true);
    expect(serves(`${map}crypto map OTHER isakmp authorization list GROUPS\n`)).toBe(true);
    expect(serves(`${map}crypto map VPN client configuration address respond\n`)).toBe(true);
    expect(serves(`${map}crypto map NONE client authentication list USERS\n`)).toBe(false);
  });

  test.each([
    "client authentication list USERS",
    "isakmp authorization list GROUPS",
    "client configuration group STAFF",
    "client configuration address respond",
    "virtual-template 1",
    "match identity group STAFF",
  ])("by a profile with %s, named by the entry, its anchor or the map", (line) => {
    const clients = profile(line);
    expect(serves(clients + map)).toBe(false);
    expect(serves(clients + map.replace("DYN 5\n", "DYN 5\n set isakmp-profile CLIENTS\n"))).toBe(true);
    expect(serves(`${clients}${map}crypto map VPN isakmp-profile CLIENTS\n`)).toBe(true);
    expect(isClientGateway(routerOf(clients))).toBe(true);
  });

  test("not by a profile of sites, nor by one that is missing", () => {
    const sites = profile("match identity address 192.0.2.1 255.255.255.255");
    expect(serves(sites + map.replace("DYN 5\n", "DYN 5\n set isakmp-profile CLIENTS\n"))).toBe(false);
    expect(serves(map.replace("DYN 5\n", "DYN 5\n set isakmp-profile GONE\n"))).toBe(false);
    expect(isClientGateway(routerOf(sites))).toBe(false);
  });
});

test("clients come in at a router that has groups, or a map that asks them", () => {
  expect(isClientGateway(routerOf(map))).toBe(false);
  expect(isClientGateway(routerOf("crypto isakmp client configuration group STAFF\n key Long-Key-2024\n"))).toBe(true);
  expect(isClientGateway(routerOf(`${map}crypto map VPN client authentication list USERS\n`))).toBe(true);
});

describe("lists for clients", () => {
  const router = routerOf(`aaa new-model
aaa authentication login USERS local
aaa authorization network GROUPS group radius local
crypto isakmp profile CLIENTS
 isakmp authorization list GROUPS
${map}crypto map VPN client authentication list USERS
crypto map VPN isakmp authorization list NOBODY
`);

  test("are named by maps, then by profiles, each with its line", () => {
    expect(clientListUses(router)).toEqual([
      {
        service: "authentication login",
        list: "USERS",
        user: "crypto map VPN",
        place: { router: "r1", kind: "cryptoMap", name: "VPN", field: "clientAuthenticationList" },
      },
      {
        service: "authorization network",
        list: "NOBODY",
        user: "crypto map VPN",
        place: { router: "r1", kind: "cryptoMap", name: "VPN", field: "isakmpAuthorizationList" },
      },
      {
        service: "authorization network",
        list: "GROUPS",
        user: "ISAKMP profile CLIENTS",
        place: { router: "r1", kind: "isakmpProfile", name: "CLIENTS", field: "isakmpAuthorizationList" },
      },
    ]);
  });

  test("are found under their service", () => {
    expect(clientListUses(router).map((use) => listOf(router.elements, use)?.methods)).toEqual([
      ["local"],
      undefined,
      ["group radius", "local"],
    ]);
  });

  test("ask the router itself first where local is their first method", () => {
    const list = (...methods: readonly string[]) => ({ service: "authentication login", name: "L", methods }) as const;
    expect([list("local"), list("local-case"), list("group radius", "local"), list()].map(isLocalFirst)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(isLocalFirst(undefined)).toBe(false);
  });
});

test("pools are named by groups and by the router as a whole", () => {
  const text = `crypto isakmp client configuration group STAFF
 pool STAFF-POOL
crypto isakmp client configuration group GUESTS
 key Long-Key-2024
`;
  const staff = {
    pool: "STAFF-POOL",
    place: { router: "r1", kind: "clientGroup", name: "STAFF", field: "pool" },
  };
  expect(poolUses(routerOf(text))).toEqual([staff]);
  expect(poolUses(routerOf(`${text}crypto isakmp client configuration address-pool local ALL\n`))).toEqual([
    staff,
    { pool: "ALL", place: { router: "r1", kind: "isakmpSettings", name: "", field: "addressPoolLocal" } },
  ]);
});
