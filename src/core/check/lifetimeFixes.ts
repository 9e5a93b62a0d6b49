import { putEdit } from "../edit/elementEdits.ts";
import type { Edit } from "../edit/edit.ts";
import type { Refusal } from "../negotiate/trace.ts";
import type { Fix } from "./finding.ts";
import { placeAt, routerOfPair } from "./namedEnds.ts";
import type { PeeringRouters } from "./rule.ts";

/** The shorter of two IKE lifetimes, which is what both ends use anyway, written into the policy that has the longer one. */
export function shorterLifetime(
  routers: PeeringRouters,
  { data, places }: Refusal<"p1-lifetime-differs" | "p1-lifetime-initiator-longer">,
): readonly Fix[] {
  const { near, far, nearValue, farValue, nearPriority, farPriority } = data;
  const nearIsLonger = Number(nearValue) > Number(farValue);
  const [name, priority, seconds] = nearIsLonger ? [near, nearPriority, farValue] : [far, farPriority, nearValue];
  const router = routerOfPair(routers, placeAt(places, nearIsLonger ? 0 : 1).router);
  // A built-in policy has no lines that could be changed.
  const policy = router.elements.isakmpPolicy.get(priority);
  if (!policy) return [];
  const edits: readonly Edit[] = [putEdit(router.id, "isakmpPolicy", { ...policy, lifetimeSeconds: Number(seconds) })];
  // Other peers of the router may use the policy with the longer lifetime.
  return [{ title: `Set the lifetime of policy ${priority} on ${name} to ${seconds} seconds`, safe: false, edits }];
}
