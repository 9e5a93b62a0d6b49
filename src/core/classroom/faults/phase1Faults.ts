import { boundProfile } from "../../derive/isakmpIdentity.ts";
import { primaryAddress } from "../../derive/interfaceAddresses.ts";
import { putEdit, removeEdit } from "../../edit/elementEdits.ts";
import { freeName } from "../../edit/freeName.ts";
import { elementName } from "../../model/elements.ts";
import type { CryptoMapPeer } from "../../model/cryptoMap.ts";
import type { IsakmpKey, IsakmpPolicy, Keyring } from "../../model/isakmp.ts";
import { formatIpv4, type Ipv4Address } from "../../net/ipv4.ts";
import { cryptoListOf, type FaultEnd, type FaultKind, type FaultTarget, type FaultVariant } from "./fault.ts";

/** The end's policy that the tunnel came up with. */
function policyOf({ judged, near }: FaultTarget): IsakmpPolicy | undefined {
  const agreement = judged.aToB?.phase1 ?? judged.bToA?.phase1;
  const priority = agreement?.policy[near.end === judged.peering.a ? "a" : "b"];
  return priority === null || priority === undefined ? undefined : near.elements.isakmpPolicy.get(String(priority));
}

function policyVariant({ near }: FaultTarget, policy: IsakmpPolicy, changed: IsakmpPolicy, what: string): FaultVariant {
  return {
    story: `On ${near.name}, ISAKMP policy ${policy.priority} ${what}.`,
    edits: [putEdit(near.router.id, "isakmpPolicy", changed)],
    places: [{ router: near.router.id, kind: "isakmpPolicy", name: String(policy.priority) }],
  };
}

const policyMismatch: FaultKind = {
  rank: 2,
  name: "The ISAKMP policies do not match",
  weight: 13,
  area: "Phase 1: what does the first message offer, and what does the other side hold?",
  variants: (target) => {
    const policy = policyOf(target);
    if (!policy) return [];
    const { encryption, hash: _hash, ...bare } = policy;
    const group = policy.group === 5 ? 14 : 5;
    const cipher = encryption === "aes 128" ? "aes 256" : "aes 128";
    return [
      policyVariant(target, policy, { ...policy, group }, `got group ${group}`),
      policyVariant(target, policy, { ...policy, encryption: cipher }, `got encryption ${cipher}`),
      ...(encryption === undefined
        ? []
        : [
            policyVariant(
              target,
              policy,
              { ...bare, ...hashOf(policy) },
              "lost its encryption line, so the default, DES, holds",
            ),
          ]),
      ...(policy.hash === undefined
        ? []
        : [
            policyVariant(
              target,
              policy,
              { ...bare, ...cipherOf(policy) },
              "lost its hash line, so the default, SHA, holds",
            ),
          ]),
    ];
  },
};

function hashOf({ hash }: IsakmpPolicy): Pick<IsakmpPolicy, "hash"> {
  return hash === undefined ? {} : { hash };
}

function cipherOf({ encryption }: IsakmpPolicy): Pick<IsakmpPolicy, "encryption"> {
  return encryption === undefined ? {} : { encryption };
}

const lifetimesDiffer: FaultKind = {
  rank: 18,
  name: "The lifetimes differ",
  weight: 4,
  area: "The tunnel stays up. What do the two ends count differently?",
  variants: (target) => {
    const policy = policyOf(target);
    if (!policy) return [];
    const lifetimeSeconds = policy.lifetimeSeconds === 3600 ? 7200 : 3600;
    return [
      policyVariant(target, policy, { ...policy, lifetimeSeconds }, `got a lifetime of ${lifetimeSeconds} seconds`),
    ];
  },
};

/** The global key that an end uses for the other one, where it is in clear text. */
function keyOf({ near, far }: FaultTarget): IsakmpKey | undefined {
  const address = far.end.address;
  if (address === null) return undefined;
  const fitting = [...near.elements.isakmpKey.values()].filter(
    ({ peer, secret }) => peer.kind === "address" && secret.type === 0 && ((peer.address ^ address) & peer.mask) === 0,
  );
  return fitting.find(({ peer }) => peer.kind === "address" && peer.address === address) ?? fitting[0];
}

function keyVariant({ near }: FaultTarget, key: IsakmpKey, changed: IsakmpKey | null, story: string): FaultVariant {
  const name = elementName("isakmpKey", key);
  return {
    story: `On ${near.name}, ${story}.`,
    edits: changed
      ? [putEdit(near.router.id, "isakmpKey", changed, name)]
      : [removeEdit(near.router.id, "isakmpKey", name)],
    places: [
      changed
        ? { router: near.router.id, kind: "isakmpKey", name: elementName("isakmpKey", changed) }
        : { router: near.router.id, kind: "cryptoMapEntry", name: `${near.end.cryptoMap} ${near.end.sequence}` },
    ],
  };
}

const keysDiffer: FaultKind = {
  rank: 3,
  name: "The pre-shared keys differ",
  weight: 12,
  area: "Phase 1: the policies agree. What proves who the other one is?",
  variants: (target) => {
    const key = keyOf(target);
    if (!key) return [];
    const { text } = key.secret;
    const turned = text.replace(/[a-z]/i, (letter) =>
      letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
    );
    const slips = [
      ...(turned === text ? [] : [[turned, "has a letter in the other case"] as const]),
      [text.slice(0, -1), "lost its last character"] as const,
      [`${text}${text.slice(-1)}`, "has its last character twice"] as const,
    ];
    return slips
      .filter(([wrong]) => wrong.length >= 1)
      .map(([wrong, what]) =>
        keyVariant(target, key, { ...key, secret: { ...key.secret, text: wrong } }, `the key for the peer ${what}`),
      );
  },
};

const keyElsewhere: FaultKind = {
  rank: 20,
  name: "The key is for another address, or missing",
  weight: 4,
  area: "Phase 1: whom is there a key for?",
  variants: (target) => {
    const key = keyOf(target);
    if (key?.peer.kind !== "address") return [];
    const { address } = key.peer;
    const wrong = address === 0 ? address : (address ^ 1) >>> 0;
    return [
      ...(wrong === address
        ? []
        : [
            keyVariant(
              target,
              key,
              { ...key, peer: { ...key.peer, address: wrong } },
              `the key is for ${formatIpv4(wrong)} in the place of ${formatIpv4(address)}`,
            ),
          ]),
      keyVariant(target, key, null, "the key for the peer is gone"),
    ];
  },
};

const identitySelection: FaultKind = {
  rank: 21,
  name: "The key is in a keyring that is not chosen, or the profile matches somebody else",
  weight: 3,
  area: "Phase 1: where does the key come from, and for whom is that place meant?",
  variants: (target) => [...wrongMatch(target), ...wrongKeyring(target)],
};

function wrongMatch({ near }: FaultTarget): readonly FaultVariant[] {
  const profile = boundProfile(near.elements, near.view);
  const [match, ...others] = profile?.matches ?? [];
  if (!profile || match?.kind !== "address" || others.length > 0) return [];
  const address = (match.address ^ 1) >>> 0;
  return [
    {
      story: `On ${near.name}, ISAKMP profile ${profile.name} matches ${formatIpv4(address)}, who is not the peer.`,
      edits: [putEdit(near.router.id, "isakmpProfile", { ...profile, matches: [{ ...match, address }] })],
      places: [{ router: near.router.id, kind: "isakmpProfile", name: profile.name }],
    },
  ];
}

function wrongKeyring(target: FaultTarget): readonly FaultVariant[] {
  const { near } = target;
  const key = keyOf(target);
  const inside = [...near.elements.interface.values()].find(
    (one) =>
      one.name !== near.end.interface &&
      one.cryptoMap === undefined &&
      primaryAddress(one, near.elements.interface) !== null,
  );
  if (!key || !inside || boundProfile(near.elements, near.view)) return [];
  const ring: Keyring = {
    name: freeName("PEERS", (name) => near.elements.keyring.has(name)),
    localAddress: inside.name,
    keys: [{ secret: key.secret, peer: key.peer }],
    kept: [],
  };
  return [
    {
      story: `On ${near.name}, the key for the peer stands in keyring ${ring.name}, which serves ${inside.name} only.`,
      edits: [
        removeEdit(near.router.id, "isakmpKey", elementName("isakmpKey", key)),
        putEdit(near.router.id, "keyring", ring),
      ],
      places: [{ router: near.router.id, kind: "keyring", name: ring.name }],
    },
  ];
}

const oneSidedDetection: FaultKind = {
  rank: 19,
  name: "Only one end notices that the other is gone",
  weight: 4,
  area: "The tunnel stays up. What happens after one of the routers has been restarted?",
  variants: ({ near, far }) => {
    const { keepalive, ...without } = near.elements.isakmpSettings.get("") ?? {};
    if (!keepalive || !far.elements.isakmpSettings.get("")?.keepalive) return [];
    return [
      {
        story: `On ${near.name}, crypto isakmp keepalive is gone, so it keeps sending into nothing when its peer restarts.`,
        edits: [putEdit(near.router.id, "isakmpSettings", without)],
        places: [
          { router: near.router.id, kind: "cryptoMapEntry", name: `${near.end.cryptoMap} ${near.end.sequence}` },
        ],
      },
    ];
  },
};

/** Clients are asked for a user on the map that other sites use too. */
const sitesAskedForUser: FaultKind = {
  rank: 25,
  name: "Another site is asked for a user name",
  weight: 1,
  area: "Phase 1: what is asked after both have proved that they know the key?",
  variants: (target) => {
    const { near } = target;
    const key = keyOf(target);
    if (!key || near.view.dynamic) return [];
    const settings = near.view.set.settings;
    if (settings?.clientAuthenticationList !== undefined && key.noXauth) {
      const { noXauth: _noXauth, ...asked } = key;
      return [keyVariant(target, key, asked, "the key for the other site lost its no-xauth")];
    }
    if (settings?.clientAuthenticationList !== undefined || key.noXauth || !cryptoListOf(near)) return [];
    const list = freeName("CLIENTS", (name) => near.elements.aaaList.has(`authentication login ${name}`));
    const map = settings ?? { name: near.view.set.name, clientConfigurationAddress: [], kept: [] };
    return [
      {
        story: `On ${near.name}, crypto map ${map.name} asks everybody for a user name, and the key for the other site has no no-xauth.`,
        edits: [
          putEdit(near.router.id, "aaaSettings", { newModel: true }),
          putEdit(near.router.id, "aaaList", { service: "authentication login", name: list, methods: ["local"] }),
          putEdit(near.router.id, "cryptoMap", { ...map, clientAuthenticationList: list }),
        ],
        places: [{ router: near.router.id, kind: "cryptoMap", name: map.name }],
      },
    ];
  },
};

const wrongPeer: FaultKind = {
  rank: 12,
  name: "The peer's address is not where the other end speaks from",
  weight: 5,
  area: "Whom does each end call, and from where does the other one answer?",
  variants: ({ near, far }) => {
    const { peer } = near.end;
    const position = peer ? peer.position - 1 : -1;
    const line = near.view.body.peers[position];
    if (!peer || line?.peer.kind !== "address") return [];
    const { address } = line.peer;
    const to = (wrong: Ipv4Address, what: string): FaultVariant => ({
      story: `On ${near.name}, set peer names ${formatIpv4(wrong)}, ${what}.`,
      edits: [
        putEdit(near.router.id, "cryptoMapEntry", {
          ...near.view.entry.entry,
          peers: near.view.body.peers.map((one, index): CryptoMapPeer =>
            index === position ? { ...one, peer: { kind: "address", address: wrong } } : one,
          ),
        }),
      ],
      places: [
        {
          router: near.router.id,
          kind: "cryptoMapEntry",
          name: `${near.end.cryptoMap} ${near.end.sequence}`,
          field: "peers",
        },
      ],
    });
    return [
      to((address ^ 3) >>> 0, "a router on the way"),
      ...otherAddresses(far, address).map((other) => to(other, "another interface of the peer")),
    ];
  },
};

function otherAddresses({ elements }: FaultEnd, used: Ipv4Address): readonly Ipv4Address[] {
  return [...elements.interface.values()]
    .flatMap((one) => primaryAddress(one, elements.interface) ?? [])
    .filter((address) => address !== used)
    .slice(0, 1);
}

export const phase1Faults: readonly FaultKind[] = [
  policyMismatch,
  keysDiffer,
  wrongPeer,
  lifetimesDiffer,
  oneSidedDetection,
  keyElsewhere,
  identitySelection,
  sitesAskedForUser,
];
