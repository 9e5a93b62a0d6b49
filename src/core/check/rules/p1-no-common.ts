import { freePriority } from "../../edit/linkPhase1.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import { routerNames } from "../../derive/routerNames.ts";
import type { IsakmpPolicy } from "../../model/isakmp.ts";
import { nearAndFar } from "../namedEnds.ts";
import { projectedRule } from "../projectedRule.ts";

/** No policy of one end equals one of the other. */
export const p1NoCommon = projectedRule({
  id: "p1-no-common",
  severity: "error",
  fix: "ask",
  docs: {
    what: "No ISAKMP policy of one router equals one of its peer in encryption, hash, authentication and group.",
    why: "The responder takes the first of its policies that equals an offered one; without one, phase 1 ends at its first message.",
    remedy: "Give both routers one policy in common.",
    source: "Cisco IOS Security Configuration Guide, Configuring Internet Key Exchange: IKE policies must match",
  },
  messages: {
    differ:
      "No ISAKMP policy of {near} equals one of {far}: the closest, {nearPriority} ({nearPolicy}) and {farPriority} ({farPolicy}), differ in {attribute}.",
    none: "{near} ({nearPolicy}) and {far} ({farPolicy}) have no ISAKMP policy in common.",
  },
  message: ({ data }) => (data.nearPriority === "" || data.farPriority === "" ? "none" : "differ"),
  fixes(judged, routers, { data }) {
    const ends = nearAndFar(judged, routers, data.near);
    const choice = (name = "", priority = "", policy = "") => {
      // A built-in policy has no lines that could be copied.
      const own = ends.find((end) => end.name === name)?.router.elements.isakmpPolicy.get(priority);
      return own ? [`${name} policy ${priority}: ${policy}`] : [];
    };
    const choices = [
      ...choice(data.near, data.nearPriority, data.nearPolicy),
      ...choice(data.far, data.farPriority, data.farPolicy),
    ];
    if (choices.length === 0) return [];
    return [
      {
        title: "Give both routers one policy in common",
        safe: false,
        edits: [],
        needs: { label: "The policy that both shall have", type: "choice", choices },
      },
    ];
  },
  complete(design, _fix, places, value) {
    const told = /^(.*) policy (\d+): /.exec(value);
    const names = routerNames(design.routers);
    const routers = [...new Set(places.map((place) => place.router))];
    const from = routers.find((id) => names.get(id) === told?.[1]);
    const policy = from && design.routers.get(from)?.elements.isakmpPolicy.get(told?.[2] ?? "");
    if (!policy) return [];
    return routers.flatMap((id) => {
      const router = design.routers.get(id);
      if (!router || id === from) return [];
      const copy: IsakmpPolicy = { ...policy, kept: [], priority: freePriority(router.elements) };
      return [putEdit(id, "isakmpPolicy", copy)];
    });
  },
});
