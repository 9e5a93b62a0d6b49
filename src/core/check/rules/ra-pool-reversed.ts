import { ownName } from "../../derive/routerNames.ts";
import { formatIpv4 } from "../../net/ipv4.ts";
import { routerRule } from "../rule.ts";

/** A pool counts upwards. */
export const raPoolReversed = routerRule({
  id: "ra-pool-reversed",
  severity: "error",
  fix: "auto",
  docs: {
    what: "An address pool ends before it begins.",
    why: "IOS refuses the line, so the pool does not exist.",
    remedy: "Write the lower address first.",
    source: "Cisco IOS Security Command Reference, ip local pool",
  },
  messages: { reversed: "{router}: pool {pool} begins at {start} and ends before that, at {end}." },
  check(router, report) {
    for (const pool of router.elements.localPool.values()) {
      const { name, start, end } = pool;
      if (end === undefined || start <= end) continue;
      report({
        message: "reversed",
        data: { router: ownName(router), pool: name, start: formatIpv4(start), end: formatIpv4(end) },
        places: [{ router: router.id, kind: "localPool", name }],
        fixes: [
          {
            title: `Let pool ${name} run from ${formatIpv4(end)} to ${formatIpv4(start)}`,
            safe: true,
            edits: [
              {
                op: "put",
                key: { router: router.id, kind: "localPool", name },
                element: { ...pool, start: end, end: start },
              },
            ],
          },
        ],
      });
    }
  },
});
