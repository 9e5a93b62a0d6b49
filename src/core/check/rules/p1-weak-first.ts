import { putEdit } from "../../edit/elementEdits.ts";
import { projectedRule } from "../projectedRule.ts";

/** The responder's order decides, and it puts the weaker policy first. */
export const p1WeakFirst = projectedRule({
  id: "p1-weak-first",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "Two peers agree on an ISAKMP policy although both also have a stronger one in common.",
    why: "The responder takes the first of its policies, by number, that the initiator offers, whatever stands behind it.",
    remedy: "Give the stronger policy the lower number.",
    source: "Cisco IOS Security Configuration Guide, Configuring Internet Key Exchange: policy priorities",
  },
  messages: {
    weaker:
      "{near} takes policy {chosenPriority} ({chosen}) from {far}, although both also have the stronger {stronger}, its policy {strongerPriority}.",
  },
  message: () => "weaker",
  fixes(_judged, { a, b }, { data, places: [place] }) {
    const router = [a, b].find((one) => one?.id === place?.router);
    const { chosenPriority, strongerPriority } = data;
    const chosen = router?.elements.isakmpPolicy.get(chosenPriority);
    const stronger = router?.elements.isakmpPolicy.get(strongerPriority);
    if (!router || !chosen || !stronger) return [];
    return [
      {
        title: `Swap policies ${chosenPriority} and ${strongerPriority} on ${data.near}`,
        safe: false,
        edits: [
          putEdit(router.id, "isakmpPolicy", { ...stronger, priority: chosen.priority }),
          putEdit(router.id, "isakmpPolicy", { ...chosen, priority: stronger.priority }),
        ],
      },
    ];
  },
});
