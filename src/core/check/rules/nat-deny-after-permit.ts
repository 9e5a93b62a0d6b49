import { identityAt, normalAccessList } from "../../derive/cryptoAccessList.ts";
import { covers } from "../../derive/proxyIdentity.ts";
import { insertLines } from "../../edit/accessListLines.ts";
import type { Place, Router } from "../../model/router.ts";
import { putNumberedList } from "../cryptoLists.ts";
import type { Fix } from "../finding.ts";
import { cryptoListOf, exemptionFix } from "../natFixes.ts";
import { refusalsOf } from "../projection.ts";
import { nearEnd, routersIn } from "../routeFixes.ts";
import { peeringRule } from "../rule.ts";

/** The first line that matches decides; an exemption below the permit is never asked. */
export const natDenyAfterPermit = peeringRule({
  id: "nat-deny-after-permit",
  severity: "error",
  fix: "auto",
  projects: true,
  docs: {
    what: "The translation's list exempts protected traffic only after a permit that covers it.",
    why: "The permit matches first, so the traffic is translated, matches no crypto access list and leaves in clear.",
    remedy: "Move the deny before the permit.",
    source: "Cisco IOS XE Security for VPNs with IPsec Configuration Guide: sample list with the deny first",
  },
  messages: {
    late: "{near} translates {flow} by {by}: the deny for it stands behind the permit that matches first.",
    partly: "{near} translates part of {flow} by {by}: the deny for it stands behind the permit that matches first.",
  },
  check(judged, routers, report) {
    for (const { data, places } of refusalsOf(judged, "nat-deny-after-permit")) {
      const name = data.near;
      report({
        message: data.extent === "part" ? "partly" : "late",
        ...(data.extent === "part" && { severity: "warning" as const }),
        data,
        places,
        fixes: ({ design }) => {
          const { router } = nearEnd(judged, routersIn(design, routers), name);
          return moveFix(router, places) ?? exemptionFix(router, cryptoListOf(places), data.flow, name);
        },
      });
    }
  },
});

/** Moves the deny up; not where it is the list's end, which would keep everything from translation. */
function moveFix(router: Router, [deny, permit]: readonly Place[]): readonly Fix[] | undefined {
  const list = router.elements.accessList.get(deny?.name ?? "");
  const normal = normalAccessList(router.elements, deny?.name);
  const line = list?.lines.find((one) => one.sequence === deny?.item);
  const late = normal && identityAt(normal, Number(deny?.item));
  const early = normal && identityAt(normal, Number(permit?.item));
  if (!list || !line || !late || !early || covers(late, early)) return undefined;
  const rest = { ...list, lines: list.lines.filter((one) => one !== line) };
  const index = rest.lines.findIndex((one) => one.sequence === permit?.item);
  if (index < 0) return undefined;
  return [
    {
      title: `Move the deny before the permit in ACL ${list.name}`,
      safe: false,
      edits: [putNumberedList(router, insertLines(rest, index, [line]))],
    },
  ];
}
