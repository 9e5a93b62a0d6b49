import fc from "fast-check";
import { DIFFIE_HELLMAN_GROUPS } from "../ios/keywordArguments.ts";
import { KEY_SIZES, SIZED_CIPHERS, TRANSFORM_CLASSES } from "../ios/transformArguments.ts";
import type { CryptoMap, CryptoMapEntry, CryptoMapEntryBody, DynamicMapEntry, SessionKey } from "../model/cryptoMap.ts";
import type { IpsecProfile, IpsecSettings } from "../model/ipsec.ts";
import type {
  IdentityMatch,
  IsakmpKey,
  IsakmpPeer,
  IsakmpPolicy,
  IsakmpProfile,
  IsakmpSettings,
  Keyring,
} from "../model/isakmp.ts";
import { formatIpv4 } from "../net/ipv4.ts";
import type { TransformSet } from "../model/transformSet.ts";
import { keyPeerName } from "../model/router.ts";
import {
  address,
  anyName,
  flag,
  hexadecimal,
  interfaceName,
  keptLines,
  keyPeer,
  mask,
  names,
  partial,
  secret,
  text,
} from "./arbitraryValues.ts";

const kept = keptLines;
const group = fc.constantFrom(...DIFFIE_HELLMAN_GROUPS);
const lifetimes = {
  lifetimeSeconds: fc.integer({ min: 120, max: 86400 }),
  lifetimeKilobytes: fc.oneof(fc.integer({ min: 2560, max: 536870912 }), fc.constant("disable" as const)),
  lifetimeDays: fc.integer({ min: 1, max: 30 }),
};
const replayWindow = fc.constantFrom<number | "disable">(64, 128, 256, 512, 1024, "disable");
const clientConfigurationAddress = fc.uniqueArray(fc.constantFrom("initiate" as const, "respond" as const));

/** Fields that equal IOS's default are absent in the model, so none is generated. */
export const isakmpPolicy = partial<IsakmpPolicy>(
  {
    priority: fc.integer({ min: 1, max: 10000 }),
    encryption: fc.constantFrom("3des" as const, "aes 128" as const, "aes 192" as const, "aes 256" as const),
    hash: fc.constantFrom("md5" as const, "sha256" as const, "sha384" as const, "sha512" as const),
    authentication: fc.constantFrom("pre-share" as const, "rsa-encr" as const),
    group: fc.constantFrom(...DIFFIE_HELLMAN_GROUPS.slice(1)),
    lifetimeSeconds: fc.integer({ min: 60, max: 86399 }),
    kept,
  },
  "priority",
  "kept",
);

export const isakmpKey = partial<IsakmpKey>({ secret, peer: keyPeer, noXauth: flag }, "secret", "peer");

export const isakmpSettings = partial<IsakmpSettings>({
  disabled: flag,
  identity: fc.constantFrom("dn" as const, "hostname" as const),
  keepalive: partial<NonNullable<IsakmpSettings["keepalive"]>>(
    {
      seconds: fc.integer({ min: 10, max: 3600 }),
      retrySeconds: fc.integer({ min: 2, max: 60 }),
      mode: fc.constant("periodic" as const),
    },
    "seconds",
  ),
  natKeepaliveSeconds: fc.integer({ min: 5, max: 3600 }),
  xauthTimeoutSeconds: fc.integer({ min: 5, max: 59 }),
  aggressiveModeDisabled: flag,
  invalidSpiRecovery: flag,
  fragmentation: flag,
  defaultPolicyDisabled: flag,
  addressPoolLocal: anyName,
});

export const isakmpPeer = partial<IsakmpPeer>(
  {
    peer: fc.oneof(
      address.map((one) => `address ${formatIpv4(one)}`),
      fc.tuple(anyName, anyName).map(([host, vrf]) => `hostname ${host} vrf ${vrf}`),
    ),
    description: text,
    aggressiveClientEndpoint: fc.constantFrom("fqdn branch.example.net", "user-fqdn user@example.net"),
    aggressivePassword: secret,
    kept,
  },
  "peer",
  "kept",
);

const localAddress = fc.oneof(
  interfaceName,
  address.map(formatIpv4),
  fc.tuple(interfaceName, anyName).map((two) => two.join(" ")),
);

export const keyring = partial<Keyring>(
  {
    name: anyName,
    vrf: anyName,
    description: text,
    localAddress,
    keys: fc.uniqueArray(fc.record({ secret, peer: keyPeer }), {
      maxLength: 3,
      selector: ({ peer }) => keyPeerName(peer),
    }),
    kept,
  },
  "name",
  "keys",
  "kept",
);

const identityMatch: fc.Arbitrary<IdentityMatch> = fc.oneof(
  partial<Extract<IdentityMatch, { kind: "address" }>>(
    { kind: fc.constant("address" as const), address, mask, vrf: anyName },
    "kind",
    "address",
    "mask",
  ),
  partial<Extract<IdentityMatch, { kind: "host" | "user" }>>(
    { kind: fc.constantFrom("host" as const, "user" as const), domain: flag, name: anyName },
    "kind",
    "name",
  ),
  fc.record({ kind: fc.constant("group" as const), name: anyName }),
  fc.record({ kind: fc.constant("certificate" as const), map: anyName }),
);

export const isakmpProfile = partial<IsakmpProfile>(
  {
    name: anyName,
    description: text,
    vrf: anyName,
    keyrings: names(2, 0),
    selfIdentity: fc.constantFrom("address", "fqdn hub.example.net", "user-fqdn hub@example.net"),
    matches: fc.uniqueArray(identityMatch, { maxLength: 3, selector: (match) => JSON.stringify(match) }),
    trustPoint: anyName,
    clientAuthenticationList: anyName,
    isakmpAuthorizationList: anyName,
    clientConfigurationAddress,
    clientConfigurationGroup: anyName,
    initiateAggressive: flag,
    keepalive: fc.record({
      seconds: fc.integer({ min: 10, max: 3600 }),
      retrySeconds: fc.integer({ min: 2, max: 60 }),
    }),
    localAddress,
    accounting: anyName,
    virtualTemplate: fc.integer({ min: 1, max: 4095 }),
    qosGroup: fc.integer({ min: 1, max: 1023 }),
    kept,
  },
  "name",
  "keyrings",
  "matches",
  "clientConfigurationAddress",
  "kept",
);

/** At most one transform of each class, in any order. */
const transforms = fc
  .record(
    Object.fromEntries(
      Object.entries(TRANSFORM_CLASSES).map(([kind, words]) => [kind, fc.option(fc.constantFrom<string>(...words))]),
    ),
  )
  .chain((chosen) =>
    fc.shuffledSubarray(
      Object.values(chosen).filter((word) => word !== null),
      { minLength: 0 },
    ),
  )
  .chain((words) =>
    fc.tuple(
      ...words.map((word) =>
        SIZED_CIPHERS.has(word)
          ? fc.constantFrom("", ...KEY_SIZES.slice(1)).map((size) => `${word} ${size}`.trim())
          : fc.constant(word),
      ),
    ),
  )
  .map((list) => (list.length === 0 ? ["esp-aes", "esp-sha-hmac"] : list));

export const transformSet = partial<TransformSet>(
  {
    name: anyName,
    transforms,
    mode: fc.constant("transport" as const),
    modeRequire: flag,
    extendedSequenceNumbers: flag,
    kept,
  },
  "name",
  "transforms",
  "kept",
).map((set): TransformSet => {
  const { modeRequire, ...rest } = set;
  return modeRequire === true && set.mode === "transport" ? set : rest;
});

export const ipsecSettings = partial<IpsecSettings>({
  lifetimeSeconds: fc.integer({ min: 120, max: 3599 }),
  lifetimeKilobytes: fc.oneof(fc.integer({ min: 2560, max: 4607999 }), fc.constant("disable" as const)),
  lifetimeDays: fc.integer({ min: 1, max: 30 }),
  idleTimeSeconds: fc.integer({ min: 60, max: 86400 }),
  replayWindow: fc.constantFrom<number | "disable">(128, 256, 512, 1024, "disable"),
  dfBit: fc.constantFrom("clear" as const, "set" as const),
  fragmentation: fc.constant("after-encryption" as const),
  natTransparencyDisabled: flag,
  spiMatching: flag,
  ipv4Deny: fc.constantFrom("clear" as const, "drop" as const),
  optional: partial<NonNullable<IpsecSettings["optional"]>>({
    retrySeconds: fc.integer({ min: 60, max: 86400 }),
  }),
  complianceShieldDisabled: flag,
});

export const ipsecProfile = partial<IpsecProfile>(
  {
    ...lifetimes,
    name: anyName,
    description: text,
    transformSets: names(6, 0),
    pfs: fc.oneof(group, fc.constant("bare" as const)),
    isakmpProfile: anyName,
    ikev2Profile: anyName,
    idleTimeSeconds: fc.integer({ min: 60, max: 86400 }),
    replayWindow,
    responderOnly: flag,
    kept,
  },
  "name",
  "transformSets",
  "kept",
);

export const cryptoMap = partial<CryptoMap>(
  {
    name: anyName,
    localAddress: interfaceName,
    clientAuthenticationList: anyName,
    isakmpAuthorizationList: anyName,
    clientConfigurationAddress,
    clientAccountingList: anyName,
    isakmpProfile: anyName,
    kept: fc.constant([]),
  },
  "name",
  "localAddress",
  "clientConfigurationAddress",
  "kept",
);

const spi = fc.integer({ min: 256, max: 4294967295 });

const sessionKeys = fc
  .tuple(
    ...(["inbound", "outbound"] as const).flatMap((direction) => [
      fc.option(
        fc.record({ direction: fc.constant(direction), protocol: fc.constant("ah" as const), spi, key: hexadecimal }),
      ),
      fc.option(
        partial<SessionKey>(
          {
            direction: fc.constant(direction),
            protocol: fc.constant("esp" as const),
            spi,
            key: hexadecimal,
            authenticatorKey: hexadecimal,
          },
          "direction",
          "protocol",
          "spi",
          "key",
        ),
      ),
    ]),
  )
  .map((keys) => keys.filter((key) => key !== null) as SessionKey[]);

const peers = fc.uniqueArray(
  partial<CryptoMapEntryBody["peers"][number]>(
    {
      peer: fc.oneof(
        fc.record({ kind: fc.constant("address" as const), address }),
        fc.record({ kind: fc.constant("hostname" as const), hostname: anyName }),
      ),
      dynamic: flag,
      default: flag,
    },
    "peer",
  ),
  { maxLength: 3, selector: ({ peer }) => JSON.stringify(peer) },
);

const body = {
  ...lifetimes,
  description: text,
  peers,
  transformSets: names(6, 0),
  pfs: fc.oneof(group, fc.constant("bare" as const)),
  matchAddress: fc.oneof(anyName, fc.integer({ min: 100, max: 199 }).map(String)),
  perHost: flag,
  idleTimeSeconds: fc.integer({ min: 60, max: 86400 }),
  idleTimeDefault: flag,
  replayWindow,
  isakmpProfile: anyName,
  ikev2Profile: anyName,
  identity: anyName,
  natDemux: flag,
  accessGroupIn: anyName,
  accessGroupOut: anyName,
  reverseRouteDistance: fc.integer({ min: 1, max: 255 }),
  reverseRouteTag: fc.integer({ min: 1, max: 4294967295 }),
  reverseRouteGateway: address,
  reverseRoute: fc.oneof(
    fc.constant({}),
    fc.constant({ static: true as const }),
    fc.constant({ remotePeerItself: true as const }),
    fc.integer({ min: 1, max: 4294967295 }).map((tag) => ({ tag })),
    partial<{ remotePeer: string; gateway?: true; static?: true }>(
      { remotePeer: address.map(formatIpv4), gateway: flag, static: flag },
      "remotePeer",
    ),
  ),
  qosPreClassify: flag,
  sessionKeys,
  kept,
};

function plausible<E extends CryptoMapEntryBody>(entry: E): E {
  if (entry.idleTimeSeconds !== undefined || entry.idleTimeDefault === undefined) return entry;
  const { idleTimeDefault: _alone, ...rest } = entry;
  return rest as E;
}

const always = ["map", "sequence", "peers", "transformSets", "sessionKeys", "kept"] as const;

/** Few names, so that entries share their set. */
const mapName = fc.constantFrom("VPN", "BACKUP", "REMOTE");

export const cryptoMapEntry = partial<CryptoMapEntry>(
  {
    ...body,
    map: mapName,
    sequence: fc.integer({ min: 1, max: 65535 }),
    type: fc.constantFrom("ipsec-isakmp" as const, "ipsec-manual" as const, "gdoi" as const),
    dynamicMap: anyName,
    discover: flag,
    profile: anyName,
  },
  ...always,
  "type",
).map((entry): CryptoMapEntry => {
  const { discover, dynamicMap, profile, ...rest } = plausible(entry);
  if (dynamicMap !== undefined) return { ...rest, dynamicMap, ...(discover === true ? { discover } : {}) };
  return profile === undefined ? rest : { ...rest, profile };
});

export const dynamicMapEntry = partial<DynamicMapEntry>(
  { ...body, map: mapName, sequence: fc.integer({ min: 1, max: 65535 }) },
  ...always,
).map(plausible);
