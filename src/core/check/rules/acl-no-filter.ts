import { cryptoMapSets, endpointOn } from "../../derive/cryptoMapSet.ts";
import { ownName } from "../../derive/routerNames.ts";
import { freeName } from "../../edit/freeName.ts";
import { isPublic } from "../../edit/interfaceRoles.ts";
import { internetFilter } from "../internetFilter.ts";
import { routerRule } from "../rule.ts";

/** A tunnel protects what is in it; the router that ends it stands in the open all the same. */
export const aclNoFilter = routerRule({
  id: "acl-no-filter",
  severity: "info",
  fix: "auto",
  docs: {
    what: "A crypto interface with a public address has no inbound access list.",
    why: "Everybody can reach the router itself and, where nothing else stops it, the networks behind it.",
    remedy: "Let in the peers' IKE, NAT traversal and ESP and the answers to what went out, and nothing else.",
    source: "Cisco Press on crypto maps: filter the Internet-facing interface",
  },
  messages: {
    open: "{router}: {interface} faces the Internet with crypto map {map} and has no inbound access list.",
  },
  check(router, report) {
    const { elements } = router;
    for (const set of cryptoMapSets(elements).values()) {
      for (const carrier of set.carriers) {
        const { address } = carrier;
        if (carrier.accessGroupIn !== undefined || carrier.shutdown || address?.kind !== "static") continue;
        if (!isPublic(address.address)) continue;
        const name = freeName("OUTSIDE-IN", (one) => elements.accessList.has(one));
        const local = endpointOn(elements, set, carrier).address ?? address.address;
        report({
          message: "open",
          data: { router: ownName(router), interface: carrier.name, map: set.name },
          places: [{ router: router.id, kind: "interface", name: carrier.name }],
          fixes:
            // What servers behind a static translation need, nobody can tell from here.
            elements.staticNat.size > 0
              ? []
              : [
                  {
                    title: `Filter ${carrier.name} with a new ACL ${name} that lets in the peers' IPsec and answers`,
                    safe: false,
                    edits: [
                      {
                        op: "put",
                        key: { router: router.id, kind: "accessList", name },
                        element: internetFilter(elements, set, local, name),
                      },
                      {
                        op: "put",
                        key: { router: router.id, kind: "interface", name: carrier.name },
                        element: { ...carrier, accessGroupIn: name },
                      },
                    ],
                  },
                ],
        });
      }
    }
  },
});
