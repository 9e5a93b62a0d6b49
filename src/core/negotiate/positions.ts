/**
 * Where sources disagree, what this engine takes. Each position is stated once, here or at the name given.
 *
 * - IKEv1 lifetimes: guides want the initiator's to be no longer than the responder's; IOS 15 was seen to accept and to answer the
 *   shorter one; others ignore it. Here: accepted, the shorter one used, a warning. See `agreedLifetime`.
 * - PFS on one side: one-way in captures and in the command reference; a failure in other checkers. Here: one-way. See `acceptsPfs`
 *   in derive/transforms.ts, which also holds the position on a bare `set pfs`.
 * - Modes that differ: a preference by the YANG model's `require`; a failure in a published lab. Here: a failure where both modes
 *   could apply or one is required, else a warning. See `settleMode` in quickMode.ts.
 * - Several permits in a dynamic map's list: their union by the guide; the first alone by one book. Here: the union.
 *   See `acceptsSelector` in derive/acceptance.ts.
 * - Policy fields that are not set: des, sha, rsa-sig, group 1 by Cisco; others by Batfish. Here: Cisco's. See `POLICY_DEFAULTS`.
 * - An interface list `in` saw decrypted packets before 12.3(8)T. Here: it sees encrypted ones only. See interfaceFilters.ts.
 * - NAT and crypto: NAT comes first on the way out. See translation.ts.
 */
import type { IsakmpPolicy } from "../model/isakmp.ts";

/** What a policy is without its lines. Source: Cisco IOS Security Command Reference, "crypto isakmp policy". */
export const POLICY_DEFAULTS = {
  encryption: "des",
  hash: "sha",
  authentication: "rsa-sig",
  group: 1,
  lifetimeSeconds: 86400,
} as const satisfies Required<Omit<IsakmpPolicy, "priority" | "kept">>;

/** Seconds and kilobytes of an IPsec security association where nobody says otherwise. Reference: section 1.9. */
export const ASSOCIATION_DEFAULTS = { lifetimeSeconds: 3600, lifetimeKilobytes: 4608000 } as const;

/** Both ends keep the shorter lifetime. */
export function agreedLifetime(one: number, other: number): number {
  return Math.min(one, other);
}
