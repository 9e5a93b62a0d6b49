import type { CryptoMapEntryBody } from "../model/cryptoMap.ts";
import type { PerfectForwardSecrecy } from "../model/ipsec.ts";
import type { Dialect, Elements, Router } from "../model/router.ts";
import type { TransformSet } from "../model/transformSet.ts";
import { hasDefaultTransformSet } from "./dialect.ts";
import { sameItems } from "./identityMemo.ts";

/**
 * The built-in set that entries without `set transform-set` use on releases that have it: `esp-aes esp-sha-hmac`, transport.
 * Source: `show crypto ipsec transform-set default` on IOS 15 and IOS-XE; reference section 1.8.
 */
export const DEFAULT_TRANSFORM_SET: TransformSet = {
  name: "default",
  transforms: ["esp-aes", "esp-sha-hmac"],
  mode: "transport",
  kept: [],
};

/** The set that a name refers to; `default` needs no definition. */
export function transformSetNamed(elements: Elements, name: string): TransformSet | undefined {
  return elements.transformSet.get(name) ?? (name === DEFAULT_TRANSFORM_SET.name ? DEFAULT_TRANSFORM_SET : undefined);
}

/**
 * What a set offers, whatever it is called and in whatever order: "esp-aes" and "esp-aes 128" are one, and so are an ESP
 * authenticator alone and the same one with "esp-null", which older releases add by themselves. Reference: section 1.8, L6.
 */
export function transformContent(set: TransformSet): string {
  const transforms = set.transforms.map(canonicalTransform);
  const esp = transforms.filter((transform) => transform.startsWith("esp-"));
  const isAuthenticationAlone = esp.length > 0 && esp.every((transform) => transform.endsWith("-hmac"));
  return [...transforms, ...(isAuthenticationAlone ? ["esp-null"] : [])].sort().join(" ");
}

/** A bare AES, GCM or GMAC has 128 bits. Reference: section 1.8, L3. */
export function canonicalTransform(transform: string): string {
  return transform
    .trim()
    .replace(/\s+/g, " ")
    .replace(/^(esp-aes|esp-gcm|esp-gmac) 128$/, "$1");
}

/** The protocols that a set's security associations use. */
export function transformProtocols(set: TransformSet): { readonly esp: boolean; readonly ah: boolean } {
  return {
    esp: set.transforms.some((transform) => transform.startsWith("esp-")),
    ah: set.transforms.some((transform) => transform.startsWith("ah-")),
  };
}

/** The first set of the initiator, in its order, that the responder also lists, compared by content. Reference: section 2.4. */
export function commonTransformSet(
  offered: readonly TransformSet[],
  held: readonly TransformSet[],
): { readonly offered: TransformSet; readonly held: TransformSet } | undefined {
  for (const offer of offered) {
    const match = held.find((set) => isSameOffer(offer, set));
    if (match) return { offered: offer, held: match };
  }
  return undefined;
}

/** Whether two sets offer the same; most that do are written the same too. */
function isSameOffer(one: TransformSet, other: TransformSet): boolean {
  return sameItems(one.transforms, other.transforms) || transformContent(one) === transformContent(other);
}

/**
 * The sets that an entry can offer or take: those it lists and that exist, in order; the built-in one where a release has it and
 * the entry lists none.
 */
export function usableTransformSets(router: Router, body: CryptoMapEntryBody): readonly TransformSet[] {
  if (body.transformSets.length === 0) return hasDefaultTransformSet(router) ? [DEFAULT_TRANSFORM_SET] : [];
  return body.transformSets.flatMap((name) => transformSetNamed(router.elements, name) ?? []);
}

/** `set pfs` of one end, and the release that reads it. */
export interface PfsSetting {
  readonly pfs: PerfectForwardSecrecy | undefined;
  readonly dialect: Dialect;
}

/** Whether a responder takes what an initiator asks of perfect forward secrecy; null where releases differ. */
export function acceptsPfs(asked: PfsSetting, held: PfsSetting): boolean | null {
  if (held.pfs === undefined) return true;
  if (asked.pfs === undefined) return false;
  // The newest IOS-XE gives a bare `set pfs` no group, so what it stands for can't be told.
  if ([asked, held].some((one) => one.pfs === "bare" && one.dialect === "xe17")) return null;
  const group = asked.pfs === "bare" ? bareInitiatorGroup : asked.pfs;
  return held.pfs === "bare" ? bareResponderGroups.includes(group) : group === held.pfs;
}

/**
 * A bare `set pfs` asks for group 1. Positions: group 1 (IOS guides); no default at all from 26.1.1 on (IOS-XE YANG model).
 * Used here: group 1 on classic, not judged on xe17. Reference: appendix C, "Bare `set pfs`".
 */
export const bareInitiatorGroup = 1;

/** As responder a bare `set pfs` takes group 1 or 2 by the command reference. Reference: section 2.4, PFS matrix. */
export const bareResponderGroups: readonly number[] = [1, 2];
