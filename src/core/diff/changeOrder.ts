import type { ElementKind } from "../model/router.ts";

/** A kind of element with the part of it that is changed at this point. */
export interface ChangeStep {
  readonly kind: ElementKind;
  /** An interface comes in two parts: what it is, and what it uses. */
  readonly stage: "whole" | "own" | "uses";
}

const whole = (...kinds: readonly ElementKind[]): readonly ChangeStep[] =>
  kinds.map((kind) => ({ kind, stage: "whole" }));

/** Definitions before what names them. Taken away is in the other order. */
export const CHANGE_ORDER: readonly ChangeStep[] = [
  ...whole("host", "aaaSettings", "aaaServer", "aaaList", "user", "vrf", "ipHost"),
  ...whole("objectGroup", "accessList", "routeMapEntry", "localPool", "natPool"),
  { kind: "interface", stage: "own" },
  ...whole("keyring", "isakmpPolicy", "isakmpKey", "isakmpSettings", "isakmpPeer", "clientGroup", "isakmpProfile"),
  ...whole("ikev2Proposal", "ikev2Policy", "ikev2Keyring", "ikev2Profile"),
  ...whole("ipsecSettings", "transformSet", "ipsecProfile", "dynamicMapEntry", "cryptoMap", "cryptoMapEntry"),
  { kind: "interface", stage: "uses" },
  ...whole("natRule", "staticNat", "staticRoute", "keptBlock"),
];

const settings: ReadonlySet<ElementKind> = new Set([
  "host",
  "aaaSettings",
  "isakmpSettings",
  "ipsecSettings",
  "cryptoMap",
]);

/** Whether an element is a set of single lines of global mode, each of which comes and goes by itself. */
export function isSettings(kind: ElementKind): boolean {
  return settings.has(kind);
}

/**
 * Kinds whose first line may be given anew with another text. Of all others IOS adds a second line, or refuses: they are taken
 * away first. Source: Command References of the commands.
 */
export const REPLACED_IN_PLACE: ReadonlySet<ElementKind> = new Set([
  "ipHost",
  "aaaList",
  "staticRoute",
  "transformSet",
  "routeMapEntry",
]);

const usedFields: ReadonlySet<string> = new Set(["accessGroupIn", "accessGroupOut", "tunnel", "cryptoMap", "shutdown"]);

/** Whether a field of an interface names what is defined after interfaces, or puts it to work. */
export function appliedLater(field: string | undefined): boolean {
  return usedFields.has(field ?? "");
}
