import { describe, expect, it } from "vitest";
import { namesIn } from "../derive/references.ts";
import { applyEdits } from "../edit/edit.ts";
import { renameEverywhere, renameObstacle } from "../edit/renameEverywhere.ts";
import { EMPTY_DESIGN } from "../model/design.ts";
import type { Router } from "../model/router.ts";
import { parse } from "../parse/parse.ts";
import { routerText } from "./routerText.ts";
import { definitionsOf, nameAt, occurrencesOf } from "./textNames.ts";

/** A configuration with a name of every kind, defined and used; the dynamic map has the name of the crypto map that anchors it. */
const TEXT = `hostname HQ
aaa new-model
aaa authentication login CLIENTS local
aaa authorization network GROUPS local
aaa accounting network ACCT start-stop group radius
vrf definition FVRF
 rd 65000:1
object-group network LANS
 10.1.0.0 255.255.255.0
ip local pool EZPOOL 10.99.0.1 10.99.0.50
crypto keyring KR vrf FVRF
  local-address GigabitEthernet0/0
  pre-shared-key address 192.0.2.1 key abcdefgh
crypto isakmp policy 10
 encr aes
 authentication pre-share
 group 14
crypto isakmp client configuration group STAFF
 key cisco123
 pool EZPOOL
 acl SPLIT
 access-restrict GigabitEthernet0/0
crypto isakmp client configuration address-pool local EZPOOL
crypto isakmp profile PROF
   vrf FVRF
   keyring KR
   match identity group STAFF
   match identity address 192.0.2.1 255.255.255.255 FVRF
   client authentication list CLIENTS
   isakmp authorization list GROUPS
   accounting ACCT
   client configuration address respond
   client configuration group STAFF
   virtual-template 1
   local-address GigabitEthernet0/0
crypto ipsec transform-set TS esp-aes esp-sha-hmac
crypto ipsec transform-set TS2 esp-3des esp-sha-hmac
crypto ipsec profile IPP
 set transform-set TS
 set isakmp-profile PROF
crypto dynamic-map VPN 10
 set transform-set TS TS2
 set isakmp-profile PROF
 match address SPLIT
crypto map VPN client authentication list CLIENTS
crypto map VPN isakmp authorization list GROUPS
crypto map VPN client accounting list ACCT
crypto map VPN client configuration address respond
crypto map VPN local-address GigabitEthernet0/0
crypto map VPN isakmp-profile PROF
crypto map VPN 10 ipsec-isakmp
 set peer 192.0.2.1
 set transform-set TS TS2
 set isakmp-profile PROF
 set ip access-group SPLIT in
 match address 110
crypto map VPN 65535 ipsec-isakmp dynamic VPN
interface Loopback0
 ip address 10.0.0.1 255.255.255.255
interface Gi0/0
 ip address 192.0.2.2 255.255.255.252
 ip access-group SPLIT in
 ip nat outside
 crypto map VPN
interface Tunnel0
 ip unnumbered Loopback0
 vrf forwarding FVRF
 tunnel source GigabitEthernet0/0
 tunnel protection ipsec profile IPP
interface Virtual-Template1 type tunnel
 ip unnumbered Loopback0
ip nat pool NP 192.0.2.5 192.0.2.6 netmask 255.255.255.252
ip nat inside source list 110 pool NP overload
ip nat inside source route-map RM interface Gi0/0 overload
ip route 0.0.0.0 0.0.0.0 Gi0/0
ip route vrf FVRF 0.0.0.0 0.0.0.0 GigabitEthernet0/0 192.0.2.1
ip access-list extended SPLIT
 permit ip object-group LANS any
 permit ip 10.1.0.0 0.0.0.255 any
access-list 110 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
access-list 110 permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255
route-map RM permit 10
 match ip address 110
`;

function routerOf(text: string): Router {
  const read = parse(text);
  if (read.kind !== "configurations" || !read.routers[0]) throw new Error("The text is no configuration.");
  return read.routers[0];
}

const router = routerOf(TEXT);
const { lines } = routerText(router);
const uses = namesIn(router.elements).filter(({ definitions }) => definitions.length > 0);

/** The word that stands at a range. */
const wordAt = ({ line, column, endColumn }: { line: number; column: number; endColumn: number }) =>
  lines[line - 1]!.text.slice(column - 1, endColumn - 1);

describe("a name of every kind", () => {
  it("is in the configuration", () => {
    expect([...new Set(uses.map(({ to }) => to))].sort()).toEqual([
      "aaaAccounting",
      "aaaAuthentication",
      "aaaAuthorization",
      "accessList",
      "clientGroup",
      "cryptoMap",
      "dynamicMap",
      "interface",
      "ipsecProfile",
      "isakmpProfile",
      "keyring",
      "localPool",
      "natPool",
      "objectGroup",
      "routeMap",
      "transformSet",
      "vrf",
    ]);
  });

  it.each(uses.map((use) => [`${use.to} ${use.name}`, use] as const))(
    "%s is found from each place to its definition",
    (_, use) => {
      const [definition] = definitionsOf(use, lines);
      expect(definition).toBeDefined();
      const places = occurrencesOf(use, lines);
      expect(places).toContainEqual(definition);
      for (const place of places) {
        expect(nameAt(router.elements, lines, place.line, place.column)?.use, `line ${place.line}`).toBe(use);
      }
    },
  );

  it("of an interface is found where it is abbreviated", () => {
    const use = uses.find(({ name }) => name === "GigabitEthernet0/0")!;
    expect(new Set(occurrencesOf(use, lines).map(wordAt))).toEqual(new Set(["GigabitEthernet0/0", "Gi0/0"]));
  });

  it("stands apart from the same name of another kind on the same line", () => {
    const at = lines.findIndex(({ text }) => text.endsWith("dynamic VPN"));
    const kindAt = (column: number) => nameAt(router.elements, lines, at + 1, column)?.use.to;
    expect([kindAt(12), kindAt(lines[at]!.text.length)]).toEqual(["cryptoMap", "dynamicMap"]);
  });

  it.each(uses.map((use) => [`${use.to} ${use.name}`, use] as const))("%s is renamed wherever it stands", (_, use) => {
    const into = use.to === "interface" ? use.name.replace(/\d+$/, "77") : use.name === "110" ? "177" : "RENAMED";
    const design = { ...EMPTY_DESIGN, routers: new Map([[router.id, router]]) };
    expect(renameObstacle(design, router.id, use.to, use.name, into)).toBeNull();
    const renamed = applyEdits(design, renameEverywhere(router.id, use.to, use.name, into).plan(design));
    const text = routerText(renamed.routers.get(router.id)!).lines.map((line) => line.text);
    const again = namesIn(routerOf(text.join("\n")).elements);
    expect(again.find(({ to, name }) => to === use.to && name === use.name)).toBeUndefined();
    const now = again.find(({ to, name }) => to === use.to && name === into);
    expect([now?.definitions.length, now?.uses.length]).toEqual([use.definitions.length, use.uses.length]);
    // Only the lines that speak of it are others; a profile says the type and number of its virtual template apart.
    const spoken = new Set(occurrencesOf(use, lines).map(({ line }) => line));
    const others = lines.filter((_line, index) => !spoken.has(index + 1)).map((line) => line.text);
    const apart = into.replace(/^Virtual-Template(?=\d)/, "virtual-template ");
    expect(text.filter((line) => !line.includes(into) && line.trim() !== apart)).toEqual(others);
  });
});
