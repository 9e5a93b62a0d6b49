import { scenarioOf, type WrittenScenario } from "./builtIn.ts";
import { changed, siteText } from "./configurations.ts";

const hosts = {
  m: "permit ip host 10.1.0.10 host 10.2.0.20",
  n: "permit ip host 10.2.0.20 host 10.1.0.10",
};
const subnets = {
  m: "permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255",
  n: "permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255",
};

function routerM(traffic: string): string {
  return siteText({
    hostname: "RouterM",
    outside: "198.51.100.2",
    lan: "10.1.0",
    peer: "203.0.113.2",
    traffic: [traffic],
  });
}

function routerN(traffic: string): string {
  return siteText({
    hostname: "RouterN",
    outside: "203.0.113.2",
    lan: "10.2.0",
    peer: "198.51.100.2",
    traffic: [traffic],
  });
}

const source =
  "Cisco, Configuring Security for VPNs with IPsec, Mirror Image Crypto Access Lists at Each IPsec Peer, figure 3";
const routers = ["RouterM", "RouterN"] as const;
const listOfN = { router: "RouterN", kind: "accessList", name: "VPN-TRAFFIC" } as const;
const listOfM = { router: "RouterM", kind: "accessList", name: "VPN-TRAFFIC" } as const;
const agreed = {
  kind: "peering",
  routers: [...routers],
  statuses: ["agreed"],
} satisfies WrittenScenario["goals"][number];

/** What one router sends to the other's side, both ways. */
function bothWays(m: string, n: string, fate: "protected" | "clear"): WrittenScenario["goals"] {
  return [
    { kind: "traffic", router: "RouterM", source: m, destination: n, fate },
    { kind: "traffic", router: "RouterN", source: n, destination: m, fate },
  ];
}

/** The four cases of the figure on mirror image access lists. */
export const mirrorCases = [
  scenarioOf({
    id: "mirror-1",
    title: "Mirror images, case 1: two hosts",
    goal: "Host A and host B reach each other through the tunnel, and nothing else does.",
    text: "RouterM protects what host A (10.1.0.10) sends to host B (10.2.0.20). Somebody copied its crypto access list to RouterN, line by line, and since then no tunnel has come up.",
    source,
    solved: { RouterM: routerM(hosts.m), RouterN: routerN(hosts.n) },
    broken: { RouterN: routerN(hosts.m) },
    goals: [
      agreed,
      ...bothWays("10.1.0.10/32", "10.2.0.20/32", "protected"),
      ...bothWays("10.1.0.0/29", "10.2.0.0/29", "clear"),
    ],
    hints: [
      { text: "A crypto access list is written from its own router's point of view: the source is on this side." },
      { text: "Compare the source in RouterN's list with the network behind RouterN.", place: listOfN },
      { text: "On RouterN, swap source and destination: permit ip host 10.2.0.20 host 10.1.0.10.", place: listOfN },
    ],
  }),
  scenarioOf({
    id: "mirror-2",
    title: "Mirror images, case 2: two subnets",
    goal: "Subnet X and subnet Y reach each other through the tunnel, whichever side starts.",
    text: "Subnet X (10.1.0.0/24) is behind RouterM, subnet Y (10.2.0.0/24) behind RouterN. Phase 1 comes up, but every quick mode is refused.",
    source,
    solved: { RouterM: routerM(subnets.m), RouterN: routerN(subnets.n) },
    broken: { RouterN: routerN("permit ip 10.2.0.0 0.0.0.255 10.11.0.0 0.0.0.255") },
    goals: [agreed, ...bothWays("10.1.0.0/24", "10.2.0.0/24", "protected")],
    hints: [
      { text: "Quick mode compares what each side permits, mirrored. Look for the network that only one side knows." },
      { text: "One of the two networks in RouterN's list does not exist.", place: listOfN },
      {
        text: "On RouterN, the destination has to be subnet X: permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255.",
        place: listOfN,
      },
    ],
  }),
  scenarioOf({
    id: "mirror-3",
    title: "Mirror images, case 3: a subset that works by chance",
    goal: "Only host A and host B use the tunnel, and either of them may start.",
    text: "RouterM protects the two hosts, RouterN whole subnets. When host A starts, all is well: its request lies within what RouterN permits. When host B starts first, nothing happens. Make it work from both sides without protecting more than the two hosts.",
    source,
    solved: { RouterM: routerM(hosts.m), RouterN: routerN(hosts.n) },
    broken: { RouterN: routerN(subnets.n) },
    goals: [
      agreed,
      ...bothWays("10.1.0.10/32", "10.2.0.20/32", "protected"),
      ...bothWays("10.1.0.0/29", "10.2.0.0/29", "clear"),
    ],
    hints: [
      {
        text: "The side that starts asks for everything that its own entry permits. Which side asks for more than the other allows?",
      },
      { text: "RouterN's entry is a superset of RouterM's, so RouterM refuses what RouterN asks for.", place: listOfN },
      { text: "On RouterN, permit the two hosts only: permit ip host 10.2.0.20 host 10.1.0.10.", place: listOfN },
    ],
  }),
  scenarioOf({
    id: "mirror-4",
    title: "Mirror images, case 4: a superset that is refused",
    goal: "All of subnet X and subnet Y reach each other, whichever side starts.",
    text: "RouterN asks for all traffic between the two subnets, RouterM permits two hosts only. The people in subnet Y report that they can't reach subnet X at all.",
    source,
    solved: { RouterM: routerM(subnets.m), RouterN: routerN(subnets.n) },
    broken: { RouterM: changed(routerM(subnets.m), [[` ${subnets.m}`, ` ${hosts.m}`]]) },
    goals: [agreed, ...bothWays("10.1.0.0/24", "10.2.0.0/24", "protected")],
    hints: [
      { text: "Security associations are always requested by the access list of the side that starts." },
      {
        text: "RouterM permits less than RouterN asks for. This time the wider list is the right one.",
        place: listOfM,
      },
      { text: "On RouterM, permit the subnets: permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255.", place: listOfM },
    ],
  }),
];
