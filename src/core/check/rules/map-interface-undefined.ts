import { ownName } from "../../derive/routerNames.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import type { Elements } from "../../model/router.ts";
import type { Fix } from "../finding.ts";
import { routerRule } from "../rule.ts";

/** An interface names a crypto map that nothing defines. */
export const mapInterfaceUndefined = routerRule({
  id: "map-interface-undefined",
  severity: "error",
  fix: "ask",
  docs: {
    what: "An interface carries a crypto map that is not defined.",
    why: "Nothing is applied, and traffic leaves in clear.",
    remedy: "Correct the name, which is case sensitive, or define the map.",
    source: "Cisco, Security for VPNs with IPsec, Applying Crypto Map Sets to Interfaces",
  },
  messages: { undefinedMap: "{router}: {interface} carries crypto map {map}, which is not defined." },
  check(router, report) {
    const maps = definedMaps(router.elements);
    const dynamic = new Set([...router.elements.dynamicMapEntry.values()].map((entry) => entry.map));
    for (const one of router.elements.interface.values()) {
      const name = one.cryptoMap?.name;
      // A dynamic map on an interface, and a map of settings alone, have rules of their own.
      if (name === undefined || maps.has(name) || dynamic.has(name) || router.elements.cryptoMap.has(name)) continue;
      const likely = [...maps].find((map) => map.toLowerCase() === name.toLowerCase());
      const choose: Fix = {
        title: `Apply another crypto map on ${one.name}`,
        safe: false,
        edits: [],
        needs: {
          label: "Crypto map",
          type: "choice",
          choices: [...maps],
          ...(likely !== undefined && { suggestion: likely }),
        },
      };
      report({
        message: "undefinedMap",
        data: { router: ownName(router), interface: one.name, map: name },
        places: [{ router: router.id, kind: "interface", name: one.name, field: "cryptoMap" }],
        fixes: maps.size > 0 ? [choose] : [],
      });
    }
  },
  complete(design, _fix, [place], value) {
    const one = design.routers.get(place.router)?.elements.interface.get(place.name);
    return one ? [putEdit(place.router, "interface", { ...one, cryptoMap: { ...one.cryptoMap, name: value } })] : [];
  },
});

function definedMaps(elements: Elements): ReadonlySet<string> {
  return new Set([...elements.cryptoMapEntry.values()].map((entry) => entry.map));
}
