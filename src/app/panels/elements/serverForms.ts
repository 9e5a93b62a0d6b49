import { formatIpv4, parseIpv4, type AaaServer, type StaticNat } from "../../../core/index.ts";
import {
  flag,
  identityText,
  optionalNumber,
  optionalText,
  withOptional,
  wholeNumber,
  type Change,
  type ElementForm,
} from "../form/fieldSpec.ts";

export const aaaSettingsForm: ElementForm<"aaaSettings"> = {
  kind: "aaaSettings",
  noun: "AAA",
  title: () => "settings",
  summary: () => "",
  fields: [flag("newModel", "AAA on (aaa new-model)")],
};

export const aaaServerForm: ElementForm<"aaaServer"> = {
  kind: "aaaServer",
  noun: "AAA server",
  title: (server) => server.name,
  summary: (server) => (server.protocol === "radius" ? "RADIUS" : "TACACS+"),
  fields: [
    {
      control: "choice",
      field: "protocol",
      label: "Protocol",
      options: [
        { value: "radius", label: "RADIUS" },
        { value: "tacacs", label: "TACACS+" },
      ],
      get: (server) => server.protocol,
      set: (server, value) => inProtocol(server, value === "tacacs" ? "tacacs" : "radius"),
    },
    identityText("name", "Address or name"),
    optionalText("address", "Address", { shown: (server) => server.block === true }),
    {
      control: "text",
      field: "key",
      label: "Server key",
      secret: true,
      generated: true,
      identity: true,
      get: (server) => server.key?.text ?? "",
      set: (server, text) =>
        withOptional(server, "key", text === "" ? undefined : { type: server.key?.type ?? 0, text }),
    },
    optionalNumber("authPort", "Port for authentication", { absent: "1645", shown: isRadius }),
    optionalNumber("acctPort", "Port for accounting", { absent: "1646", shown: isRadius }),
    optionalNumber("port", "Port", { absent: "49", shown: isTacacs }),
    optionalNumber("timeoutSeconds", "Time to wait in seconds", { absent: "5" }),
    optionalNumber("retransmit", "Times to ask again", { absent: "3", shown: isRadius }),
    { ...flag<AaaServer>("singleConnection", "One connection for all requests"), shown: isTacacs },
  ],
  create: (_router, newKey) => ({
    protocol: "radius",
    name: "10.1.0.10",
    aliases: [],
    key: { type: 0, text: newKey() },
    kept: [],
  }),
};

/** What only the other protocol has goes. */
function inProtocol(server: AaaServer, protocol: AaaServer["protocol"]): AaaServer {
  if (server.protocol === protocol) return server;
  const { authPort: _a, acctPort: _b, port: _c, retransmit: _d, singleConnection: _e, ...rest } = server;
  return { ...rest, aliases: [], protocol };
}

function isRadius({ protocol }: AaaServer): boolean {
  return protocol === "radius";
}

function isTacacs({ protocol }: AaaServer): boolean {
  return protocol === "tacacs";
}

export const staticNatForm: ElementForm<"staticNat"> = {
  kind: "staticNat",
  noun: "Static NAT",
  title: (nat) => `${formatIpv4(nat.local)}${nat.localPort === undefined ? "" : `:${String(nat.localPort)}`}`,
  summary: (nat) => `${globalText(nat)}${nat.globalPort === undefined ? "" : `:${String(nat.globalPort)}`}`,
  fields: [
    {
      control: "text",
      field: "local",
      label: "Inside address",
      identity: true,
      placeholder: "10.1.0.25",
      get: (nat) => formatIpv4(nat.local),
      set: (nat, text): Change<StaticNat> => {
        const local = parseIpv4(text.trim());
        return local === undefined ? "An address such as 10.1.0.25 is needed." : { ...nat, local };
      },
    },
    {
      control: "text",
      field: "global",
      label: "Outside address or interface",
      identity: true,
      names: (router) => [...router.elements.interface.keys()],
      get: globalText,
      set: (nat, text): Change<StaticNat> => {
        const word = text.trim();
        const address = parseIpv4(word);
        if (address !== undefined) return { ...nat, global: { kind: "address", address } };
        return /^[A-Za-z]/.test(word)
          ? { ...nat, global: { kind: "interface", name: word } }
          : "An address, or the interface whose address it is, is needed.";
      },
    },
    {
      control: "text",
      field: "localPort",
      label: "Ports",
      identity: true,
      placeholder: "tcp 25 25",
      absent: "the whole address",
      get: portsText,
      set: (nat, text): Change<StaticNat> => {
        const { protocol: _p, localPort: _l, globalPort: _g, ...whole } = nat;
        if (text.trim() === "") return whole;
        const [, protocol, local = "", global = ""] = /^(tcp|udp)\s+(\d+)\s+(\d+)$/.exec(text.trim()) ?? [];
        const [localPort, globalPort] = [wholeNumber(local), wholeNumber(global)];
        if ((protocol !== "tcp" && protocol !== "udp") || localPort === undefined || globalPort === undefined)
          return "The protocol, the inside port and the outside port are needed: tcp 25 25.";
        return { ...whole, protocol, localPort, globalPort };
      },
    },
    optionalText("routeMap", "Only what a route map permits", {
      absent: "always",
      names: (router) => [...new Set([...router.elements.routeMapEntry.values()].map((entry) => entry.map))],
    }),
  ],
  create: () => ({
    local: parseIpv4("10.1.0.25") ?? 0,
    global: { kind: "address", address: parseIpv4("192.0.2.25") ?? 0 },
  }),
};

function globalText({ global }: StaticNat): string {
  return global.kind === "address" ? formatIpv4(global.address) : global.name;
}

function portsText({ protocol, localPort, globalPort }: StaticNat): string {
  return localPort === undefined ? "" : `${protocol ?? "tcp"} ${String(localPort)} ${String(globalPort ?? localPort)}`;
}
