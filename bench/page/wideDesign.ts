import {
  asCanvasId,
  asRouterId,
  EMPTY_DESIGN,
  importRouters,
  parse,
  perform,
  saveDesign,
  type Design,
  type Router,
} from "../../src/core/index.ts";
import { neighboursAfter, placeInRows } from "./rows.ts";

/** The file of a design of so many routers, each with a network of its own, and twice as many tunnels. */
export function wideDesignFile(routers: number): string {
  const read = configurations(routers).map((text, site): Router => {
    const parsed = parse(text, { makeId: () => asRouterId(`router-${String(site)}`) });
    if (parsed.kind !== "configurations" || !parsed.routers[0]) throw new Error("What was made is no configuration.");
    return parsed.routers[0];
  });
  let count = 0;
  const ids = { canvas: () => asCanvasId(`canvas-${String((count += 1))}`) };
  const design = perform(EMPTY_DESIGN, importRouters(read, ids));
  return saveDesign({ ...design, name: wideDesignName(routers), layout: inRows(design) });
}

/** What that design is called. */
export function wideDesignName(routers: number): string {
  return `${String(routers)} routers in rows`;
}

function configurations(routers: number): readonly string[] {
  const neighbours = Array.from({ length: routers }, (): number[] => []);
  for (let site = 0; site < routers; site += 1) {
    for (const other of neighboursAfter(site, routers)) {
      neighbours[site]?.push(other);
      neighbours[other]?.push(site);
    }
  }
  return neighbours.map((others, site) => configuration(site, others));
}

function configuration(site: number, others: readonly number[]): string {
  const key = (other: number) => [site, other].sort((one, two) => one - two).join("-");
  return [
    `hostname R${String(site + 1)}`,
    "crypto isakmp policy 10",
    " encr aes 256",
    " hash sha256",
    " authentication pre-share",
    " group 14",
    ...others.map((other) => `crypto isakmp key Key-between-${key(other)} address ${outside(other, 2)}`),
    "crypto ipsec transform-set STRONG esp-aes 256 esp-sha256-hmac",
    " mode tunnel",
    ...others.flatMap((other, index) => [
      `crypto map VPN ${String(10 * (index + 1))} ipsec-isakmp`,
      ` set peer ${outside(other, 2)}`,
      " set transform-set STRONG",
      " set pfs group14",
      ` match address TO-R${String(other + 1)}`,
    ]),
    "interface GigabitEthernet0/0",
    ` ip address ${outside(site, 2)} 255.255.255.252`,
    " crypto map VPN",
    "interface GigabitEthernet0/1",
    ` ip address ${lan(site, 1)} 255.255.255.0`,
    `ip route 0.0.0.0 0.0.0.0 ${outside(site, 1)}`,
    ...others.flatMap((other) => [
      `ip access-list extended TO-R${String(other + 1)}`,
      ` permit ip ${lan(site, 0)} 0.0.0.255 ${lan(other, 0)} 0.0.0.255`,
    ]),
    "end",
    "",
  ].join("\n");
}

function outside(site: number, host: number): string {
  return `100.${String(64 + (site >> 14))}.${String((site >> 6) & 255)}.${String((site & 63) * 4 + host)}`;
}

function lan(site: number, host: number): string {
  return `10.${String(site >> 8)}.${String(site & 255)}.${String(host)}`;
}

/** Each network below its router, and the clouds above them all. */
function inRows(design: Design): Design["layout"] {
  const sites = new Map([...design.routers.keys()].map((id, site) => [id, site]));
  const place = (id: Router["id"]) => placeInRows(sites.get(id) ?? 0, sites.size);
  const subnets = [...design.subnets.values()].map(({ id, attachments: [first] }) => {
    const { x, y } = first ? place(first.router) : { x: 0, y: 0 };
    return [id, { x, y: y + 170 }] as const;
  });
  return new Map<string, { readonly x: number; readonly y: number }>([
    ...[...design.routers.keys()].map((id) => [id, place(id)] as const),
    ...subnets,
    ...[...design.clouds.keys()].map((id, index) => [id, { x: index * 300, y: -300 }] as const),
  ]);
}
