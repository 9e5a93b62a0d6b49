import fc from "fast-check";
import type { Ikev2Keyring, Ikev2KeyringPeer, Ikev2Policy, Ikev2Profile, Ikev2Proposal } from "../model/ikev2.ts";
import type { AaaList, AaaServer, ClientGroup, LocalPool, User } from "../model/remoteAccess.ts";
import { formatIpv4 } from "../net/ipv4.ts";
import {
  address,
  anyName,
  flag,
  interfaceName,
  keptLines,
  mask,
  names,
  partial,
  password,
  secret,
  text,
} from "./arbitraryValues.ts";

const kept = keptLines;

export const aaaList: fc.Arbitrary<AaaList> = fc.record({
  service: fc.constantFrom(
    "authentication login" as const,
    "authorization network" as const,
    "accounting network" as const,
  ),
  name: anyName,
  methods: fc.uniqueArray(fc.constantFrom("local", "none", "group radius", "group tacacs+", "group SERVERS"), {
    minLength: 1,
    maxLength: 3,
  }),
});

export const user: fc.Arbitrary<User> = fc.oneof(
  partial<User>({ name: anyName, privilege: fc.integer({ min: 0, max: 15 }) } as never, "name"),
  partial<User>(
    {
      name: anyName,
      privilege: fc.integer({ min: 0, max: 15 }),
      kind: fc.constantFrom("secret" as const, "password" as const),
      secret: password,
    },
    "name",
    "kind",
    "secret",
  ),
);

const port = fc.integer({ min: 1, max: 65535 });
const timeoutSeconds = fc.integer({ min: 1, max: 1000 });
const retransmit = fc.integer({ min: 1, max: 100 });
const none = fc.constant([]);

export const aaaServer: fc.Arbitrary<AaaServer> = fc.oneof(
  partial<AaaServer>(
    {
      protocol: fc.constant("radius" as const),
      name: address.map(formatIpv4),
      authPort: port,
      acctPort: port,
      timeoutSeconds,
      retransmit,
      aliases: fc.uniqueArray(address.map(formatIpv4), { maxLength: 2 }),
      key: secret,
      kept: none,
    } as never,
    "protocol",
    "name",
    "aliases",
    "kept",
  ),
  partial<AaaServer>(
    {
      protocol: fc.constant("tacacs" as const),
      name: address.map(formatIpv4),
      port,
      timeoutSeconds,
      singleConnection: flag,
      aliases: none,
      key: secret,
      kept: none,
    } as never,
    "protocol",
    "name",
    "aliases",
    "kept",
  ),
  partial<AaaServer>(
    {
      protocol: fc.constant("radius" as const),
      name: anyName,
      block: flag,
      address: address.map(formatIpv4),
      authPort: port,
      acctPort: port,
      timeoutSeconds,
      retransmit,
      aliases: none,
      key: secret,
      kept,
    } as never,
    "protocol",
    "name",
    "block",
    "address",
    "aliases",
    "kept",
  ),
  partial<AaaServer>(
    {
      protocol: fc.constant("tacacs" as const),
      name: anyName,
      block: flag,
      address: address.map(formatIpv4),
      port,
      timeoutSeconds,
      singleConnection: flag,
      aliases: none,
      key: secret,
      kept,
    } as never,
    "protocol",
    "name",
    "block",
    "aliases",
    "kept",
  ),
);

export const localPool = partial<LocalPool>({ name: anyName, start: address, end: address }, "name", "start");

export const clientGroup = partial<ClientGroup>(
  {
    name: anyName,
    key: secret,
    pool: anyName,
    domain: anyName,
    dns: fc.array(address, { maxLength: 2 }),
    wins: fc.array(address, { maxLength: 2 }),
    splitDns: names(3, 0),
    acl: anyName,
    netmask: mask,
    includeLocalLan: flag,
    firewallAreUThere: flag,
    accessRestrict: fc.uniqueArray(interfaceName, { maxLength: 2 }),
    savePassword: flag,
    groupLock: flag,
    pfs: flag,
    maxUsers: fc.integer({ min: 1, max: 5000 }),
    maxLogins: fc.integer({ min: 1, max: 10 }),
    backupGateways: names(2, 0),
    kept,
  },
  "name",
  "dns",
  "wins",
  "splitDns",
  "accessRestrict",
  "backupGateways",
  "kept",
);

const hashes = fc.uniqueArray(fc.constantFrom("md5", "sha1", "sha256", "sha384", "sha512"), { maxLength: 3 });

export const ikev2Proposal: fc.Arbitrary<Ikev2Proposal> = fc.record({
  name: anyName,
  encryption: fc.uniqueArray(fc.constantFrom("des", "3des", "aes-cbc-128", "aes-cbc-256", "aes-gcm-256"), {
    maxLength: 3,
  }),
  integrity: hashes,
  prf: hashes,
  groups: fc.uniqueArray(fc.constantFrom(1, 2, 5, 14, 15, 16, 19, 20, 21, 24), { maxLength: 4 }),
  kept,
});

export const ikev2Policy = partial<Ikev2Policy>(
  {
    name: anyName,
    proposals: names(3, 0),
    matchFvrf: fc.oneof(anyName, fc.constant("any")),
    matchAddressLocal: fc.uniqueArray(address.map(formatIpv4), { maxLength: 2 }),
    kept,
  },
  "name",
  "proposals",
  "matchAddressLocal",
  "kept",
);

const ikev2Secret = secret;

const keyringPeer = partial<Ikev2KeyringPeer>(
  {
    name: anyName,
    description: text,
    address: fc.oneof(address.map(formatIpv4), fc.constant("0.0.0.0 0.0.0.0")),
    hostname: anyName,
    identity: fc.constantFrom("address 192.0.2.1", "fqdn hub.example.net", "key-id 12"),
    keys: fc.oneof(
      fc.tuple(fc.record({ secret: ikev2Secret })),
      fc.tuple(
        fc.record({ side: fc.constant("local" as const), secret: ikev2Secret }),
        fc.record({
          side: fc.constant("remote" as const),
          hex: flag,
          secret: fc.constant({ type: 0 as const, text: "0A1B2C" }),
        }),
      ),
      fc.constant([]),
    ),
    kept,
  },
  "name",
  "keys",
  "kept",
);

export const ikev2Keyring: fc.Arbitrary<Ikev2Keyring> = fc.record({
  name: anyName,
  peers: fc.uniqueArray(keyringPeer, { maxLength: 2, selector: (peer) => peer.name }),
  kept,
});

export const ikev2Profile = partial<Ikev2Profile>(
  {
    name: anyName,
    description: text,
    matches: fc.uniqueArray(fc.constantFrom("identity remote any", "fvrf any", "address local interface Tunnel1"), {
      maxLength: 3,
    }),
    identityLocal: fc.constantFrom("dn", "fqdn hub.example.net"),
    authentication: fc.uniqueArray(fc.constantFrom("local pre-share", "remote rsa-sig"), { maxLength: 2 }),
    keyring: fc.constantFrom("local KEYS", "aaa LIST"),
    lifetimeSeconds: fc.integer({ min: 120, max: 86399 }),
    dpd: fc.constantFrom("10 2 on-demand", "30 5 periodic"),
    ivrf: anyName,
    kept,
  },
  "name",
  "matches",
  "authentication",
  "kept",
);
