import { cryptoMapSets, endpointOn } from "../derive/cryptoMapSet.ts";
import { normalAccessList } from "../derive/cryptoAccessList.ts";
import { filterOf } from "../derive/firstMatch.ts";
import { nameIn, routerNames } from "../derive/routerNames.ts";
import type { Selector } from "../derive/selector.ts";
import type { Design, RemoteClients } from "../model/design.ts";
import type { RuleId } from "../model/ruleId.ts";
import { formatIpv4, type Ipv4Address } from "../net/ipv4.ts";
import { ANY_ADDRESS, hostSet } from "../net/wildcard.ts";
import { assignConfiguration, type ClientConfiguration } from "./clientConfiguration.ts";
import { authenticateGroup, authenticateUser } from "./clientAuthentication.ts";
import { placeAtGateway, type ClientRequest, type ClientSession, type Gateway } from "./clientGateway.ts";
import { protectClientTraffic } from "./clientTraffic.ts";
import { newStory, refuse, tell, leaveOpen, type ClientStep, type ClientStory } from "./clientStory.ts";

/** What a client has once it is connected. */
export interface ConnectedClient extends ClientSession, Omit<ClientConfiguration, "address"> {
  readonly gateway: Ipv4Address | null;
  /** Priority of the ISAKMP policy; null stands for a built-in one. */
  readonly policy: number | null;
  readonly transformSet: string;
}

/** How a client's connection went. `no-traffic`: it stands, but what is sent through it gets no answer. */
export interface ClientConnection {
  readonly outcome: "connected" | "no-traffic" | "refused" | "unknown";
  /** The rule that names the refusal; null when connected, or where what the person typed is wrong. */
  readonly rule: RuleId | null;
  readonly reason: string | null;
  readonly steps: readonly ClientStep[];
  readonly client: ConnectedClient | null;
}

/**
 * Connects one client of a group of remote clients, step by step: group key in aggressive mode, user and password, address and
 * split-tunnel list, and the security associations of quick mode. `connected` are those who are in already.
 */
export function connectClient(
  design: Design,
  clients: RemoteClients,
  request: ClientRequest = {},
  connected: readonly ClientSession[] = [],
): ClientConnection {
  const story = newStory();
  const client = play(story, design, clients, request, connected);
  const { refusal, doubt, steps } = story;
  const decisive = refusal ?? doubt;
  const outcome = refusal ? (client ? "no-traffic" : "refused") : doubt || !client ? "unknown" : "connected";
  return { outcome, rule: decisive?.rule ?? null, reason: decisive?.reason ?? null, steps, client };
}

function play(
  story: ClientStory,
  design: Design,
  clients: RemoteClients,
  request: ClientRequest,
  connected: readonly ClientSession[],
): ConnectedClient | null {
  const gateway = reachGateway(story, design, clients);
  if (!gateway) return null;
  const phase1 = authenticateGroup(story, gateway, clients.group, request.groupKey);
  if (!phase1) return null;
  const { group } = phase1;
  const user = authenticateUser(story, gateway, group, request, connected);
  if (!user) return null;
  const configuration = assignConfiguration(story, gateway, group, connected);
  if (!configuration) return null;
  const transformSet = protectClientTraffic(story, gateway, group, configuration);
  if (transformSet === null) return null;
  return {
    ...configuration,
    group: group.name,
    user: user.name,
    gateway: gateway.address,
    policy: phase1.policy,
    transformSet,
  };
}

function reachGateway(story: ClientStory, design: Design, clients: RemoteClients): Gateway | null {
  const moment = { stage: "reach", message: "gateway", from: "client" } as const;
  const router = clients.gateway === undefined ? undefined : design.routers.get(clients.gateway);
  if (!router) return refuse(story, moment, null, `${clients.label} are connected to no gateway.`);
  const name = nameIn(routerNames(design.routers), router.id);
  const { elements } = router;
  const sets = [...cryptoMapSets(elements).values()].filter(({ anchors }) => anchors.length > 0);
  const [first] = sets;
  if (!first) {
    return refuse(
      story,
      moment,
      "ra-no-dynamic",
      `${name} has no crypto map entry with a dynamic map, which alone takes clients whose address nobody knows.`,
      [...elements.cryptoMap.values()].map((map) => placeAtGateway({ router }, "cryptoMap", map.name)),
    );
  }
  const set = sets.find(({ carriers }) => carriers.some((one) => one.shutdown !== true)) ?? first;
  const carrier = set.carriers.find((one) => one.shutdown !== true);
  const anchor = set.anchors[0];
  if (!carrier || !anchor) {
    return refuse(story, moment, "map-unapplied", `${name}: crypto map ${set.name} is on no interface that is up.`, [
      placeAtGateway({ router }, "cryptoMapEntry", `${set.name} ${first.anchors[0]?.entry.sequence ?? ""}`),
    ]);
  }
  const { address } = endpointOn(elements, set, carrier);
  const gateway: Gateway = { router, name, set, anchor, carrier, address };
  tell(
    story,
    moment,
    `The client sends to ${address === null ? `${carrier.name} of ${name}` : formatIpv4(address)}, where crypto map ${set.name} stands.`,
    [placeAtGateway({ router }, "interface", carrier.name, "cryptoMap")],
  );
  return passFilter(story, gateway) ? gateway : null;
}

/** Clients may come from anywhere, so a list that lets IKE in only from some addresses leaves the answer open. */
function passFilter(story: ClientStory, { router, name, carrier, address }: Gateway): boolean {
  const list = normalAccessList(router.elements, carrier.accessGroupIn);
  if (!list || list.identities.length === 0) return true;
  for (const { text, protocol, port } of arrivals) {
    const packet: Selector = {
      protocol,
      source: ANY_ADDRESS,
      sourcePorts: null,
      destination: address === null ? ANY_ADDRESS : hostSet(address),
      destinationPorts: port === null ? null : [{ first: port, last: port }],
    };
    const passed = filterOf(list, packet);
    if (passed === "all") continue;
    const moment = { stage: "reach", message: "access list in", from: "gateway" } as const;
    const places = [
      placeAtGateway({ router }, "accessList", list.name),
      placeAtGateway({ router }, "interface", carrier.name),
    ];
    if (passed === "none") {
      refuse(story, moment, null, `${name}: access list ${list.name} does not let ${text} in from clients.`, places);
      return false;
    }
    leaveOpen(
      story,
      moment,
      null,
      `${name}: access list ${list.name} lets ${text} in from some addresses only; where the client is, nobody knows.`,
      places,
    );
  }
  return true;
}

const arrivals = [
  { text: "UDP 500 (IKE)", protocol: 17, port: 500 },
  { text: "ESP", protocol: 50, port: null },
] as const;
