import { putEdit } from "../../edit/elementEdits.ts";
import type { Place } from "../../model/router.ts";
import { entryPlace } from "../cryptoEntries.ts";
import { namedEnds, type NamedEnd } from "../namedEnds.ts";
import { peeringRule } from "../rule.ts";

/** Dead peer detection finds out from one end only. */
export const dpdOneSided = peeringRule({
  id: "dpd-one-sided",
  severity: "info",
  fix: "auto",
  docs: {
    what: "Only one of two peers has `crypto isakmp keepalive`.",
    why: "The other end keeps its security associations when its peer is gone, and sends into nothing until they expire.",
    remedy: "Configure dead peer detection at both ends; the intervals may differ.",
    source: "Cisco IOS Security Configuration Guide, IPsec Dead Peer Detection Periodic Message Option",
  },
  messages: { oneSided: "{far} detects a dead peer with crypto isakmp keepalive, and {near} does not." },
  check(judged, routers, report) {
    const { kind } = judged.peering;
    const ends = namedEnds(judged, routers);
    if (!ends || kind === "manual" || kind === "ikev2") return;
    const [lacking, ...others] = ends.filter((end) => keepalivePlace(end) === undefined);
    const having = ends.find((end) => end !== lacking);
    if (!lacking || !having || others.length > 0) return;
    const keepalive = having.router.elements.isakmpSettings.get("")?.keepalive;
    const settings = lacking.router.elements.isakmpSettings.get("") ?? {};
    const place = keepalivePlace(having);
    report({
      message: "oneSided",
      data: { near: lacking.name, far: having.name },
      places: [entryPlace(lacking.entry), ...(place ? [place] : [])],
      fixes: keepalive
        ? [
            {
              title: `Detect dead peers on ${lacking.name} as ${having.name} does`,
              // What is protected, and how, stays the same; only a dead peer is noticed.
              safe: true,
              edits: [putEdit(lacking.router.id, "isakmpSettings", { ...settings, keepalive })],
            },
          ]
        : [],
    });
  },
});

/** Where an end says that it detects dead peers: in its profile, or for the whole router. */
function keepalivePlace({ router, entry }: NamedEnd): Place | undefined {
  const name = entry.body.isakmpProfile;
  if (name !== undefined && router.elements.isakmpProfile.get(name)?.keepalive) {
    return { router: router.id, kind: "isakmpProfile", name, field: "keepalive" };
  }
  return router.elements.isakmpSettings.get("")?.keepalive
    ? { router: router.id, kind: "isakmpSettings", name: "", field: "keepalive" }
    : undefined;
}
