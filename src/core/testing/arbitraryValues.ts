import fc from "fast-check";
import type { KeptLine } from "../model/host.ts";
import type { KeyPeer, Secret } from "../model/isakmp.ts";
import { ALL_ONES, maskOfLength, wildcardOfLength } from "../net/ipv4.ts";

/** A record some of whose fields may be absent, as the model says "default". */
export function partial<T extends object>(
  fields: { readonly [P in keyof T]-?: fc.Arbitrary<Exclude<T[P], undefined>> },
  ...required: readonly (keyof T)[]
): fc.Arbitrary<T> {
  const record = fc.record as (fields: unknown, constraints: { requiredKeys: readonly (keyof T)[] }) => fc.Arbitrary<T>;
  return record(fields, { requiredKeys: required });
}

export const flag = fc.constant(true as const);

/** Names of lists, maps, pools and the like. */
export const anyName = fc.stringMatching(/^[A-Z][A-Za-z0-9_.-]{0,10}$/);

export const address = fc.integer({ min: 1, max: ALL_ONES - 1 });
export const mask = fc.integer({ min: 0, max: 32 }).map(maskOfLength);
export const wildcard = fc.oneof(
  fc.integer({ min: 0, max: 32 }).map(wildcardOfLength),
  fc.integer({ min: 0, max: ALL_ONES }),
);

/** A text for people: no blank at either end, no two in a row. */
export const text = fc
  .array(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.,:;#/()'"!?+*=_-]{0,7}$/), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(" "));

const keyText = fc.stringMatching(/^[A-Za-z0-9!#$%&*+.,;:=?@^_~-]{2,20}$/);

/** A pre-shared key. */
export const secret: fc.Arbitrary<Secret> = fc.record({ type: fc.constantFrom(0 as const, 6 as const), text: keyText });

/** A user's secret. */
export const password: fc.Arbitrary<Secret> = fc.record({
  type: fc.constantFrom(0 as const, 5 as const, 7 as const, 8 as const, 9 as const),
  text: keyText,
});

export const hexadecimal = fc.stringMatching(/^[0-9A-F]{16,64}$/);

export const keyPeer: fc.Arbitrary<KeyPeer> = fc.oneof(
  fc.record({ kind: fc.constant("address" as const), address, mask }),
  fc.constant<KeyPeer>({ kind: "address", address: 0, mask: 0 }),
  fc.record({ kind: fc.constant("ipv6" as const), prefix: fc.constantFrom("2001:DB8::1/128", "2001:DB8:1::/48") }),
  fc.record({ kind: fc.constant("hostname" as const), hostname: fc.stringMatching(/^[a-z]{1,8}(\.[a-z]{2,6}){1,2}$/) }),
);

export const interfaceName = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map((number) => `GigabitEthernet0/${number}`),
  fc.integer({ min: 0, max: 3 }).map((number) => `FastEthernet0/0/${number}`),
  fc.integer({ min: 1, max: 4094 }).map((number) => `GigabitEthernet0/1.${number}`),
  fc.integer({ min: 0, max: 20 }).map((number) => `Loopback${number}`),
  fc.integer({ min: 0, max: 20 }).map((number) => `Tunnel${number}`),
  fc.integer({ min: 0, max: 3 }).map((number) => `Serial0/0/${number}:0`),
  fc.constantFrom("Vlan10", "Dialer1", "Virtual-Template1", "Port-channel2", "Embedded-Service-Engine0/0"),
);

/** Lines of a section that no command describes, first in it. */
export const keptLines: fc.Arbitrary<KeptLine[]> = fc
  .uniqueArray(fc.constantFrom("zeal 5", "zonk mode auto", "quux"), { maxLength: 2 })
  .map((lines) => lines.map((line) => ({ text: line })));

/** A map by name of what a list generates. */
export function byName<T>(
  one: fc.Arbitrary<T>,
  name: (element: T) => string,
  maxLength = 3,
): fc.Arbitrary<ReadonlyMap<string, T>> {
  return fc
    .uniqueArray(one, { selector: name, maxLength })
    .map((list) => new Map(list.map((element) => [name(element), element])));
}

/** One to some names, all different. */
export function names(maxLength: number, minLength = 1): fc.Arbitrary<string[]> {
  return fc.uniqueArray(anyName, { minLength, maxLength });
}
