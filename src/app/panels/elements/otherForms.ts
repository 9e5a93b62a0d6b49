import { formatIpv4, parseIpv4, type Ipv4Address, type Router } from "../../../core/index.ts";
import {
  identityText,
  flag,
  namesOf,
  nameList,
  optionalChoice,
  optionalNumber,
  optionalText,
  requiredAddress,
  withOptional,
  wholeNumber,
  type Change,
  type ElementForm,
  type ListField,
} from "../form/fieldSpec.ts";
import { readWithMask } from "./hostForms.ts";
import { freeName } from "./phase2Forms.ts";

export const hostForm: ElementForm<"host"> = {
  kind: "host",
  noun: "Router",
  title: (host) => host.hostname ?? "Router",
  summary: (host) => host.version ?? "",
  fields: [
    optionalText("hostname", "Hostname", { identity: true, absent: "Router" }),
    optionalText("domainName", "Domain name", { absent: "none" }),
  ],
};

export const accessListForm: ElementForm<"accessList"> = {
  kind: "accessList",
  noun: "Access list",
  title: (list) => list.name,
  summary: (list) =>
    `${list.type === "standard" ? "standard, " : ""}${String(list.lines.length)} ${list.lines.length === 1 ? "line" : "lines"}`,
  renames: "accessList",
  fields: [identityText("name", "Name")],
  create: (router) => ({ name: freeName("VPN-TRAFFIC", router.elements.accessList), type: "extended", lines: [] }),
};

export const isakmpSettingsForm: ElementForm<"isakmpSettings"> = {
  kind: "isakmpSettings",
  noun: "ISAKMP",
  title: () => "settings",
  summary: () => "",
  fields: [
    flag("disabled", "ISAKMP off (no crypto isakmp enable)"),
    optionalChoice("identity", "Identity", ["address", "dn", "hostname"], "address"),
    {
      control: "text",
      field: "keepalive",
      label: "Dead peer detection",
      placeholder: "10 3 periodic",
      absent: "off",
      get: ({ keepalive }) =>
        keepalive ? [keepalive.seconds, keepalive.retrySeconds ?? "", keepalive.mode ?? ""].join(" ").trim() : "",
      set: (settings, text) => {
        const words = text.trim().split(/\s+/).filter(Boolean);
        if (words.length === 0) return withOptional(settings, "keepalive", undefined);
        const match = /^(\d+)(?: (\d+))?(?: (periodic|on-demand))?$/.exec(words.join(" "));
        if (!match) return "Seconds, seconds between retries, and periodic or on-demand: 10 3 periodic.";
        const [, seconds, retry, mode] = match;
        return withOptional(settings, "keepalive", {
          seconds: Number(seconds),
          ...(retry && { retrySeconds: Number(retry) }),
          ...(mode && { mode }),
        });
      },
    },
    optionalNumber("natKeepaliveSeconds", "NAT keepalive in seconds", { absent: "off" }),
    optionalNumber("xauthTimeoutSeconds", "XAUTH timeout in seconds", { absent: "60" }),
    flag("aggressiveModeDisabled", "Refuse aggressive mode"),
    flag("invalidSpiRecovery", "Recover from an invalid SPI"),
    flag("fragmentation", "Take IKE messages in fragments"),
    flag("defaultPolicyDisabled", "No default policies"),
    optionalText("addressPoolLocal", "Address pool of remote clients", { names: namesOf("localPool"), absent: "none" }),
  ],
};

export const ipsecSettingsForm: ElementForm<"ipsecSettings"> = {
  kind: "ipsecSettings",
  noun: "IPsec",
  title: () => "settings",
  summary: () => "",
  fields: [
    optionalNumber("lifetimeSeconds", "Lifetime in seconds", { absent: "3600" }),
    {
      control: "text",
      field: "lifetimeKilobytes",
      label: "Lifetime in kilobytes",
      absent: "4608000",
      get: ({ lifetimeKilobytes }) => (lifetimeKilobytes === undefined ? "" : String(lifetimeKilobytes)),
      set: (settings, text) => {
        if (text.trim() === "") return withOptional(settings, "lifetimeKilobytes", undefined);
        const value = text.trim() === "disable" ? ("disable" as const) : wholeNumber(text);
        return value === undefined
          ? "A whole number, or disable, is needed."
          : withOptional(settings, "lifetimeKilobytes", value);
      },
    },
    optionalNumber("idleTimeSeconds", "Idle time in seconds", { absent: "none" }),
    optionalChoice("replayWindow", "Replay window", [64, 128, 256, 512, 1024, "disable"], "64"),
    optionalChoice("dfBit", "DF bit", ["clear", "set", "copy"], "copy"),
    optionalChoice("fragmentation", "Fragmentation", ["before-encryption", "after-encryption"], "before-encryption"),
    flag("natTransparencyDisabled", "No NAT traversal"),
    flag("spiMatching", "Match SPIs behind a translator"),
    optionalChoice("ipv4Deny", "A deny in a crypto access list", ["jump", "clear", "drop"], "jump"),
  ],
};

export const cryptoMapForm: ElementForm<"cryptoMap"> = {
  kind: "cryptoMap",
  noun: "Crypto map set",
  title: (map) => map.name,
  summary: (map) => map.localAddress ?? "",
  fields: [
    identityText("name", "Crypto map"),
    optionalText("localAddress", "Local address", {
      names: namesOf("interface"),
      absent: "the interface that carries the map",
    }),
    optionalText("clientAuthenticationList", "Client authentication list", { names: aaaNames("authentication login") }),
    optionalText("isakmpAuthorizationList", "ISAKMP authorization list", { names: aaaNames("authorization network") }),
    optionalText("isakmpProfile", "ISAKMP profile", { names: namesOf("isakmpProfile") }),
    nameList("clientConfigurationAddress", "Client configuration address", "initiate or respond", () => [
      "initiate",
      "respond",
    ]),
  ],
  create: (router) => {
    const map = [...router.elements.cryptoMapEntry.values()].find(
      (entry) => !router.elements.cryptoMap.has(entry.map),
    )?.map;
    return {
      name: map ?? freeName("VPN", router.elements.cryptoMap),
      clientConfigurationAddress: ["respond"],
      kept: [],
    };
  },
};

export const keyringForm: ElementForm<"keyring"> = {
  kind: "keyring",
  noun: "Keyring",
  title: (keyring) => keyring.name,
  summary: (keyring) => `${String(keyring.keys.length)} ${keyring.keys.length === 1 ? "key" : "keys"}`,
  renames: "keyring",
  fields: [
    identityText("name", "Name"),
    optionalText("vrf", "Front VRF", { identity: true }),
    optionalText("description", "Description"),
    optionalText("localAddress", "Local address", { names: namesOf("interface") }),
  ],
  create: (router) => ({ name: freeName("KEYRING", router.elements.keyring), keys: [], kept: [] }),
};

export const isakmpProfileForm: ElementForm<"isakmpProfile"> = {
  kind: "isakmpProfile",
  noun: "ISAKMP profile",
  title: (profile) => profile.name,
  summary: (profile) => profile.keyrings.join(" "),
  renames: "isakmpProfile",
  fields: [
    identityText("name", "Name"),
    optionalText("description", "Description"),
    optionalText("vrf", "Inside VRF"),
    nameList("keyrings", "Keyrings", "keyring", namesOf("keyring")),
    optionalText("selfIdentity", "Self-identity", { placeholder: "address" }),
    {
      control: "list",
      field: "matches",
      label: "Match identity address",
      member: "identity",
      placeholder: "203.0.113.2 255.255.255.255",
      get: ({ matches }) =>
        matches.flatMap((match) =>
          match.kind === "address" ? [`${formatIpv4(match.address)} ${formatIpv4(match.mask)}`] : [],
        ),
      set: (profile, values) => {
        const read = values.map(readWithMask);
        if (read.includes(undefined)) return "An address and a mask are needed.";
        const others = profile.matches.filter((match) => match.kind !== "address");
        return {
          ...profile,
          matches: [...read.flatMap((one) => (one ? [{ kind: "address" as const, ...one }] : [])), ...others],
        };
      },
    },
    {
      control: "list",
      field: "matches",
      label: "Match identity group",
      member: "group",
      names: namesOf("clientGroup"),
      get: ({ matches }) => matches.flatMap((match) => (match.kind === "group" ? [match.name] : [])),
      set: (profile, names) => ({
        ...profile,
        matches: [
          ...profile.matches.filter((match) => match.kind !== "group"),
          ...names.map((name) => ({ kind: "group" as const, name })),
        ],
      }),
    },
    optionalText("clientAuthenticationList", "Client authentication list", { names: aaaNames("authentication login") }),
    optionalText("isakmpAuthorizationList", "ISAKMP authorization list", { names: aaaNames("authorization network") }),
    optionalText("accounting", "Accounting list", { names: aaaNames("accounting network") }),
    nameList("clientConfigurationAddress", "Client configuration address", "initiate or respond", () => [
      "initiate",
      "respond",
    ]),
    optionalText("clientConfigurationGroup", "Client configuration group", { names: namesOf("clientGroup") }),
    {
      control: "text",
      field: "keepalive",
      label: "Dead peer detection",
      placeholder: "10 3",
      absent: "the router's",
      get: ({ keepalive }) => (keepalive ? `${String(keepalive.seconds)} ${String(keepalive.retrySeconds)}` : ""),
      set: (profile, text) => {
        if (text.trim() === "") return withOptional(profile, "keepalive", undefined);
        const match = /^(\d+)\s+(\d+)$/.exec(text.trim());
        if (!match) return "Seconds, and seconds between retries, are needed: 10 3.";
        return withOptional(profile, "keepalive", { seconds: Number(match[1]), retrySeconds: Number(match[2]) });
      },
    },
    flag("initiateAggressive", "Initiate in aggressive mode"),
    optionalText("localAddress", "Local address", { names: namesOf("interface") }),
    optionalNumber("virtualTemplate", "Virtual template", { absent: "none" }),
  ],
  create: (router) => ({
    name: freeName("PROFILE", router.elements.isakmpProfile),
    keyrings: [],
    matches: [],
    clientConfigurationAddress: [],
    kept: [],
  }),
};

export const localPoolForm: ElementForm<"localPool"> = {
  kind: "localPool",
  noun: "Address pool",
  title: (pool) => pool.name,
  summary: (pool) => `${formatIpv4(pool.start)}${pool.end === undefined ? "" : ` – ${formatIpv4(pool.end)}`}`,
  renames: "localPool",
  fields: [
    identityText("name", "Name"),
    requiredAddress("start", "First address"),
    {
      control: "text",
      field: "end",
      label: "Last address",
      get: (pool) => (pool.end === undefined ? "" : formatIpv4(pool.end)),
      set: (pool, text) => {
        const end = parseIpv4(text.trim());
        return text.trim() !== "" && end === undefined ? "An address is needed." : withOptional(pool, "end", end);
      },
    },
  ],
  create: (router) => ({ name: freeName("VPN-POOL", router.elements.localPool), start: 0x0a64000a, end: 0x0a640063 }),
};

/** Addresses in the order in which a client asks them. */
function addressList<E extends object>(field: keyof E & string, label: string, member: string): ListField<E> {
  return {
    control: "list",
    field,
    label,
    member,
    get: (element) => (element[field] as readonly Ipv4Address[]).map(formatIpv4),
    set: (element, values): Change<E> => {
      const addresses = values.map((text) => parseIpv4(text));
      return addresses.includes(undefined)
        ? "Each of them is an address such as 10.1.0.53."
        : { ...element, [field]: addresses };
    },
  };
}

export const clientGroupForm: ElementForm<"clientGroup"> = {
  kind: "clientGroup",
  noun: "Client group",
  title: (group) => group.name,
  summary: (group) => group.pool ?? "no pool",
  renames: "clientGroup",
  fields: [
    identityText("name", "Name"),
    {
      control: "text",
      field: "key",
      label: "Group key",
      secret: true,
      generated: true,
      identity: true,
      get: (group) => group.key?.text ?? "",
      set: (group, text) => withOptional(group, "key", text === "" ? undefined : { type: group.key?.type ?? 0, text }),
    },
    optionalText("pool", "Address pool", { names: namesOf("localPool") }),
    optionalText("acl", "Split-tunnel list", {
      names: namesOf("accessList"),
      absent: "everything goes through the tunnel",
    }),
    optionalText("domain", "Domain"),
    addressList("dns", "DNS servers", "DNS server"),
    addressList("wins", "WINS servers", "WINS server"),
    nameList("splitDns", "Split DNS", "domain"),
    nameList("backupGateways", "Backup gateways", "gateway"),
    nameList("accessRestrict", "Only by these interfaces", "interface", namesOf("interface")),
    optionalNumber("maxUsers", "Users at most", { absent: "no limit" }),
    optionalNumber("maxLogins", "Logins of one user at most", { absent: "no limit" }),
    flag("savePassword", "Let clients save the password"),
    flag("includeLocalLan", "Let clients reach their own LAN"),
    flag("groupLock", "Lock users to this group"),
    flag("firewallAreUThere", "Ask for a firewall on the client"),
    flag("pfs", "Perfect forward secrecy for clients"),
  ],
  create: (router, newKey) => ({
    name: freeName("REMOTE", router.elements.clientGroup),
    key: { type: 0, text: newKey() },
    ...firstPool(router),
    dns: [],
    wins: [],
    splitDns: [],
    accessRestrict: [],
    backupGateways: [],
    kept: [],
  }),
};

function firstPool(router: Router): { readonly pool?: string } {
  const [pool] = router.elements.localPool.keys();
  return pool === undefined ? {} : { pool };
}

export const aaaListForm: ElementForm<"aaaList"> = {
  kind: "aaaList",
  noun: "AAA list",
  title: (list) => list.name,
  summary: (list) => `${list.service}: ${list.methods.join(" ")}`,
  fields: [
    {
      control: "choice",
      field: "service",
      label: "Service",
      options: ["authentication login", "authorization network", "accounting network"].map((value) => ({
        value,
        label: value,
      })),
      get: (list) => list.service,
      set: (list, service) => ({ ...list, service: service as typeof list.service }),
    },
    identityText("name", "Name"),
    nameList("methods", "Methods", "method", () => ["local", "group radius", "group tacacs+", "none"]),
  ],
  create: () => ({ service: "authentication login", name: "VPN-USERS", methods: ["local"] }),
};

export const userForm: ElementForm<"user"> = {
  kind: "user",
  noun: "User",
  title: (user) => user.name,
  summary: (user) => (user.secret ? "••••••••" : "no password"),
  fields: [
    identityText("name", "Name"),
    {
      control: "text",
      field: "secret",
      label: "Password",
      secret: true,
      generated: true,
      identity: true,
      get: (user) => user.secret?.text ?? "",
      set: (user, text) =>
        text === ""
          ? "A password is needed."
          : { ...user, kind: user.kind ?? "secret", secret: { type: user.secret?.type ?? 0, text } },
    },
  ],
  create: (router, newKey) => ({
    name: freeName("user", router.elements.user),
    kind: "secret",
    secret: { type: 0, text: newKey() },
  }),
};

function aaaNames(service: string): (router: Router) => readonly string[] {
  return (router) =>
    [...router.elements.aaaList.values()].filter((list) => list.service === service).map((list) => list.name);
}
