import { mirroredEntry } from "../../edit/accessListMirror.ts";
import { entryTouches, insertLines } from "../../edit/accessListLines.ts";
import { draftOf } from "../../edit/designDraft.ts";
import { accessListEntries } from "../../model/accessList.ts";
import type { JudgedPeering, Refusal } from "../../negotiate/trace.ts";
import { entryText } from "../cryptoLists.ts";
import { oneWaySeverity } from "../keptDown.ts";
import type { Fix } from "../finding.ts";
import { projectedRule } from "../projectedRule.ts";
import { designOfPair } from "../selectorFixes.ts";
import type { PeeringRouters } from "../rule.ts";

/** What one end sends in clear the other must expect in clear. */
export const denyNotMirrored = projectedRule({
  id: "deny-not-mirrored",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "The crypto access list of one end denies traffic that the other end's list does not deny.",
    why: "What the one sends in clear the other drops, since it expects it encrypted; and a responder may refuse a proxy identity that its deny touches.",
    remedy: "Deny the same traffic at both ends, with source and destination swapped.",
    source: "Cisco IOS XE, Security for VPNs with IPsec: crypto access lists also select inbound traffic",
  },
  messages: {
    oneSided: "{near} denies traffic in line {nearSequence} of ACL {nearList} that ACL {list} of {far} does not deny.",
  },
  message: () => "oneSided",
  severityOf: oneWaySeverity,
  fixes: mirroredDeny,
});

function mirroredDeny(
  _judged: JudgedPeering,
  routers: PeeringRouters,
  { data, places }: Refusal<"deny-not-mirrored">,
): readonly Fix[] {
  const [near, far] = places;
  const design = designOfPair(routers);
  const { nearList, nearSequence, list } = data;
  const ours = near && design.routers.get(near.router)?.elements.accessList.get(nearList);
  const theirs = far && design.routers.get(far.router)?.elements.accessList.get(list);
  const deny = ours && accessListEntries(ours).find((entry) => entry.sequence === Number(nearSequence));
  if (!deny || !theirs) return [];
  const wanted = mirroredEntry(deny);
  const { source, destination } = wanted;
  const touched =
    source.kind === "addresses" && destination.kind === "addresses"
      ? theirs.lines.findIndex(
          (line) => line.kind === "entry" && line.action === "permit" && entryTouches(line, source, destination),
        )
      : 0;
  const at = touched < 0 ? theirs.lines.length : touched;
  const mirroring = draftOf(design);
  mirroring.putList(far.router, insertLines(theirs, at, [wanted]));
  const dropping = draftOf(design);
  dropping.putList(near.router, { ...ours, lines: ours.lines.filter((line) => line !== deny) });
  return [
    {
      title: `Deny the same in ACL ${list} on ${data.far}: ${entryText(wanted)}`,
      safe: false,
      edits: mirroring.edits(),
    },
    {
      title: `Remove line ${nearSequence} from ACL ${nearList} on ${data.near}`,
      safe: false,
      edits: dropping.edits(),
    },
  ];
}
