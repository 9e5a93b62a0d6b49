import type { IsakmpKey, IsakmpPolicy } from "../model/isakmp.ts";
import { keyPeerName, type Elements, type RouterId } from "../model/router.ts";
import { ALL_ONES, type Ipv4Address } from "../net/ipv4.ts";
import type { DesignDraft } from "./designDraft.ts";
import type { LinkEnd } from "./linkEnd.ts";

/** What a new peering offers in phase 1 where neither side has a policy to share: strong, and known to every IOS since 15.0. */
export const MODERN_POLICY: Omit<IsakmpPolicy, "priority"> = {
  encryption: "aes 256",
  hash: "sha256",
  authentication: "pre-share",
  group: 14,
  lifetimeSeconds: 28800,
  kept: [],
};

/** Dead peer detection as Cisco's guides show it: every 10 seconds, retried every 3. */
export const MODERN_KEEPALIVE = { seconds: 10, retrySeconds: 3, mode: "periodic" } as const;

/** Writes policy, key and dead peer detection into both ends, reusing what already agrees. */
export function agreeOnPhase1(draft: DesignDraft, a: LinkEnd, b: LinkEnd, key: string): void {
  agreeOnPolicy(draft, a.router, b.router);
  agreeOnKey(draft, a, b, key);
  for (const { router } of [a, b]) {
    if (!draft.elements(router).isakmpSettings.has("")) {
      draft.put(router, "isakmpSettings", { keepalive: MODERN_KEEPALIVE });
    }
  }
}

/** Whether two policies are one proposal: same cipher and key length, hash, authentication and group, defaults filled in. */
function policiesAgree(one: IsakmpPolicy, other: IsakmpPolicy): boolean {
  return (
    (one.encryption ?? "des") === (other.encryption ?? "des") &&
    (one.hash ?? "sha") === (other.hash ?? "sha") &&
    (one.authentication ?? "rsa-sig") === (other.authentication ?? "rsa-sig") &&
    (one.group ?? 1) === (other.group ?? 1)
  );
}

/** A priority that no policy has, behind all that exist where there is room: the lowest number is the first choice. */
export function freePriority(elements: Elements): number {
  const taken = [...elements.isakmpPolicy.values()].map((policy) => policy.priority);
  const next = Math.floor(Math.max(0, ...taken) / 10) * 10 + 10;
  if (next <= 10000) return next;
  for (let priority = 10000; priority > 1; priority -= 1) if (!taken.includes(priority)) return priority;
  return 1;
}

function agreeOnPolicy(draft: DesignDraft, a: RouterId, b: RouterId): void {
  const [ofA, ofB] = [sharedKeyPolicies(draft.elements(a)), sharedKeyPolicies(draft.elements(b))];
  if (ofA.some((one) => ofB.some((other) => policiesAgree(one, other)))) return;
  // One side's own choice is copied rather than a third one made, unless that choice is weak.
  const model = ofA.find(isModern) ?? ofB.find(isModern) ?? MODERN_POLICY;
  for (const [router, own] of [
    [a, ofA],
    [b, ofB],
  ] as const) {
    if (own.some((policy) => policiesAgree(policy, { ...model, priority: policy.priority }))) continue;
    draft.put(router, "isakmpPolicy", { ...model, kept: [], priority: freePriority(draft.elements(router)) });
  }
}

function sharedKeyPolicies(elements: Elements): readonly IsakmpPolicy[] {
  return [...elements.isakmpPolicy.values()]
    .filter((policy) => policy.authentication === "pre-share")
    .sort((one, other) => one.priority - other.priority);
}

function isModern(policy: IsakmpPolicy): boolean {
  return (
    (policy.encryption ?? "des").startsWith("aes") &&
    (policy.hash ?? "sha").startsWith("sha") &&
    (policy.group ?? 1) >= 14 &&
    policy.group !== 24
  );
}

/**
 * Puts one key on both sides. A clear-text key that one side already has for exactly this peer is taken over by the other; where
 * the two sides have different ones, no tunnel can have come up with them, and a's stays.
 */
function agreeOnKey(draft: DesignDraft, a: LinkEnd, b: LinkEnd, key: string): void {
  const keyOfA = draft.elements(a.router).isakmpKey.get(hostKeyName(b.address));
  const keyOfB = draft.elements(b.router).isakmpKey.get(hostKeyName(a.address));
  // An encrypted key can't be compared: where both sides have one, they are taken at their word.
  if (keyOfA && keyOfB && (keyOfA.secret.type === 6 || keyOfB.secret.type === 6)) return;
  const secret = [keyOfA, keyOfB].find((one) => one?.secret.type === 0)?.secret ?? { type: 0 as const, text: key };
  for (const [end, peer, existing] of [
    [a, b.address, keyOfA],
    [b, a.address, keyOfB],
  ] as const) {
    if (existing?.secret.type === secret.type && existing.secret.text === secret.text) continue;
    const written: IsakmpKey = {
      secret: { type: secret.type, text: secret.text },
      peer: { kind: "address", address: peer, mask: ALL_ONES },
      // A map that asks its clients for a user name would ask this peer too.
      ...(asksForUserName(draft.elements(end.router), end) ? { noXauth: true } : {}),
    };
    draft.put(end.router, "isakmpKey", written);
  }
}

function asksForUserName(elements: Elements, end: LinkEnd): boolean {
  return elements.cryptoMap.get(end.wan.cryptoMap?.name ?? "")?.clientAuthenticationList !== undefined;
}

/** The name of the key for one address alone. */
export function hostKeyName(address: Ipv4Address): string {
  return keyPeerName({ kind: "address", address, mask: ALL_ONES });
}
