import type { IsakmpPolicy } from "../model/isakmp.ts";
import type { RouterId } from "../model/router.ts";
import type { Edit, Operation } from "./edit.ts";

/** Changes places with the policy before or after: the two swap their priorities. */
export function moveIsakmpPolicy(router: RouterId, priority: number, direction: "up" | "down"): Operation {
  return {
    label: `Move ISAKMP policy ${priority} ${direction}`,
    plan(design) {
      const policies = [...(design.routers.get(router)?.elements.isakmpPolicy.values() ?? [])].sort(
        (one, other) => one.priority - other.priority,
      );
      const index = policies.findIndex((policy) => policy.priority === priority);
      const one = policies[index];
      const other = policies[direction === "up" ? index - 1 : index + 1];
      if (!one || !other) return [];
      const put = (policy: IsakmpPolicy, into: number): Edit => ({
        op: "put",
        key: { router, kind: "isakmpPolicy", name: String(into) },
        element: { ...policy, priority: into },
      });
      return [put(one, other.priority), put(other, one.priority)];
    },
  };
}
