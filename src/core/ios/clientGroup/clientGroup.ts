import type { ClientGroup } from "../../model/remoteAccess.ts";
import { globalCommand, keptCommand, sectionCommand, type CommandDescription } from "../command.ts";

interface GroupArguments {
  name: string;
  maxUsers?: number;
  maxLogins?: number;
}

/** Some descriptions put the limits on this line; they are commands of the group. */
export const clientGroup = globalCommand<"clientGroup", GroupArguments>({
  syntax: "crypto isakmp client configuration group <name:name>",
  aliases: [
    "crypto isakmp client configuration group <name:name> [[max-users <maxUsers:1-5000>] [max-logins <maxLogins:1-10>]]",
  ],
  kind: "clientGroup",
  opens: "client-group",
  removesElement: true,
  name: (args) => args.name,
  create: (args) => ({
    name: args.name,
    dns: [],
    wins: [],
    splitDns: [],
    accessRestrict: [],
    backupGateways: [],
    kept: [],
  }),
  read(group, args) {
    if (args.maxUsers !== undefined) group.maxUsers = args.maxUsers;
    if (args.maxLogins !== undefined) group.maxLogins = args.maxLogins;
    return undefined;
  },
  write: (group) => [{ name: group.name }],
  summary: "What clients that ask for this group get. `default` is for those that ask for none that is defined.",
  source: "Cisco IOS Security Command Reference, crypto isakmp client configuration group",
  words: { name: "The group that people enter in their client." },
});

const source = "Cisco IOS Security Command Reference, crypto isakmp client configuration group";

function command<A extends object = object>(description: Omit<CommandDescription<ClientGroup, A>, "source">) {
  return sectionCommand<ClientGroup, A>({ ...description, source });
}

export const groupKey = command({
  syntax: "key <key:key>",
  field: "key",
  summary: "The pre-shared key of the group. Groups with certificates have none.",
});

export const groupDns = command({
  syntax: "dns <dns:address>...",
  field: "dns",
  summary: "One or two name servers for clients.",
});

export const groupWins = command({
  syntax: "wins <wins:address>...",
  field: "wins",
  summary: "One or two WINS servers for clients.",
});

export const groupDomain = command({
  syntax: "domain <domain:word>",
  field: "domain",
  summary: "The domain of clients.",
});

export const groupPool = command({
  syntax: "pool <pool:name>",
  field: "pool",
  summary: "The local pool that clients get their address from.",
});

export const groupAcl = command({
  syntax: "acl <acl:name>",
  field: "acl",
  withoutIt: "All traffic of the client goes into the tunnel.",
  summary: "Split tunnelling: what the list permits goes into the tunnel, the rest does not.",
});

export const groupSplitDns = command<{ splitDns: string }>({
  syntax: "split-dns <splitDns:word>",
  field: "splitDns",
  perItem: true,
  summary: "A domain that clients resolve through the tunnel. May stand several times.",
});

export const groupFirewallAreYouThere = command({
  syntax: "firewall are-u-there",
  field: "firewallAreUThere",
  summary: "Asks whether a firewall runs on the client, and drops the connection if not. It needs RADIUS.",
});

export const groupAccessRestrict = command<{ accessRestrict: string }>({
  syntax: "access-restrict <accessRestrict:interface>",
  field: "accessRestrict",
  perItem: true,
  summary: "Clients of the group may connect to this interface only. May stand several times. It needs RADIUS.",
});

export const groupLock = command({
  syntax: "group-lock",
  field: "groupLock",
  summary: "A user's name has to name the group too.",
});

export const groupBackupGateway = command<{ backupGateways: string }>({
  syntax: "backup-gateway <backupGateways:word>",
  field: "backupGateways",
  perItem: true,
  summary: "A gateway that clients try when this one does not answer. May stand several times.",
});

export const groupSavePassword = command({
  syntax: "save-password",
  field: "savePassword",
  withoutIt: "Clients have to ask for the password each time.",
  summary: "Lets clients store the user's password; meant for hardware clients.",
});

export const groupIncludeLocalLan = command({
  syntax: "include-local-lan",
  field: "includeLocalLan",
  summary: "Lets clients reach their own LAN beside the tunnel. It needs RADIUS.",
});

export const groupPfs = command({
  syntax: "pfs",
  field: "pfs",
  summary: "Clients are told to use perfect forward secrecy.",
});

export const groupMaxUsers = command({
  syntax: "max-users <maxUsers:1-5000>",
  field: "maxUsers",
  withoutIt: "No limit.",
  summary: "How many connections the group may have.",
});

export const groupMaxLogins = command({
  syntax: "max-logins <maxLogins:1-10>",
  field: "maxLogins",
  withoutIt: "No limit.",
  summary: "How often one user may be connected at a time.",
});

export const groupNetmask = command({
  syntax: "netmask <netmask:mask>",
  field: "netmask",
  summary: "The subnet mask of a client's address.",
});

/** Commands of the group that are about neither addresses nor access. */
export const groupOthers = [
  keptCommand({
    syntax: "firewall policy <policy:name>",
    summary: "The firewall policy that clients have to enforce.",
    source,
  }),
  keptCommand({ syntax: "banner <text:line>", summary: "A text that clients show once they are connected.", source }),
  keptCommand({ syntax: "browser-proxy <map:name>", summary: "Proxy settings for the client's browser.", source }),
  keptCommand({
    syntax: "configuration {url <url:word> | version <version:1-32767>}",
    summary: "Where clients fetch a configuration, and its version.",
    source,
  }),
  keptCommand({
    syntax: "dhcp {server <server:word> | timeout <seconds:4-30> | giaddr <address:address>}",
    summary: "Clients get their address from a DHCP server.",
    source,
    words: { timeout: "Seconds to wait for the server, 4 to 30.", giaddr: "The gateway address that the server sees." },
  }),
  keptCommand({ syntax: "auto-update client <rule:line>", summary: "Where clients fetch a new release.", source }),
  keptCommand({ syntax: "route-metric <metric:1-255>", summary: "The metric of routes to clients.", source }),
  keptCommand({
    syntax: "smartcard-removal-disconnect",
    summary: "Disconnects a client when its smartcard is taken out.",
    source,
  }),
  keptCommand({
    syntax: "crypto aaa attribute list <list:name>",
    summary: "Further attributes of the group, from a list.",
    source,
  }),
];
