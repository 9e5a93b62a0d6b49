import { expect, test } from "vitest";
import { applyEdits } from "../../edit/edit.ts";
import { designFromText } from "../../testing/designFromText.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { check } from "../check.ts";
import { runRules } from "../runRules.ts";
import { entryText } from "../cryptoLists.ts";
import { aclObjectGroup } from "./acl-object-group.ts";

const grouped = `
  object-group network LAN
   10.1.0.0 255.255.255.0
   host 10.1.0.9
  object-group service WEB
   tcp eq www
   icmp
  ip access-list extended VPN-PEER
   permit object-group WEB object-group LAN 10.2.0.0 0.0.0.255   !want group(warning)
   permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
  @ match address VPN-PEER   !also group
`;

ruleTest(aclObjectGroup, twoSites, {
  "a group in a crypto list is reported, and can be written out": grouped,
  "a group that does not exist protects nothing": `
    ip access-list extended VPN-PEER
     permit ip object-group LAN 10.2.0.0 0.0.0.255   !want missing
  `,
  "addresses, and groups in a list of something else, are none of it": `
    ip access-list extended SPARE
     permit ip object-group LAN any
  `,
});

test("a group is written out as the product of its members, in its place", () => {
  const design = designFromText(`
=== R1
hostname R1
object-group network LAN
 10.1.0.0 255.255.255.0
 host 10.3.0.9
object-group service WEB
 tcp eq www
 icmp
crypto map VPN 10 ipsec-isakmp
 match address 110
ip access-list extended 110
 deny ip any host 10.2.0.1
 permit object-group WEB object-group LAN 10.2.0.0 0.0.0.255
 permit ip host 10.1.0.1 host 10.2.0.2
`);
  const [finding] = runRules(design, check(design).peerings, {}, [aclObjectGroup]);
  const mended = applyEdits(design, finding?.fixes[0]?.edits ?? []);
  const [router] = mended.routers.values();
  const lines = router?.elements.accessList.get("110")?.lines ?? [];
  expect(lines.map((line) => `${line.sequence} ${line.kind === "entry" ? entryText(line) : line.text}`)).toEqual([
    "10 deny ip any host 10.2.0.1",
    "20 permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 eq www",
    "30 permit tcp host 10.3.0.9 10.2.0.0 0.0.0.255 eq www",
    "40 permit icmp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255",
    "50 permit icmp host 10.3.0.9 10.2.0.0 0.0.0.255",
    "60 permit ip host 10.1.0.1 host 10.2.0.2",
  ]);
});
