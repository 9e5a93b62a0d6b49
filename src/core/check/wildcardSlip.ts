import type { AccessListAddress } from "../model/accessList.ts";
import { ALL_ONES, formatIpv4, lengthOfMask, lengthOfWildcard } from "../net/ipv4.ts";
import type { AddressSet } from "../net/wildcard.ts";

type Written = Extract<AccessListAddress, { readonly kind: "addresses" }>;

/**
 * Whether a subnet mask was typed where a wildcard belongs: 10.1.0.0 255.255.255.0. IOS clears the bits under it, so a saved
 * configuration shows 0.0.0.0 255.255.255.0. A base that such a mask leaves alone, as in 0.0.0.1 255.255.255.254 for all odd
 * addresses, was meant.
 */
export function isMaskSlip(address: AccessListAddress): address is Written {
  if (address.kind !== "addresses") return false;
  const { base, wildcard } = address;
  const length = lengthOfMask(wildcard);
  if (length === undefined || length === 0) return false;
  // `any` is written so, and stands for itself.
  if (wildcard === ALL_ONES) return base !== 0;
  return base === 0 || (base & wildcard) !== 0;
}

/** What a mask typed as a wildcard was meant to be; undefined where IOS has lost the address already. */
export function meantBySlip({ base, wildcard }: AddressSet): AddressSet | undefined {
  if (base === 0) return undefined;
  const meant = ~wildcard >>> 0;
  return { base: (base & wildcard) >>> 0, wildcard: meant };
}

/** A wildcard whose ones are not one run from the right. */
export function hasHoles({ wildcard }: AddressSet): boolean {
  return lengthOfWildcard(wildcard) === undefined;
}

/** Base and wildcard as they stand, bits under the wildcard included. */
export function asWritten({ base, wildcard }: AddressSet): string {
  return `${formatIpv4(base)} ${formatIpv4(wildcard)}`;
}
