import { putEdit } from "../edit/elementEdits.ts";
import type { Edit } from "../edit/edit.ts";
import type { Refusal } from "../negotiate/trace.ts";
import type { Fix } from "./finding.ts";
import type { PeeringRouters } from "./rule.ts";

/** The shorter of two IKE lifetimes, which is what both ends use anyway, written into the policy that has the longer one. */
export function shorterLifetime({ a, b }: PeeringRouters, { data, places }: Refusal): readonly Fix[] {
  const { near = "", far = "", nearValue = "", farValue = "", nearPriority = "", farPriority = "" } = data;
  const nearIsLonger = Number(nearValue) > Number(farValue);
  const [name, priority, seconds] = nearIsLonger ? [near, nearPriority, farValue] : [far, farPriority, nearValue];
  const place = places[nearIsLonger ? 0 : 1];
  const router = [a, b].find((one) => one?.id === place?.router);
  const policy = place?.kind === "isakmpPolicy" ? router?.elements.isakmpPolicy.get(priority) : undefined;
  if (!router || !policy) return [];
  const edits: readonly Edit[] = [putEdit(router.id, "isakmpPolicy", { ...policy, lifetimeSeconds: Number(seconds) })];
  // Other peers of the router may use the policy with the longer lifetime.
  return [{ title: `Set the lifetime of policy ${priority} on ${name} to ${seconds} seconds`, safe: false, edits }];
}
