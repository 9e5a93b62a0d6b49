import type { StaticRoute } from "../../model/route.ts";
import { formatIpv4, lengthOfMask } from "../../net/ipv4.ts";
import type { ShowForm } from "./command.ts";

/** `show ip route static`: the routes of the global table, with distance and metric. */
export const staticRoutes: readonly ShowForm[] = [
  {
    syntax: "show ip route static",
    meaning: "Static routes",
    run: ({ router }) =>
      [...router.elements.staticRoute.values()]
        // The gateway that DHCP told stands in no configuration.
        .filter((route) => route.vrf === undefined && route.dhcp !== true)
        .map(routeLine),
  },
];

function routeLine(route: StaticRoute): string {
  const length = lengthOfMask(route.mask) ?? 0;
  const code = length === 0 ? "S*" : "S ";
  const network = `${code}    ${formatIpv4(route.network)}/${String(length)}`;
  if (route.nextHop === undefined) return `${network} is directly connected, ${route.interface ?? "Null0"}`;
  return `${network} [${String(route.distance ?? 1)}/0] via ${formatIpv4(route.nextHop)}${
    route.interface === undefined ? "" : `, ${route.interface}`
  }`;
}
