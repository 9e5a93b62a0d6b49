import type { DiffieHellmanGroup } from "../../model/isakmp.ts";
import { changeEntry, entryAt } from "../cryptoEntries.ts";
import { projectedRule } from "../projectedRule.ts";

/** With PFS on both sides the groups must be the same. */
export const p2PfsGroup = projectedRule({
  id: "p2-pfs-group",
  severity: "error",
  fix: "ask",
  docs: {
    what: "Both entries have `set pfs`, with different groups.",
    why: "The responder refuses a quick mode in another group than its own.",
    remedy: "Name the same group on both sides.",
    source: "Cisco IOS Security Command Reference, set pfs",
  },
  messages: { differ: "{near} uses {nearValue} and {far} uses {farValue}: neither accepts the other's quick mode." },
  message: () => "differ",
  fixes(_judged, _routers, { data, places }) {
    if (places.length < 2) return [];
    const choices = [data.nearValue, data.farValue].flatMap((words) => /group (\d+)/.exec(words)?.[1] ?? []);
    return [
      {
        title: "Use one PFS group on both sides",
        safe: false,
        edits: [],
        needs: {
          label: "PFS group",
          type: "choice",
          choices: choices.sort((one, other) => Number(other) - Number(one)),
        },
      },
    ];
  },
  complete(design, _fix, places, value) {
    const pfs = Number(value) as DiffieHellmanGroup;
    return places.flatMap((place) => {
      const entry = entryAt(design, place);
      return entry ? [changeEntry(entry, { pfs })] : [];
    });
  },
});
