import { ownName } from "../../derive/routerNames.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import { freeName } from "../../edit/freeName.ts";
import type { Interface } from "../../model/interface.ts";
import type { Router } from "../../model/router.ts";
import { newAnchor } from "../dynamicAnchor.ts";
import type { Fix } from "../finding.ts";
import { routerRule } from "../rule.ts";

/** An interface takes a static crypto map only. */
export const dynmapOnInterface = routerRule({
  id: "dynmap-on-interface",
  severity: "error",
  fix: "auto",
  docs: {
    what: "An interface names a dynamic map where a crypto map belongs.",
    why: "No crypto map of that name exists, so nothing is applied.",
    remedy: "Anchor the dynamic map in a crypto map with `ipsec-isakmp dynamic`, and apply that one.",
    source: "Cisco, Security for VPNs with IPsec, Creating Dynamic Crypto Maps",
  },
  messages: {
    applied: "{router}: {interface} carries dynamic map {map}, which only an entry of a crypto map can bring in.",
  },
  check(router, report) {
    const { cryptoMapEntry, dynamicMapEntry, interface: interfaces } = router.elements;
    if (dynamicMapEntry.size === 0) return;
    const maps = new Set([...cryptoMapEntry.values()].map((entry) => entry.map));
    const dynamic = new Set([...dynamicMapEntry.values()].map((entry) => entry.map));
    for (const one of interfaces.values()) {
      const name = one.cryptoMap?.name;
      if (name === undefined || maps.has(name) || !dynamic.has(name)) continue;
      report({
        message: "applied",
        data: { router: ownName(router), interface: one.name, map: name },
        places: [{ router: router.id, kind: "interface", name: one.name, field: "cryptoMap" }],
        fixes: anchorFix(router, one, name),
      });
    }
  },
});

/** An anchor that exists already is what was meant; else a crypto map is made for it. */
function anchorFix(router: Router, carrier: Interface, dynamicMap: string): readonly Fix[] {
  const { cryptoMapEntry } = router.elements;
  const entries = [...cryptoMapEntry.values()];
  const existing = entries.find((entry) => entry.dynamicMap === dynamicMap)?.map;
  const map = existing ?? freeName(`${dynamicMap}-MAP`, (name) => entries.some((entry) => entry.map === name));
  const anchor = existing === undefined ? newAnchor(map, [], dynamicMap) : undefined;
  return [
    {
      title: `Apply crypto map ${map} on ${carrier.name}, with dynamic map ${dynamicMap} in it`,
      safe: false,
      edits: [
        ...(anchor ? [putEdit(router.id, "cryptoMapEntry", anchor)] : []),
        putEdit(router.id, "interface", { ...carrier, cryptoMap: { name: map } }),
      ],
    },
  ];
}
