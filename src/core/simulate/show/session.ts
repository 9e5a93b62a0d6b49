import { boundProfileName } from "../../derive/isakmpIdentity.ts";
import { cryptoMapSets, entryView } from "../../derive/cryptoMapSet.ts";
import type { ClientSession } from "../../negotiate/clientGateway.ts";
import { formatIpv4 } from "../../net/ipv4.ts";
import type { IkeAssociation, ProtectedFlow } from "../associations.ts";
import { interfaceNameOf } from "../interfaceWord.ts";
import { ELAPSED_SECONDS } from "../simulatedClock.ts";
import type { ShowContext, ShowForm } from "./command.ts";
import { addressWord, clockWord, networkWord } from "./wording.ts";

/** `show crypto session`. Layout: reference, section 5.3. */
export const session: readonly ShowForm[] = [
  {
    syntax: "show crypto session",
    meaning: "Show crypto sessions (tunnels)",
    run: (context) => sessions(context, false),
  },
  { syntax: "show crypto session detail", meaning: "detailed output", run: (context) => sessions(context, true) },
  ...["", " detail"].flatMap((ending): readonly ShowForm[] => [
    {
      syntax: `show crypto session remote <address>${ending}`,
      meaning: ending === "" ? "IP address of the peer" : "detailed output",
      run: (context, { address }) => sessions(context, ending !== "", (one) => one.peer === address),
    },
    {
      syntax: `show crypto session interface <interface>${ending}`,
      meaning: ending === "" ? "Interface that carries the map" : "detailed output",
      run: (context, values) =>
        sessions(context, ending !== "", (one) => one.carrier === interfaceNameOf(values["interface"])),
    },
  ]),
  { syntax: "show crypto session group", meaning: "show groups usage", run: groups },
  { syntax: "show crypto session summary", meaning: "show summary", run: summary },
];

/** What one interface has with one peer. */
interface Session {
  readonly carrier: string;
  readonly peer: string;
  readonly flows: readonly ProtectedFlow[];
  readonly ike: readonly IkeAssociation[];
}

function sessionsOf({ state }: ShowContext): readonly Session[] {
  const keyed = new Map<string, ProtectedFlow[]>();
  for (const flow of state.flows) {
    const key = `${flow.carrier.name} ${addressWord(flow.peer)}`;
    const list = keyed.get(key);
    if (list) list.push(flow);
    else keyed.set(key, [flow]);
  }
  return [...keyed.values()].map((flows) => {
    const [first] = flows;
    return {
      carrier: first?.carrier.name ?? "",
      peer: addressWord(first?.peer ?? null),
      flows,
      ike: state.ike.filter((one) => one.remote === first?.peer && one.local === first.local),
    };
  });
}

/** Reference: section 5.3, table of statuses. */
function statusOf({ flows, ike }: Session): string {
  const active = flows.some((flow) => flow.associations);
  const standing = ike.some((one) => one.state === "QM_IDLE");
  if (active) return standing ? "UP-ACTIVE" : "UP-NO-IKE";
  if (standing) return "UP-IDLE";
  return ike.length > 0 ? "DOWN-NEGOTIATING" : "DOWN";
}

const legend = [
  "Code: C - IKE Configuration mode, D - Dead Peer Detection",
  "K - Keepalives, N - NAT-traversal, T - cTCP encapsulation",
  "X - IKE Extended Authentication, F - IKE Fragmentation",
  "R - IKE Auto Reconnect",
  "",
];

function sessions(
  context: ShowContext,
  detail: boolean,
  keep: (one: Session) => boolean = () => true,
): readonly string[] {
  return [
    "Crypto session current status",
    "",
    ...(detail ? legend : []),
    ...sessionsOf(context)
      .filter(keep)
      .flatMap((one) => [...sessionBlock(context, one, detail), ""]),
  ];
}

function sessionBlock(context: ShowContext, one: Session, detail: boolean): readonly string[] {
  const { flows, ike } = one;
  const status = statusOf(one);
  const port = ike[0]?.port ?? flows[0]?.port ?? 500;
  const profile = profileOf(context, flows[0]);
  const description = flows[0]?.entry.entry.description;
  return [
    `Interface: ${one.carrier}`,
    ...(profile === undefined ? [] : [`Profile: ${profile}`]),
    ...(detail && status.startsWith("UP") ? [`Uptime: ${clockWord(ELAPSED_SECONDS)}`] : []),
    `Session status: ${status}`,
    `Peer: ${one.peer} port ${String(port)}${detail ? " fvrf: (none) ivrf: (none)" : ""}`,
    ...(detail
      ? [
          `      Phase1_id: ${ike.some((row) => row.state === "QM_IDLE") ? one.peer : "(none)"}`,
          `      Desc: ${description ?? "(none)"}`,
        ]
      : []),
    ...ike.flatMap((row) => ikeLines(context, row, detail)),
    ...flows.flatMap((flow) => flowLines(flow, detail)),
  ];
}

function ikeLines({ router }: ShowContext, row: IkeAssociation, detail: boolean): readonly string[] {
  const { local, remote, port, state, connectionId, remainingSeconds } = row;
  const ends = `local ${addressWord(local)}/${String(port)} remote ${addressWord(remote)}/${String(port)}`;
  const standing = state === "QM_IDLE";
  const keepalive = router.elements.isakmpSettings.get("")?.keepalive !== undefined;
  const capabilities = standing ? `${keepalive ? "D" : ""}${port === 4500 ? "N" : ""}` : "";
  return [
    "  Session ID: 0",
    `  IKEv1 SA: ${ends} ${standing ? "Active" : "Inactive"}`,
    ...(detail
      ? [
          `          Capabilities:${capabilities === "" ? "(none)" : capabilities} connid:${String(
            connectionId,
          )} lifetime:${standing ? clockWord(remainingSeconds ?? 0) : "0"}`,
        ]
      : []),
  ];
}

function flowLines(flow: ProtectedFlow, detail: boolean): readonly string[] {
  const { selector, associations, counters } = flow;
  const [source, destination] = [selector.source, selector.destination].map((set) =>
    set.wildcard === 0 ? `host ${formatIpv4(set.base)}` : networkWord(set),
  );
  const count = associations ? associations.inbound.length + associations.outbound.length : 0;
  const life = `life (KB/Sec) ${
    associations
      ? `${associations.remainingKilobytes === null ? "KB Vol Rekey Disabled" : String(associations.remainingKilobytes)}/${String(
          associations.remainingSeconds ?? 0,
        )}`
      : "0/0"
  }`;
  return [
    `  IPSEC FLOW: permit ${String(selector.protocol)} ${source ?? ""} ${destination ?? ""}`,
    `        Active SAs: ${String(count)}, origin: ${flow.origin}`,
    ...(detail
      ? [
          `        Inbound:  #pkts dec'ed ${String(counters.decapsulated)} drop 0 ${life}`,
          `        Outbound: #pkts enc'ed ${String(counters.encapsulated)} drop ${String(counters.sendErrors)} ${life}`,
        ]
      : []),
  ];
}

/** The profile that the session's entry is bound to. */
function profileOf({ router }: ShowContext, flow: ProtectedFlow | undefined): string | undefined {
  const set = flow && cryptoMapSets(router.elements).get(flow.map);
  if (!flow || !set) return undefined;
  const dynamic = flow.entry.dynamicEntries.find((one) => one.entry.sequence === flow.dynamicMap?.sequence);
  return boundProfileName(entryView(set, flow.entry, dynamic));
}

/** Reference: section 5.5. A client group without anybody in it is not listed. */
function groups({ clients }: ShowContext): readonly string[] {
  const names = [...new Set(clients.map(({ group }) => group))];
  return [" Group:    Connections", ...names.map((name) => ` ${name}: ${String(connectionsOf(clients, name).length)}`)];
}

function summary({ clients, router }: ShowContext): readonly string[] {
  return [...router.elements.clientGroup.keys()].flatMap((name) => {
    const connections = connectionsOf(clients, name);
    const users = [...new Set(connections.flatMap(({ user }) => user ?? []))];
    const logins = (one: string) => connections.filter(({ user }) => user === one).length;
    return [
      ` Group ${name} has ${String(connections.length)} connections`,
      ...(users.length === 0 ? [] : ["  User (Logins)"]),
      ...users.map((user) => `  ${user} (${String(logins(user))})`),
    ];
  });
}

function connectionsOf(clients: readonly ClientSession[], name: string): readonly ClientSession[] {
  return clients.filter(({ group }) => group === name);
}
