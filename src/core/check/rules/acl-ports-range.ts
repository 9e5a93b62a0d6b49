import { ownName } from "../../derive/routerNames.ts";
import { cryptoLists, entryText, linePlaces } from "../cryptoLists.ts";
import { routerRule } from "../rule.ts";

/** An IKE identity has room for one port, or for none. */
export const aclPortsRange = routerRule({
  id: "acl-ports-range",
  severity: "warning",
  fix: "man",
  docs: {
    what: "A permit of a crypto access list has a range or a list of ports.",
    why: "An IKE identity carries one port or all of them, so the security association can't say what the entry says.",
    remedy:
      "Protect all traffic between the networks and filter ports at an interface, or write an entry for each port.",
    source: "RFC 2407 section 4.6.2, identification payload; Cisco guides allow a single port",
  },
  messages: {
    ports: '{router}: "{line}" of ACL {list} has several ports, and an IKE identity carries one.',
  },
  check(router, report) {
    for (const crypto of cryptoLists(router)) {
      for (const { entry, identity } of crypto.permits) {
        if (identity.singlePorts) continue;
        report({
          message: "ports",
          data: { router: ownName(router), line: entryText(entry), list: crypto.list.name },
          places: linePlaces(crypto, entry),
        });
      }
    }
  },
});
