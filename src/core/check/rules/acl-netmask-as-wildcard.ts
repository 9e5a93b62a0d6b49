import { ownName } from "../../derive/routerNames.ts";
import { formatAddress } from "../../ios/accessListArguments.ts";
import { accessListEntries, type AccessListAddress } from "../../model/accessList.ts";
import { normalise } from "../../net/wildcard.ts";
import { changeLine, linePlace } from "../cryptoLists.ts";
import { routerRule } from "../rule.ts";
import { asWritten, isMaskSlip, meantBySlip } from "../wildcardSlip.ts";

/** Access lists take wildcards, where everything else in IOS takes masks. */
export const aclNetmaskAsWildcard = routerRule({
  id: "acl-netmask-as-wildcard",
  severity: "error",
  fix: "auto",
  docs: {
    what: "A subnet mask stands in an access list where a wildcard belongs.",
    why: "The ones of a wildcard mark the bits that don't matter, so 10.1.0.0 255.255.255.0 means every address that ends in .0, and IOS stores it as 0.0.0.0 255.255.255.0.",
    remedy: "Invert the mask: 255.255.255.0 becomes 0.0.0.255.",
    source:
      "Cisco IOS Security Command Reference, permit (IP): source-wildcard; running configurations that show the stored form",
  },
  messages: {
    mask: "{router}: ACL {list} has a subnet mask where a wildcard belongs: IOS reads {written} as {stored}.",
  },
  check(router, report) {
    for (const list of router.elements.accessList.values()) {
      for (const entry of accessListEntries(list)) {
        if (!isMaskSlip(entry.source) && !isMaskSlip(entry.destination)) continue;
        const slips = [entry.source, entry.destination].filter(isMaskSlip);
        const written = slips.map(asWritten).join(" and ");
        const canBeTold = slips.every((slip) => meantBySlip(slip) !== undefined);
        report({
          message: "mask",
          data: {
            router: ownName(router),
            list: list.name,
            written,
            stored: slips.map((slip) => formatAddress({ kind: "addresses", ...normalise(slip) })).join(" and "),
          },
          places: [linePlace(router, list.name, entry.sequence)],
          fixes: () =>
            canBeTold
              ? [
                  {
                    title: `Write ${slips.map((slip) => formatAddress(inverted(slip))).join(" and ")} instead`,
                    safe: false,
                    edits: [
                      changeLine(router, list, entry.sequence, (line) => ({
                        ...line,
                        source: inverted(line.source),
                        destination: inverted(line.destination),
                      })),
                    ],
                  },
                ]
              : [],
        });
      }
    }
  },
});

function inverted(address: AccessListAddress): AccessListAddress {
  const meant = isMaskSlip(address) ? meantBySlip(address) : undefined;
  return meant ? { kind: "addresses", ...meant } : address;
}
