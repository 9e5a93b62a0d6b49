import { linesSetting } from "../derive/sourceLines.ts";
import type { Interface } from "../model/interface.ts";
import type { Router } from "../model/router.ts";

/**
 * Whether it is known that an interface has no address. A running-config always says `ip address` or `no ip address`; a text that
 * says neither is a fragment, and the router may well have one.
 */
export function isWithoutAddress(router: Router, one: Interface): boolean {
  if (one.address) return false;
  const { source } = router;
  const asRead = source?.elements.interface.get(one.name);
  // What was drawn, or changed since the text was read, is as the model has it.
  if (!source || !asRead || asRead.address) return true;
  return linesSetting(source, "interface", "address").some(({ place }) => place?.name === one.name);
}
