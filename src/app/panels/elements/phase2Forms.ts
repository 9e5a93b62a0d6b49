import {
  entryKindOf,
  entryTakes,
  formatIpv4,
  parseIpv4,
  type CryptoMapEntry,
  type CryptoMapEntryBody,
  type CryptoMapPeer,
  type DynamicMapEntry,
  type PerfectForwardSecrecy,
  type Router,
  type TransformSet,
} from "../../../core/index.ts";
import {
  identityText,
  flag,
  namesOf,
  nameList,
  optionalChoice,
  optionalNumber,
  optionalText,
  wholeNumber,
  withOptional,
  type Change,
  type ChoiceField,
  type ElementForm,
  type FieldSpec,
  type ListField,
} from "../form/fieldSpec.ts";
import { freeNumber } from "./phase1Forms.ts";

const ciphers = [
  "esp-null",
  "esp-des",
  "esp-3des",
  "esp-aes",
  "esp-aes 192",
  "esp-aes 256",
  "esp-gcm",
  "esp-gcm 192",
  "esp-gcm 256",
  "esp-gmac",
  "esp-gmac 192",
  "esp-gmac 256",
  "esp-seal",
];
const espAuthenticators = ["esp-md5-hmac", "esp-sha-hmac", "esp-sha256-hmac", "esp-sha384-hmac", "esp-sha512-hmac"];
const ahAuthenticators = ["ah-md5-hmac", "ah-sha-hmac", "ah-sha256-hmac", "ah-sha384-hmac", "ah-sha512-hmac"];

/** One class of transforms, of which a set takes at most one. */
function transformChoice(label: string, words: readonly string[]): ChoiceField<TransformSet> {
  const find = (set: TransformSet) => set.transforms.find((transform) => words.includes(normal(transform)));
  return {
    control: "choice",
    field: "transforms",
    label,
    options: [{ value: "", label: "none" }, ...words.map((value) => ({ value, label: value }))],
    get: (set) => normal(find(set) ?? ""),
    set: (set, value): Change<TransformSet> => {
      const old = find(set);
      if (old !== undefined) {
        const transforms =
          value === ""
            ? set.transforms.filter((one) => one !== old)
            : set.transforms.map((one) => (one === old ? value : one));
        return transforms.length === 0 ? "A transform set needs at least one transform." : { ...set, transforms };
      }
      return value === "" ? set : { ...set, transforms: inOrder([...set.transforms, value]) };
    },
  };
}

/** A bare cipher has 128 bits, which IOS does not print. */
function normal(transform: string): string {
  return transform.replace(/ 128$/, "");
}

const classes = [ahAuthenticators, ciphers, espAuthenticators, ["comp-lzs"]];

/** The order in which people write transforms: AH, cipher, authenticator, compression. */
function inOrder(transforms: readonly string[]): readonly string[] {
  return classes.flatMap((words) => transforms.filter((transform) => words.includes(normal(transform))));
}

export const transformSetForm: ElementForm<"transformSet"> = {
  kind: "transformSet",
  noun: "Transform set",
  title: (set) => set.name,
  summary: (set) => set.transforms.join(" "),
  renames: "transformSet",
  fields: [
    identityText("name", "Name"),
    transformChoice("ESP encryption", ciphers),
    transformChoice("ESP authentication", espAuthenticators),
    transformChoice("AH authentication", ahAuthenticators),
    transformChoice("Compression", ["comp-lzs"]),
    optionalChoice("mode", "Mode", ["tunnel", "transport"], "tunnel"),
  ],
  create: (router) => ({
    name: freeName("TS", router.elements.transformSet),
    transforms: ["esp-aes 256", "esp-sha256-hmac"],
    mode: "tunnel",
    kept: [],
  }),
};

const groups = [1, 2, 5, 14, 15, 16, 19, 20, 21, 24] as const;

function pfsField<E extends CryptoMapEntryBody>(): ChoiceField<E> {
  return {
    control: "choice",
    field: "pfs",
    label: "Perfect forward secrecy",
    absent: "none",
    options: [
      { value: "", label: "none (default)" },
      { value: "bare", label: "on, group left to IOS" },
      ...groups.map((group) => ({ value: String(group), label: `group ${String(group)}` })),
    ],
    get: (entry) => (entry.pfs === undefined ? "" : String(entry.pfs)),
    set: (entry, value) => {
      const chosen: PerfectForwardSecrecy | undefined =
        value === "bare" ? "bare" : groups.find((group) => String(group) === value);
      return withOptional(entry, "pfs", chosen);
    },
  };
}

function peersField<E extends CryptoMapEntryBody>(): ListField<E> {
  return {
    control: "list",
    field: "peers",
    label: "Peers",
    member: "peer",
    placeholder: "203.0.113.2",
    get: (entry) => entry.peers.map(peerLine),
    set: (entry, values): Change<E> => {
      const peers = values.map(readPeerLine);
      const refused = peers.find((peer) => typeof peer === "string");
      if (typeof refused === "string") return refused;
      return { ...entry, peers: peers.filter((peer) => typeof peer !== "string") };
    },
  };
}

/** A peer as it is typed behind `set peer`. */
function peerLine({ peer, dynamic, default: isDefault }: CryptoMapPeer): string {
  return [
    peer.kind === "address" ? formatIpv4(peer.address) : peer.hostname,
    dynamic ? "dynamic" : "",
    isDefault ? "default" : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function readPeerLine(text: string): CryptoMapPeer | string {
  const [who = "", ...flags] = text.trim().split(/\s+/);
  if (who === "" || flags.some((word) => word !== "dynamic" && word !== "default"))
    return "A peer is an address or a host name, with dynamic or default behind it.";
  const address = parseIpv4(who);
  if (address === undefined && /^[\d.]+$/.test(who)) return `${who} is no address.`;
  return {
    peer: address === undefined ? { kind: "hostname", hostname: who } : { kind: "address", address },
    ...(flags.includes("dynamic") && { dynamic: true as const }),
    ...(flags.includes("default") && { default: true as const }),
  };
}

/** The lines of an entry that its kind takes: one by hand negotiates nothing, and an anchor has no lines of its own. */
function bodyFields<E extends CryptoMapEntry | DynamicMapEntry>(): readonly FieldSpec<E>[] {
  const has = (entry: E, field: string): boolean => {
    const value = (entry as unknown as Readonly<Record<string, unknown>>)[field];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  };
  return allBodyFields<E>().map((field) => ({
    ...field,
    shown: (entry: E) => entryTakes(entryKindOf(entry), field.field) || has(entry, field.field),
  }));
}

function allBodyFields<E extends CryptoMapEntryBody>(): readonly FieldSpec<E>[] {
  return [
    optionalText("description", "Description"),
    peersField(),
    optionalText("matchAddress", "Crypto access list", { names: namesOf("accessList"), placeholder: "VPN-BRANCH" }),
    nameList("transformSets", "Transform sets", "transform set", namesOf("transformSet")),
    pfsField(),
    optionalNumber("lifetimeSeconds", "Lifetime in seconds", { absent: "the router's, at last 3600" }),
    {
      control: "text",
      field: "lifetimeKilobytes",
      label: "Lifetime in kilobytes",
      absent: "the router's, at last 4608000",
      get: (entry) => (entry.lifetimeKilobytes === undefined ? "" : String(entry.lifetimeKilobytes)),
      set: (entry, text): Change<E> => {
        if (text.trim() === "") return withOptional(entry, "lifetimeKilobytes", undefined);
        if (text.trim() === "disable") return withOptional(entry, "lifetimeKilobytes", "disable");
        const kilobytes = wholeNumber(text);
        return kilobytes === undefined
          ? "A whole number, or disable, is needed."
          : withOptional(entry, "lifetimeKilobytes", kilobytes);
      },
    },
    optionalNumber("idleTimeSeconds", "Idle time in seconds", { absent: "none" }),
    optionalChoice("replayWindow", "Replay window", [64, 128, 256, 512, 1024, "disable"], "the router's, at last 64"),
    optionalText("isakmpProfile", "ISAKMP profile", { names: namesOf("isakmpProfile") }),
    optionalText("ikev2Profile", "IKEv2 profile", { names: namesOf("ikev2Profile") }),
    optionalText("accessGroupIn", "Filter behind decryption", { names: namesOf("accessList"), absent: "none" }),
    optionalText("accessGroupOut", "Filter before encryption", { names: namesOf("accessList"), absent: "none" }),
    {
      control: "choice",
      field: "reverseRoute",
      label: "Reverse route",
      absent: "none",
      options: [
        { value: "", label: "none (default)" },
        { value: "up", label: "while the tunnel is up" },
        { value: "static", label: "always (static)" },
      ],
      get: ({ reverseRoute }) => (reverseRoute === undefined ? "" : reverseRoute.static ? "static" : "up"),
      set: (entry, value) => {
        const { static: _, ...rest } = entry.reverseRoute ?? {};
        return withOptional(
          entry,
          "reverseRoute",
          value === "" ? undefined : value === "static" ? { ...rest, static: true } : rest,
        );
      },
    },
    flag("perHost", "One security association per pair of hosts"),
    flag("qosPreClassify", "Classify before encryption (qos pre-classify)"),
  ];
}

export const cryptoMapEntryForm: ElementForm<"cryptoMapEntry"> = {
  kind: "cryptoMapEntry",
  noun: "Crypto map entry",
  title: (entry) => `${entry.map} ${String(entry.sequence)}`,
  summary: (entry) =>
    entry.dynamicMap === undefined ? entry.peers.map(peerLine).join(", ") || "no peer" : `dynamic ${entry.dynamicMap}`,
  fields: [
    identityText("map", "Crypto map"),
    sequenceField<CryptoMapEntry>(),
    {
      control: "choice",
      field: "type",
      label: "Type",
      options: [
        { value: "ipsec-isakmp", label: "ipsec-isakmp: negotiated" },
        { value: "ipsec-manual", label: "ipsec-manual: keys by hand" },
      ],
      get: (entry) => entry.type,
      set: (entry, type) => ({ ...entry, type: type === "ipsec-manual" ? "ipsec-manual" : "ipsec-isakmp" }),
    },
    optionalText("dynamicMap", "Dynamic map", {
      absent: "a static entry",
      names: (router) => [...new Set([...router.elements.dynamicMapEntry.values()].map((entry) => entry.map))],
      shown: (entry) => entry.type === "ipsec-isakmp" || entry.dynamicMap !== undefined,
    }),
    ...bodyFields<CryptoMapEntry>(),
  ],
  create: (router) => {
    const map =
      [...router.elements.cryptoMapEntry.values()][0]?.map ??
      [...router.elements.interface.values()].find((one) => one.cryptoMap)?.cryptoMap?.name ??
      "VPN";
    return {
      map,
      sequence: freeSequence(router, map),
      type: "ipsec-isakmp",
      peers: [],
      transformSets: [...router.elements.transformSet.keys()].slice(0, 1),
      sessionKeys: [],
      kept: [],
    };
  },
};

export const dynamicMapEntryForm: ElementForm<"dynamicMapEntry"> = {
  kind: "dynamicMapEntry",
  noun: "Dynamic map entry",
  title: (entry) => `${entry.map} ${String(entry.sequence)}`,
  summary: (entry) => entry.transformSets.join(" "),
  fields: [identityText("map", "Dynamic map"), sequenceField<DynamicMapEntry>(), ...bodyFields<DynamicMapEntry>()],
  create: (router) => ({
    map: "DYN",
    sequence: freeNumber(
      [...router.elements.dynamicMapEntry.values()]
        .filter((entry) => entry.map === "DYN")
        .map((entry) => entry.sequence),
    ),
    peers: [],
    transformSets: [...router.elements.transformSet.keys()].slice(0, 1),
    sessionKeys: [],
    kept: [],
  }),
};

function sequenceField<E extends { readonly sequence: number }>(): FieldSpec<E> {
  return {
    control: "text",
    field: "sequence",
    label: "Sequence",
    identity: true,
    get: (entry) => String(entry.sequence),
    set: (entry, text): Change<E> => {
      const sequence = wholeNumber(text);
      return sequence === undefined ? "A whole number is needed; the lowest is tried first." : { ...entry, sequence };
    },
  };
}

/** The lowest free one in tens: a dynamic entry, which must be tried last, stands at a high number. */
function freeSequence(router: Router, map: string): number {
  const entries = [...router.elements.cryptoMapEntry.values()].filter((entry) => entry.map === map);
  return freeNumber(entries.map((entry) => entry.sequence));
}

/** A name with the first number that makes it free: TS, TS2, TS3. */
export function freeName(stem: string, taken: ReadonlyMap<string, unknown>): string {
  let name = stem;
  for (let number = 2; taken.has(name); number += 1) name = `${stem}${String(number)}`;
  return name;
}
