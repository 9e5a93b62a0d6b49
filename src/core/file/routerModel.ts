import { ELEMENT_KINDS, type ElementKind, type Router } from "../model/router.ts";
import { formatIpv4 } from "../net/ipv4.ts";

/** A router's model for scripts: plain JSON, elements per kind in their order, addresses as dotted quads. */
export interface RouterModel {
  readonly name: string;
  readonly hostname: string | null;
  readonly file: string | null;
  readonly elements: Readonly<Partial<Record<ElementKind, readonly unknown[]>>>;
}

/** The fields that hold an address or a list of addresses, wherever they stand; all other numbers are quantities. */
const addressFields = new Set([
  "address",
  "addresses",
  "base",
  "dns",
  "end",
  "first",
  "last",
  "local",
  "mask",
  "netmask",
  "network",
  "networkMask",
  "nextHop",
  "reverseRouteGateway",
  "start",
  "wildcard",
  "wins",
]);

/** The shape of `parse --format json`. Kinds without elements are left out. */
export function routerModel(router: Router, name: string): RouterModel {
  const kinds = ELEMENT_KINDS.filter((kind) => router.elements[kind].size > 0);
  return {
    name,
    hostname: router.elements.host.get("")?.hostname ?? null,
    file: router.source?.file ?? null,
    elements: Object.fromEntries(
      kinds.map((kind) => [kind, [...router.elements[kind].values()].map((element) => readable(element))]),
    ),
  };
}

function readable(value: unknown, field?: string): unknown {
  if (typeof value === "number") return field !== undefined && addressFields.has(field) ? formatIpv4(value) : value;
  if (Array.isArray(value)) return value.map((member: unknown) => readable(member, field));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner, key)]));
}
