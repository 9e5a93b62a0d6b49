import { describe, expect, test } from "vitest";
import { applyEdits } from "../edit/edit.ts";
import type { Design } from "../model/design.ts";
import { formatIpv4 } from "../net/ipv4.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import { designFromText } from "../testing/designFromText.ts";
import { siteA, twoSites } from "../testing/twoSites.ts";
import { routerText } from "../text/routerText.ts";
import { check } from "./check.ts";
import type { Fix } from "./finding.ts";
import { gatewayOf, nearEnd, reverseRouteFix, routeFix, routersIn, type NearEnd } from "./routeFixes.ts";
import type { PeeringRouters } from "./rule.ts";

const defaultRoute = "ip route 0.0.0.0 0.0.0.0 198.51.100.1\n";

interface Judged {
  readonly design: Design;
  readonly judged: JudgedPeering;
  readonly routers: PeeringRouters;
}

function judgedIn(text: string): Judged {
  const design = designFromText(text);
  const [judged] = check(design).peerings;
  const [a, b] = [...design.routers.values()];
  return { design, judged: judged!, routers: { a: a!, b: b ?? null, nameA: "SiteA", nameB: "SiteB" } };
}

/** The near end of the first router's only peering, with a text of its own. */
function nearOf(text: string): NearEnd & { readonly design: Design } {
  const { design, judged, routers } = judgedIn(text);
  return { ...nearEnd(judged, routers, "SiteA"), design };
}

const gatewayText = (text: string) => {
  const gateway = gatewayOf(nearOf(text));
  return gateway && (gateway.nextHop === undefined ? gateway.interface : formatIpv4(gateway.nextHop));
};

function added(design: Design, fixes: readonly Fix[]): readonly string[] {
  return fixes.map(({ title, safe, edits }) => {
    const before = new Set([...design.routers.values()].flatMap((one) => routerText(one).text.split("\n")));
    const after = [...applyEdits(design, edits).routers.values()].flatMap((one) => routerText(one).text.split("\n"));
    return `${title} (${safe ? "safe" : "unsafe"}): ${after.filter((line) => !before.has(line)).join(" / ")}`;
  });
}

describe("the near end of a peering", () => {
  test("is the one that has the name, with the peer that it names", () => {
    const { judged, routers } = judgedIn(twoSites);
    const [one, other] = ["SiteA", "SiteB"].map((name) => nearEnd(judged, routers, name));
    expect([one?.router.id, one?.end.router, other?.router.id, other?.end.router]).toEqual(["r1", "r1", "r2", "r2"]);
    expect([one, other].map((end) => formatIpv4(end!.peer!))).toEqual(["203.0.113.2", "198.51.100.2"]);
  });

  test("is the only one where nobody answers", () => {
    const { judged, routers } = judgedIn(`=== SiteA\n${siteA}`);
    expect(nearEnd(judged, routers, "203.0.113.2").router.id).toBe("r1");
    expect(formatIpv4(nearEnd(judged, routers, "SiteA").peer!)).toBe("203.0.113.2");
  });

  test("knows its peer by the far end's address where it names a host", () => {
    const named = twoSites.replace(" set peer 203.0.113.2\n", " set peer b.example.net\n");
    const { judged, routers } = judgedIn(
      named.replace("crypto isakmp policy", "ip host b.example.net 203.0.113.2\ncrypto isakmp policy"),
    );
    expect(formatIpv4(nearEnd(judged, routers, "SiteA").peer!)).toBe("203.0.113.2");
  });
});

test("the ends' routers are those of the design that fixes are made for, while it has them", () => {
  const { design, routers } = judgedIn(twoSites);
  const [a, b] = [...design.routers.values()].map((router) => ({ ...router }));
  const now = routersIn(
    {
      routers: new Map([
        [a!.id, a!],
        [b!.id, b!],
      ]),
    },
    routers,
  );
  expect([now.a === a, now.b === b, now.nameA, now.nameB]).toEqual([true, true, "SiteA", "SiteB"]);
  const gone = routersIn({ routers: new Map() }, routers);
  expect([gone.a === routers.a, gone.b === routers.b]).toEqual([true, true]);
  expect(routersIn(design, { ...routers, b: null }).b).toBeNull();
});

describe("the way towards a peer", () => {
  test("is the next hop of the route that leads there", () => {
    expect(gatewayText(twoSites)).toBe("198.51.100.1");
  });

  test("is the peer itself where it is on the link", () => {
    const link = siteA
      .replace("ip address 198.51.100.2 255.255.255.252", "ip address 203.0.113.1 255.255.255.0")
      .replace(defaultRoute, "");
    expect(gatewayText(link)).toBe("203.0.113.2");
  });

  test("is a router that other routes by the interface name", () => {
    const other = siteA
      .replace("198.51.100.2 255.255.255.252", "198.51.100.2 255.255.255.0")
      .replace(
        defaultRoute,
        "ip route 10.9.0.0 255.255.0.0 10.1.0.254\nip route 192.0.2.0 255.255.255.0 198.51.100.77\n",
      );
    expect(gatewayText(other)).toBe("198.51.100.77");
  });

  test("is the only other address of a link between two", () => {
    const without = siteA.replace(defaultRoute, "");
    expect(gatewayText(without)).toBe("198.51.100.1");
    expect(gatewayText(without.replace("198.51.100.2 255.255.255.252", "198.51.100.1 255.255.255.252"))).toBe(
      "198.51.100.2",
    );
    expect(gatewayText(without.replace("198.51.100.2 255.255.255.252", "198.51.100.2 255.255.255.254"))).toBe(
      "198.51.100.3",
    );
    expect(gatewayText(without.replace("198.51.100.2 255.255.255.252", "198.51.100.3 255.255.255.254"))).toBe(
      "198.51.100.2",
    );
  });

  test("is not known on a link with more than two, nor where the address comes from elsewhere", () => {
    const without = siteA.replace(defaultRoute, "");
    expect(
      gatewayText(without.replace("198.51.100.2 255.255.255.252", "198.51.100.2 255.255.255.248")),
    ).toBeUndefined();
    expect(gatewayText(without.replace("198.51.100.2 255.255.255.252", "dhcp"))).toBeUndefined();
  });

  test.each(["Serial0/0", "Dialer1", "Cellular0", "ATM0", "Multilink1"])(
    "is %s itself, which has one other end",
    (name) => {
      const line = siteA
        .replaceAll("GigabitEthernet0/0", name)
        .replace("198.51.100.2 255.255.255.252", "198.51.100.2 255.255.255.0")
        .replace(defaultRoute, "");
      expect(gatewayText(line)).toBe(name);
    },
  );
});

describe("a route that a fix writes", () => {
  test("goes to a network, to one address, or to everything, by the way to the peer", () => {
    const near = nearOf(twoSites);
    const lines = (network: string) => added(near.design, routeFix(near, network, "HQ"));
    expect(lines("10.2.0.0/24")).toEqual([
      "Route 10.2.0.0/24 to 198.51.100.1 on HQ (unsafe): ip route 10.2.0.0 255.255.255.0 198.51.100.1",
    ]);
    expect(lines("192.0.2.9")).toEqual([
      "Route 192.0.2.9/32 to 198.51.100.1 on HQ (unsafe): ip route 192.0.2.9 255.255.255.255 198.51.100.1",
    ]);
    expect(routeFix(near, "any", "HQ").map(({ title }) => title)).toEqual(["Route 0.0.0.0/0 to 198.51.100.1 on HQ"]);
  });

  test("goes out of an interface where that is all that is known", () => {
    const near = nearOf(
      siteA
        .replaceAll("GigabitEthernet0/0", "Dialer1")
        .replace("198.51.100.2 255.255.255.252", "198.51.100.2 255.255.255.0")
        .replace(defaultRoute, ""),
    );
    expect(added(near.design, routeFix(near, "10.2.0.0/24", "HQ"))).toEqual([
      "Route 10.2.0.0/24 to Dialer1 on HQ (unsafe): ip route 10.2.0.0 255.255.255.0 Dialer1",
    ]);
  });

  test("stands in the VRF of the interface that carries the map", () => {
    const near = nearOf(
      `ip vrf RED\n${siteA
        .replace(" description Internet\n", " description Internet\n ip vrf forwarding RED\n")
        .replace(defaultRoute, "ip route vrf RED 0.0.0.0 0.0.0.0 198.51.100.1\n")}`,
    );
    expect(added(near.design, routeFix(near, "10.2.0.0/24", "HQ"))).toEqual([
      "Route 10.2.0.0/24 to 198.51.100.1 on HQ (unsafe): ip route vrf RED 10.2.0.0 255.255.255.0 198.51.100.1",
    ]);
  });

  test("is none without a network, nor without a way", () => {
    const near = nearOf(twoSites);
    expect(routeFix(near, "10.2.0.0 0.0.255.0", "HQ")).toEqual([]);
    const lost = nearOf(siteA.replace(defaultRoute, "").replace("198.51.100.2 255.255.255.252", "dhcp"));
    expect(routeFix(lost, "10.2.0.0/24", "HQ")).toEqual([]);
  });
});

describe("reverse-route in place of a route", () => {
  const fixesOf = (text: string) => {
    const near = nearOf(text);
    return added(near.design, reverseRouteFix(near, "HQ"));
  };

  test("is offered where the list names networks and there is a way to the peer", () => {
    expect(fixesOf(twoSites)).toEqual([
      "Let reverse-route of crypto map VPN 10 on HQ bring the route (unsafe):  reverse-route static",
    ]);
  });

  test("is not offered where the entry has it, its list permits any, or it has no list", () => {
    expect(fixesOf(siteA.replace(" set pfs group14\n", " set pfs group14\n reverse-route\n"))).toEqual([]);
    const list = "ip access-list extended VPN-PEER\n";
    expect(fixesOf(siteA.replace(list, `${list} permit ip any 10.7.0.0 0.0.0.255\n`))).toEqual([]);
    expect(fixesOf(siteA.replace(list, `${list} permit ip 10.1.0.0 0.0.0.255 any\n`))).toEqual([]);
    expect(fixesOf(siteA.replace(list, `${list} deny ip 10.1.0.0 0.0.0.255 any\n`))).toHaveLength(1);
    expect(fixesOf(siteA.replace(list, "ip access-list extended OTHER\n"))).toEqual([]);
  });

  test("is not offered without a way to the peer", () => {
    expect(fixesOf(siteA.replace(defaultRoute, "").replace("198.51.100.2 255.255.255.252", "dhcp"))).toEqual([]);
  });

  test("of a dynamic entry needs no list: what the peer asks for is the route", () => {
    const dynamic = siteA
      .replace(/crypto map VPN 10 ipsec-isakmp\n(?: .*\n)+/, "crypto map VPN 10 ipsec-isakmp dynamic DYN\n")
      .replace(
        "crypto map VPN 10",
        "crypto dynamic-map DYN 5\n set transform-set TS-AES256\n set pfs group14\ncrypto map VPN 10",
      );
    const near = twoSites.slice(twoSites.indexOf("=== SiteB"));
    expect(fixesOf(`=== SiteA\n${dynamic}${near}`)).toEqual([
      "Let reverse-route of dynamic map DYN 5 on HQ bring the route (unsafe):  reverse-route",
    ]);
  });
});
