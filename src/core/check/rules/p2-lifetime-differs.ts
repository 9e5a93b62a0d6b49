import type { CryptoMapEntryBody } from "../../model/cryptoMap.ts";
import { lifetimesOf, type Lifetimes } from "../../negotiate/phase2Terms.ts";
import type { Edit } from "../../edit/edit.ts";
import { namedEnds, type NamedEnd } from "../namedEnds.ts";
import { projectedRule } from "../projectedRule.ts";

/** Lifetimes of security associations are settled, not compared. */
export const p2LifetimeDiffers = projectedRule({
  id: "p2-lifetime-differs",
  severity: "info",
  fix: "auto",
  docs: {
    what: "Two peers propose different lifetimes, in seconds or kilobytes, for the security associations between them.",
    why: "The smaller of both is used, seconds and kilobytes apart; nothing fails, but the larger value is not what happens.",
    remedy: "Write the same lifetimes at both ends.",
    source: "Cisco IOS Security Command Reference, set security-association lifetime",
  },
  messages: { differ: "{near} proposes {nearValue} and {far} {farValue}: the smaller of both is used." },
  message: () => "differ",
  fixes(judged, routers) {
    const ends = namedEnds(judged, routers);
    if (!ends) return [];
    const [one, other] = ends.map((end) => lifetimesOf(end.router.elements, end.entry.body)) as [Lifetimes, Lifetimes];
    const lifetimeSeconds = Math.min(one.lifetimeSeconds, other.lifetimeSeconds);
    const volumes = [one, other].flatMap(({ lifetimeKilobytes }) => lifetimeKilobytes ?? []);
    const lifetimeKilobytes = volumes.length === 0 ? null : Math.min(...volumes);
    const edits = ends.flatMap((end, index) =>
      withLifetimes(end, index === 0 ? one : other, { lifetimeSeconds, lifetimeKilobytes }),
    );
    // Both ends use these values already.
    return [{ title: `Write the smaller lifetimes at both ends`, safe: true, edits }];
  },
});

function withLifetimes({ router, entry }: NamedEnd, own: Lifetimes, wanted: Lifetimes): readonly Edit[] {
  const seconds = own.lifetimeSeconds !== wanted.lifetimeSeconds;
  const volume = own.lifetimeKilobytes !== wanted.lifetimeKilobytes;
  if (!seconds && !volume) return [];
  const { lifetimeDays: _days, ...rest } = entry.entry;
  const body: CryptoMapEntryBody = {
    ...(seconds ? rest : entry.entry),
    ...(seconds && { lifetimeSeconds: wanted.lifetimeSeconds }),
    ...(volume && { lifetimeKilobytes: wanted.lifetimeKilobytes ?? "disable" }),
  };
  return [
    { op: "put", key: { router: router.id, kind: entry.kind, name: entry.name }, element: body as typeof entry.entry },
  ];
}
