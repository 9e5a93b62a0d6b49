import { applyEdits } from "../../edit/edit.ts";
import { importRouters } from "../../edit/importRouters.ts";
import { addRemoteClients, connectRemoteClients } from "../../edit/remoteClientsOperations.ts";
import { perform, inOrder } from "../../edit/designDraft.ts";
import { asCanvasId, EMPTY_DESIGN, type Design } from "../../model/design.ts";
import { asRouterId } from "../../model/router.ts";
import { parse } from "../../parse/parse.ts";

/** Configurations by hostname. */
export type Configurations = Readonly<Record<string, string>>;

/** People with a VPN client, to be put on the canvas beside the routers. */
export interface ScenarioClients {
  readonly label: string;
  readonly gateway: string;
  readonly group: string;
}

/** The design that some configurations are, drawn and laid out as an import draws it. The same ones always give the same design. */
export function designOf(name: string, configurations: Configurations, clients?: ScenarioClients): Design {
  let count = 0;
  const canvas = () => asCanvasId(`object-${(count += 1)}`);
  const routers = Object.entries(configurations).flatMap(([hostname, text]) => {
    const parsed = parse(text, { asOne: true, makeId: () => idOf(hostname) });
    if (parsed.kind !== "configurations") throw new Error(`The configuration of ${hostname} can't be read.`);
    return parsed.routers;
  });
  const empty: Design = { ...EMPTY_DESIGN, name };
  const drawn = applyEdits(empty, importRouters(routers, { canvas }).plan(empty));
  if (!clients) return drawn;
  const id = canvas();
  const right = Math.max(...[...drawn.layout.values()].map(({ x }) => x));
  const top = Math.min(...[...drawn.layout.values()].map(({ y }) => y));
  return perform(
    drawn,
    inOrder("Add the clients", [
      addRemoteClients({ id, position: { x: right + 280, y: top }, label: clients.label }),
      connectRemoteClients(id, idOf(clients.gateway), clients.group),
    ]),
  );
}

function idOf(hostname: string) {
  return asRouterId(hostname.toLowerCase());
}

/** Lines of a text put in the place of others; `null` takes lines out. Each must be there, so that no change is lost unnoticed. */
export function changed(text: string, changes: readonly (readonly [before: string, after: string | null])[]): string {
  return changes.reduce((lines, [before, after]) => {
    const at = `\n${lines}`.indexOf(`\n${before}\n`);
    if (at < 0) throw new Error(`There is no line "${before}".`);
    return lines.slice(0, at) + (after === null ? "" : `${after}\n`) + lines.slice(at + before.length + 1);
  }, text);
}

/** A site with one LAN and one way out. */
export interface SiteText {
  readonly hostname: string;
  /** The address of its outside interface, of which the provider has the next lower one. */
  readonly outside: string;
  /** The LAN without its last octet: "10.1.0". */
  readonly lan: string;
  readonly peer: string;
  /** The lines of the crypto access list, VPN-TRAFFIC. */
  readonly traffic: readonly string[];
  /** In the place of one AES-256 transform set. */
  readonly transformSets?: readonly string[];
  /** In the place of `set transform-set AES256`. */
  readonly use?: string;
}

/** What a plain site-to-site configuration looks like: policy, key, transform set, one crypto map entry, no translation. */
export function siteText({ hostname, outside, lan, peer, traffic, transformSets, use }: SiteText): string {
  return `hostname ${hostname}
!
crypto isakmp policy 10
 encr aes 256
 hash sha256
 authentication pre-share
 group 14
crypto isakmp key Classroom-Key-2024 address ${peer}
!
${(transformSets ?? ["crypto ipsec transform-set AES256 esp-aes 256 esp-sha256-hmac"]).join("\n")}
!
crypto map VPN 10 ipsec-isakmp
 set peer ${peer}
 set transform-set ${use ?? "AES256"}
 match address VPN-TRAFFIC
!
interface GigabitEthernet0/0
 description Internet
 ip address ${outside} 255.255.255.252
 crypto map VPN
!
interface GigabitEthernet0/1
 ip address ${lan}.1 255.255.255.0
!
ip route 0.0.0.0 0.0.0.0 ${outside.replace(/\d+$/, (last) => String(Number(last) - 1))}
!
ip access-list extended VPN-TRAFFIC
${traffic.map((line) => ` ${line}`).join("\n")}
!
end
`;
}
