import { ownName } from "../../derive/routerNames.ts";
import { changeLine, cryptoLists, entryText, linePlaces } from "../cryptoLists.ts";
import { routerRule } from "../rule.ts";

/** Addresses, a protocol and a port are all that two ends can agree on. */
export const aclExtras = routerRule({
  id: "acl-extras",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "A permit of a crypto access list is narrowed by something that IKE can't negotiate: flags, ICMP types, DSCP, fragments, a time range.",
    why: "The security association covers more than the entry, and the two ends disagree about what arrives in clear.",
    remedy: "Leave it out, and filter at an interface instead.",
    source: "RFC 2407 section 4.6.2, identification payload: addresses, a protocol and a port",
  },
  messages: {
    extras: '{router}: "{line}" of ACL {list} is narrowed by "{extras}", which IKE can\'t negotiate.',
  },
  check(router, report) {
    for (const crypto of cryptoLists(router)) {
      for (const { entry } of crypto.permits) {
        if (entry.options.length === 0) continue;
        const extras = entry.options.join(" ");
        report({
          message: "extras",
          data: { router: ownName(router), line: entryText(entry), list: crypto.list.name, extras },
          places: linePlaces(crypto, entry),
          fixes: () => [
            {
              title: `Leave out "${extras}"`,
              safe: false,
              edits: [changeLine(router, crypto.list, entry.sequence, (line) => ({ ...line, options: [] }))],
            },
          ],
        });
      }
    }
  },
});
