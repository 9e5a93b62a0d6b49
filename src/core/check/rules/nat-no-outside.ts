import { cryptoMapSets } from "../../derive/cryptoMapSet.ts";
import { ownName } from "../../derive/routerNames.ts";
import type { Interface } from "../../model/interface.ts";
import { elementName, type Router } from "../../model/router.ts";
import { routerRule } from "../rule.ts";

/** Translation happens between an inside and an outside, and one of them is missing here. */
export const natNoOutside = routerRule({
  id: "nat-no-outside",
  severity: "warning",
  fix: "man",
  docs: {
    what: "A router translates addresses, and the crypto interface that it should translate at is not `ip nat outside`.",
    why: "Nothing is translated there, so what does not go into the tunnel leaves with private addresses; once it is made outside, protected traffic needs an exemption.",
    remedy: "Make the interface `ip nat outside`, with an exemption for the tunnel, or remove the translation.",
    source: "Cisco IOS IP Addressing Configuration Guide: NAT translates between inside and outside interfaces",
  },
  messages: {
    notOutside: "{router}: addresses are translated by {rule}, but crypto interface {interface} is not ip nat outside.",
  },
  check(router, report) {
    // A fragment that says of no interface whether it is inside or outside leaves that to the rest of the configuration.
    if (![...router.elements.interface.values()].some((one) => one.nat !== undefined)) return;
    const carriers = [...cryptoMapSets(router.elements).values()].flatMap((set) => set.carriers);
    for (const rule of router.elements.natRule.values()) {
      const carrier = carriers.find((one) => one.nat === undefined && isMeantBy(router, rule.to, one));
      if (!carrier) continue;
      report({
        message: "notOutside",
        data: {
          router: ownName(router),
          rule: `${rule.match.kind} ${rule.match.name}`,
          interface: carrier.name,
        },
        places: [
          { router: router.id, kind: "interface", name: carrier.name },
          { router: router.id, kind: "natRule", name: elementName("natRule", rule) },
        ],
      });
    }
  },
});

/** A rule names the interface that it translates at; one with a pool means whichever is outside, so there has to be one. */
function isMeantBy(
  { elements }: Router,
  to: { readonly kind: "interface" | "pool"; readonly name: string },
  carrier: Interface,
): boolean {
  if (to.kind === "interface") return to.name === carrier.name;
  return ![...elements.interface.values()].some((one) => one.nat === "outside");
}
