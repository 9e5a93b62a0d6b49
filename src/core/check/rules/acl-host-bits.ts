import { ownName } from "../../derive/routerNames.ts";
import { formatAddress } from "../../ios/accessListArguments.ts";
import { accessListEntries, type AccessListAddress } from "../../model/accessList.ts";
import { normalise } from "../../net/wildcard.ts";
import { changeLine, linePlace } from "../cryptoLists.ts";
import { routerRule } from "../rule.ts";
import { asWritten, hasHoles, isMaskSlip } from "../wildcardSlip.ts";

/** IOS stores the network of an entry, not the host that was typed. */
export const aclHostBits = routerRule({
  id: "acl-host-bits",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "An address in an access list has bits set under its wildcard.",
    why: "IOS clears them without a word, so the entry means the whole network and not the address that was typed.",
    remedy: "Write the network, or `host` where one address is meant.",
    source: "Running configurations, which show 192.168.3.0 0.0.0.255 where 192.168.3.7 0.0.0.255 was typed",
  },
  messages: { hostBits: "{router}: ACL {list} has {written}, which IOS stores as {stored}." },
  check(router, report) {
    for (const list of router.elements.accessList.values()) {
      for (const entry of accessListEntries(list)) {
        if (!hasHostBits(entry.source) && !hasHostBits(entry.destination)) continue;
        const spilt = [entry.source, entry.destination].filter(hasHostBits);
        const stored = spilt.map((address) => formatAddress(cleared(address))).join(" and ");
        report({
          message: "hostBits",
          data: { router: ownName(router), list: list.name, written: spilt.map(asWritten).join(" and "), stored },
          places: [linePlace(router, list.name, entry.sequence)],
          fixes: () => [
            {
              title: `Write ${stored}`,
              safe: true,
              edits: [
                changeLine(router, list, entry.sequence, (line) => ({
                  ...line,
                  source: cleared(line.source),
                  destination: cleared(line.destination),
                })),
              ],
            },
          ],
        });
      }
    }
  },
});

/** A mask in the wildcard's place, or a wildcard with holes, has bits under it too, but there the wildcard is what is wrong. */
function hasHostBits(
  address: AccessListAddress,
): address is Extract<AccessListAddress, { readonly kind: "addresses" }> {
  return (
    address.kind === "addresses" &&
    (address.base & address.wildcard) !== 0 &&
    !isMaskSlip(address) &&
    !hasHoles(address)
  );
}

function cleared(address: AccessListAddress): AccessListAddress {
  return hasHostBits(address) ? { kind: "addresses", ...normalise(address) } : address;
}
