import { ownName } from "../../derive/routerNames.ts";
import { changeEntry, cryptoEntries, entryAt, entryPlace, entryTitle } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";

/** An entry's idle time that says what the router says already. */
export const idleEqualsGlobal = routerRule({
  id: "idle-equals-global",
  severity: "warning",
  fix: "ask",
  docs: {
    what: "An entry with a default peer has the same idle time as the router.",
    why: "IOS does not add an idle time that equals the global one, so the way back to the default peer is not there.",
    remedy: "Give the entry another idle time than the global one.",
    source: "Cisco, IPsec Preferred Peer, IPsec idle-timer with default peer",
  },
  messages: {
    same: "{router}: {entry} has the idle time of the router, {seconds} s, so it is not added to the entry.",
  },
  check(router, report) {
    const seconds = router.elements.ipsecSettings.get("")?.idleTimeSeconds;
    if (seconds === undefined) return;
    for (const entry of cryptoEntries(router)) {
      const { idleTimeSeconds, idleTimeDefault, peers } = entry.body;
      if (idleTimeSeconds !== seconds || !(idleTimeDefault || peers.some((peer) => peer.default))) continue;
      report({
        message: "same",
        data: { router: ownName(router), entry: entryTitle(entry), seconds },
        places: [
          entryPlace(entry, "idleTimeSeconds"),
          { router: router.id, kind: "ipsecSettings", name: "", field: "idleTimeSeconds" },
        ],
        fixes: [
          {
            title: `Set another idle time in ${entryTitle(entry)}`,
            safe: false,
            edits: [],
            needs: {
              label: "Idle time in seconds, 60 to 86400",
              type: "number",
              suggestion: String(seconds >= 120 ? Math.floor(seconds / 2) : seconds * 2),
            },
          },
        ],
      });
    }
  },
  complete(design, _fix, [place], value) {
    const entry = entryAt(design, place);
    const idleTimeSeconds = Number(value);
    const legal = Number.isInteger(idleTimeSeconds) && idleTimeSeconds >= 60 && idleTimeSeconds <= 86400;
    return entry && legal ? [changeEntry(entry, { idleTimeSeconds })] : [];
  },
});
