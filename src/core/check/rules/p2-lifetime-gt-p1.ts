import { entryPlace } from "../cryptoEntries.ts";
import { namedEnds } from "../namedEnds.ts";
import { peeringRule } from "../rule.ts";

/** Legal, and mostly a mistake: the channel that renews the keys is gone before they expire. */
export const p2LifetimeGtP1 = peeringRule({
  id: "p2-lifetime-gt-p1",
  severity: "info",
  fix: "none",
  docs: {
    what: "The lifetime that two peers agree on for IPsec is longer than the one for IKE.",
    why: "IKE's security association expires first and is negotiated anew for the next rekey, which costs a main mode each time.",
    remedy: "Give IKE the longer lifetime: a day and an hour are IOS's defaults.",
    source: "Judgement; defaults from the Cisco IOS Security Command Reference",
  },
  messages: {
    longer:
      "{near} and {far} agree on {ipsec} seconds for IPsec, longer than the {ike} seconds that their IKE association lives.",
  },
  check(judged, routers, report) {
    const ends = namedEnds(judged, routers);
    const agreed = [judged.aToB, judged.bToA].find((one) => one?.phase1 && one.phase2);
    const ike = agreed?.phase1?.lifetimeSeconds;
    const ipsec = agreed?.phase2?.lifetimeSeconds ?? undefined;
    if (!ends || ike === undefined || ipsec === undefined || ipsec <= ike) return;
    report({
      message: "longer",
      data: { near: ends[0].name, far: ends[1].name, ipsec, ike },
      places: ends.map(({ entry }) => entryPlace(entry, "lifetimeSeconds")),
    });
  },
});
