import { ownName } from "../../derive/routerNames.ts";
import type { Design } from "../../model/design.ts";
import type { LocalPool } from "../../model/remoteAccess.ts";
import type { Place, Router } from "../../model/router.ts";
import { parseIpv4 } from "../../net/ipv4.ts";
import { poolExemption, translatedNetworks } from "../clientPools.ts";
import type { Fix } from "../finding.ts";
import { poolUses } from "../remoteAccess.ts";
import { routerRule } from "../rule.ts";

/** How many addresses a new pool gets, as far as its network reaches. */
const poolSize = 100;

/** A client without an address can't be answered. */
export const raPoolUndefined = routerRule({
  id: "ra-pool-undefined",
  severity: "error",
  fix: "ask",
  docs: {
    what: "Clients get their addresses from a pool that is not defined.",
    why: "Mode configuration has no address to give, and the client gives up.",
    remedy: "Define the pool with `ip local pool`, or name one that is.",
    source: "Cisco Press on remote access servers; Cisco IOS Security Command Reference, ip local pool",
  },
  messages: { undefined: "{router}: clients get their addresses from the pool {pool}, which is not defined." },
  check(router, report) {
    for (const { pool, place } of poolUses(router)) {
      if (router.elements.localPool.has(pool)) continue;
      report({
        message: "undefined",
        data: { router: ownName(router), pool },
        places: [place],
        fixes: [...existing(router), define(pool)],
      });
    }
  },
  complete(design, fix, [place], value) {
    const router = design.routers.get(place.router);
    const use =
      router && poolUses(router).find((one) => one.place.kind === place.kind && one.place.name === place.name);
    if (!router || !use) return [];
    if (fix.needs?.type === "choice") return renamed(design, use.place, value);
    const start = parseIpv4(value);
    if (start === undefined) return [];
    // The pool ends with its /24 at the latest, before the broadcast address.
    const end = Math.max(start, Math.min(start + poolSize - 1, ((start & 0xffffff00) >>> 0) + 254));
    const pool: LocalPool = { name: use.pool, start, end };
    return [
      { op: "put", key: { router: router.id, kind: "localPool", name: use.pool }, element: pool },
      // What goes back to the new addresses would be translated otherwise.
      ...poolExemption(router, translatedNetworks(router.elements), pool),
    ];
  },
});

function existing({ elements }: Router): readonly Fix[] {
  const choices = [...elements.localPool.keys()];
  if (choices.length === 0) return [];
  return [
    {
      title: "Use a pool that is defined",
      safe: false,
      edits: [],
      needs: { label: "Pool", type: "choice", choices },
    },
  ];
}

function define(pool: string): Fix {
  return {
    title: `Define the pool ${pool}`,
    safe: false,
    edits: [],
    needs: { label: `First of up to ${poolSize} addresses`, type: "address" },
  };
}

function renamed(design: Design, place: Place, pool: string) {
  const elements = design.routers.get(place.router)?.elements;
  const group = elements?.clientGroup.get(place.name);
  const settings = elements?.isakmpSettings.get("");
  const element =
    place.kind === "clientGroup" ? group && { ...group, pool } : settings && { ...settings, addressPoolLocal: pool };
  const key = { router: place.router, kind: place.kind, name: place.name };
  return element ? [{ op: "put" as const, key, element }] : [];
}
