import type { Secret } from "../../model/isakmp.ts";
import type { AaaServer } from "../../model/remoteAccess.ts";
import { globalCommand, sectionCommand, type CommandDescription, type Draft } from "../command.ts";

interface ServerArguments {
  name: string;
  authPort?: number;
  acctPort?: number;
  port?: number;
  timeoutSeconds?: number;
  retransmit?: number;
  "single-connection"?: true;
  aliases?: readonly string[];
  key?: Secret;
}

function serverOf(protocol: AaaServer["protocol"], args: ServerArguments): Draft<AaaServer> {
  return {
    protocol,
    name: args.name,
    ...(args.authPort === undefined ? {} : { authPort: args.authPort }),
    ...(args.acctPort === undefined ? {} : { acctPort: args.acctPort }),
    ...(args.port === undefined ? {} : { port: args.port }),
    ...(args.timeoutSeconds === undefined ? {} : { timeoutSeconds: args.timeoutSeconds }),
    ...(args.retransmit === undefined ? {} : { retransmit: args.retransmit }),
    ...(args["single-connection"] === true ? { singleConnection: true } : {}),
    aliases: [...(args.aliases ?? [])],
    ...(args.key === undefined ? {} : { key: args.key }),
    kept: [],
  };
}

function argumentsOf(server: AaaServer): ServerArguments {
  const { name, authPort, acctPort, port, timeoutSeconds, retransmit, aliases, key } = server;
  return {
    name,
    ...(authPort === undefined ? {} : { authPort }),
    ...(acctPort === undefined ? {} : { acctPort }),
    ...(port === undefined ? {} : { port }),
    ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
    ...(retransmit === undefined ? {} : { retransmit }),
    ...(server.singleConnection === true ? { "single-connection": true } : {}),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(key === undefined ? {} : { key }),
  };
}

const words = {
  name: "The server's address or host name.",
  "auth-port": "UDP port for authentication; 1645 without it.",
  "acct-port": "UDP port for accounting; 1646 without it.",
  port: "TCP port; 49 without it.",
  timeout: "Seconds to wait for an answer.",
  retransmit: "How often a request is sent again.",
  key: "The key shared with the server.",
  alias: "Further addresses of the same server.",
  "single-connection": "One connection for all requests.",
};

export const radiusServerHost = globalCommand<"aaaServer", ServerArguments>({
  syntax:
    "radius-server host <name:word> [[auth-port <authPort:0-65535>] [acct-port <acctPort:0-65535>] [timeout <timeoutSeconds:1-1000>] [retransmit <retransmit:1-100>] [key <key:key>] [alias <aliases:word>...]]",
  kind: "aaaServer",
  removesElement: true,
  replaces: true,
  name: (args) => `radius ${args.name}`,
  create: (args) => serverOf("radius", args),
  write: (server) => (server.protocol === "radius" && server.block !== true ? [argumentsOf(server)] : []),
  summary: "A RADIUS server.",
  source: "Cisco IOS Security Command Reference, radius-server host",
  words,
});

export const tacacsServerHost = globalCommand<"aaaServer", ServerArguments>({
  syntax:
    "tacacs-server host <name:word> [[single-connection] [port <port:1-65535>] [timeout <timeoutSeconds:1-1000>] [key <key:key>]]",
  kind: "aaaServer",
  removesElement: true,
  replaces: true,
  name: (args) => `tacacs ${args.name}`,
  create: (args) => serverOf("tacacs", args),
  write: (server) => (server.protocol === "tacacs" && server.block !== true ? [argumentsOf(server)] : []),
  summary: "A TACACS+ server.",
  source: "Cisco IOS Security Command Reference, tacacs-server host",
  words,
});

export const radiusServer = globalCommand<"aaaServer", { name: string }>({
  syntax: "radius server <name:name>",
  kind: "aaaServer",
  opens: "radius-server",
  removesElement: true,
  name: (args) => `radius ${args.name}`,
  create: (args) => ({ ...serverOf("radius", args), block: true }),
  write: (server) => (server.protocol === "radius" && server.block === true ? [{ name: server.name }] : []),
  summary: "A RADIUS server, in the newer form.",
  source: "Cisco IOS Security Command Reference, radius server",
});

export const tacacsServer = globalCommand<"aaaServer", { name: string }>({
  syntax: "tacacs server <name:name>",
  kind: "aaaServer",
  opens: "tacacs-server",
  removesElement: true,
  name: (args) => `tacacs ${args.name}`,
  create: (args) => ({ ...serverOf("tacacs", args), block: true }),
  write: (server) => (server.protocol === "tacacs" && server.block === true ? [{ name: server.name }] : []),
  summary: "A TACACS+ server, in the newer form.",
  source: "Cisco IOS Security Command Reference, tacacs server",
});

function command<A extends object = object>(description: Omit<CommandDescription<AaaServer, A>, "source" | "words">) {
  return sectionCommand<AaaServer, A>({
    ...description,
    source: "Cisco IOS Security Command Reference, radius server; tacacs server",
    words,
  });
}

interface AddressArguments {
  address: string;
  authPort?: number;
  acctPort?: number;
}

export const radiusServerAddress = command<AddressArguments>({
  syntax: "address ipv4 <address:word> [[auth-port <authPort:0-65535>] [acct-port <acctPort:0-65535>]]",
  field: "address",
  read(server, args) {
    server.address = args.address;
    if (args.authPort !== undefined) server.authPort = args.authPort;
    if (args.acctPort !== undefined) server.acctPort = args.acctPort;
    return undefined;
  },
  write: ({ acctPort, address, authPort }) =>
    address === undefined
      ? []
      : [
          {
            address,
            ...(authPort === undefined ? {} : { authPort }),
            ...(acctPort === undefined ? {} : { acctPort }),
          },
        ],
  remove(server) {
    delete server.address;
    delete server.authPort;
    delete server.acctPort;
  },
  summary: "Where the server is.",
});

export const tacacsServerAddress = command({
  syntax: "address ipv4 <address:word>",
  field: "address",
  summary: "Where the server is.",
});

export const serverKey = command({
  syntax: "key <key:key>",
  field: "key",
  summary: "The key shared with the server.",
});

export const serverTimeout = command({
  syntax: "timeout <timeoutSeconds:1-1000>",
  field: "timeoutSeconds",
  summary: "Seconds to wait for an answer.",
});

export const serverRetransmit = command({
  syntax: "retransmit <retransmit:1-100>",
  field: "retransmit",
  summary: "How often a request is sent again.",
});

export const serverPort = command({
  syntax: "port <port:1-65535>",
  field: "port",
  summary: "The server's TCP port; 49 without it.",
});

export const serverSingleConnection = command({
  syntax: "single-connection",
  field: "singleConnection",
  summary: "One connection for all requests.",
});
