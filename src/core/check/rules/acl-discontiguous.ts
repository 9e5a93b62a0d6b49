import { dialectOf } from "../../derive/dialect.ts";
import { ownName } from "../../derive/routerNames.ts";
import { formatAddress } from "../../ios/accessListArguments.ts";
import type { AccessListAddress, AccessListEntry } from "../../model/accessList.ts";
import { changeLine, cryptoLists, linePlaces } from "../cryptoLists.ts";
import { routerRule } from "../rule.ts";
import { asWritten, hasHoles, isMaskSlip, meantBySlip } from "../wildcardSlip.ts";

/** An IKE identity is an address and a mask; a wildcard with holes is no mask turned round. */
export const aclDiscontiguous = routerRule({
  id: "acl-discontiguous",
  severity: "error",
  fix: "auto",
  docs: {
    what: "A crypto access list has a wildcard whose ones are not one run from the right.",
    why: "IOS-XE does not support such a wildcard for IPsec, and elsewhere it depends on the release.",
    remedy: "Write one entry for each network that is meant.",
    source:
      "Cisco IOS XE Security for VPNs with IPsec Configuration Guide: discontiguous masks in crypto access lists are not supported",
  },
  messages: {
    holes: "{router}: ACL {list} has the wildcard with holes {written}, which {release} for IPsec.",
  },
  check(router, report) {
    const isXe = dialectOf(router) === "xe17";
    for (const crypto of cryptoLists(router)) {
      for (const { entry } of crypto.permits) {
        const scattered = [entry.source, entry.destination].filter(isScattered);
        if (scattered.length === 0) continue;
        // On other releases a mask in the wildcard's place is wrong for what it means, which acl-netmask-as-wildcard tells.
        if (!isXe && scattered.every(isMaskSlip)) continue;
        const mended = withMasksInverted(entry);
        report({
          message: "holes",
          severity: isXe ? "error" : "warning",
          data: {
            router: ownName(router),
            list: crypto.list.name,
            written: scattered.map(asWritten).join(" and "),
            release: isXe ? "IOS-XE does not support" : "not every release supports",
          },
          places: linePlaces(crypto, entry),
          fixes: () =>
            [mended.source, mended.destination].some(isScattered)
              ? []
              : [
                  {
                    title: `Write ${formatAddress(mended.source)} and ${formatAddress(mended.destination)} instead`,
                    safe: false,
                    edits: [changeLine(router, crypto.list, entry.sequence, withMasksInverted)],
                  },
                ],
        });
      }
    }
  },
});

function isScattered(
  address: AccessListAddress,
): address is Extract<AccessListAddress, { readonly kind: "addresses" }> {
  return address.kind === "addresses" && hasHoles(address);
}

function withMasksInverted(entry: AccessListEntry): AccessListEntry {
  const inverted = (address: AccessListAddress): AccessListAddress => {
    const meant = isMaskSlip(address) ? meantBySlip(address) : undefined;
    return meant ? { kind: "addresses", ...meant } : address;
  };
  return { ...entry, source: inverted(entry.source), destination: inverted(entry.destination) };
}
