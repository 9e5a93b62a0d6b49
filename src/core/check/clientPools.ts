import { connectedPrefixes } from "../derive/routes.ts";
import type { Edit } from "../edit/edit.ts";
import type { LocalPool } from "../model/remoteAccess.ts";
import type { Elements, Router } from "../model/router.ts";
import { prefixContains, prefixOf, type Ipv4Prefix } from "../net/ipv4.ts";
import { exemptionEdits } from "./natFixes.ts";

/** The networks whose traffic a router translates where it leaves by a crypto interface; none where it does not. */
export function translatedNetworks({ interface: interfaces, natRule }: Elements): readonly Ipv4Prefix[] {
  const all = [...interfaces.values()];
  const isOutside = all.some((one) => one.cryptoMap !== undefined && one.nat === "outside");
  if (!isOutside || natRule.size === 0) return [];
  return all.filter((one) => one.nat === "inside").flatMap(connectedPrefixes);
}

/** Keeps what networks send to a pool's addresses from translation. */
export function poolExemption(router: Router, networks: readonly Ipv4Prefix[], pool: LocalPool): readonly Edit[] {
  const destination = prefixAround(pool);
  return exemptionEdits(
    router,
    networks.map((source) => ({ source, destination })),
  );
}

/** The smallest prefix that holds a whole pool. */
function prefixAround({ start, end = start }: LocalPool): Ipv4Prefix {
  let length = 32;
  while (length > 0 && !prefixContains(prefixOf(start, length), end)) length -= 1;
  return prefixOf(start, length);
}
