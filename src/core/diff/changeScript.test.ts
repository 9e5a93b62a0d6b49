import { describe, expect, test } from "vitest";
import { applied, asStarted, meaning, readRouter } from "../testing/appliedScript.ts";
import { siteA } from "../testing/twoSites.ts";
import { changeScript } from "./changeScript.ts";
import type { ChangeScript } from "./scriptLine.ts";

/** A script as a reader sees it: each line with its marks behind it. */
function shown({ lines, notes }: ChangeScript): readonly string[] {
  return [
    ...lines.map(
      ({ drops, restores, text }) =>
        text +
        (drops === undefined ? "" : ` <- drops ${drops}`) +
        (restores === undefined ? "" : ` <- restores ${restores}`),
    ),
    ...notes.map((note) => `note: ${note}`),
  ];
}

function scriptOf(before: string, after: string): readonly string[] {
  const [old, wanted] = [asStarted(readRouter(before)), asStarted(readRouter(after))];
  const script = changeScript(old, wanted);
  const result = applied(old, script.lines);
  expect(result.refused).toEqual([]);
  if (script.notes.length === 0) expect(meaning(result)).toEqual(meaning(wanted));
  return shown(script);
}

/** What turns site A into itself with a text replaced, and what turns it back. */
function changed(
  text: string | RegExp,
  by: string,
): { readonly there: readonly string[]; readonly back: readonly string[] } {
  const after = siteA.replace(text, by);
  expect(after).not.toBe(siteA);
  return { there: scriptOf(siteA, after), back: scriptOf(after, siteA) };
}

const peerLine = " permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255\n";

describe("an entry in use", () => {
  test("is put back also where nothing of the entry itself has changed, as after an edit of a design", () => {
    const old = readRouter(siteA);
    const list = old.elements.accessList.get("VPN-PEER");
    const other = readRouter(siteA.replace(peerLine, peerLine.replace("0.0.0.255\n", "0.0.255.255\n")));
    const changedList = other.elements.accessList.get("VPN-PEER");
    if (!list || !changedList) throw new Error("The site has no such list.");
    const accessList = new Map([...old.elements.accessList, ["VPN-PEER", changedList]]);
    const wanted = { ...old, elements: { ...old.elements, accessList } };
    expect(shown(changeScript(old, wanted))).toEqual([
      "crypto map VPN 10 ipsec-isakmp",
      " no match address VPN-PEER <- drops VPN 10",
      "ip access-list extended VPN-PEER",
      " no 10",
      " 10 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.255.255",
      "crypto map VPN 10 ipsec-isakmp",
      " match address VPN-PEER <- restores VPN 10",
    ]);
  });

  test("is taken out while its list changes, and put back; its map stays on the interface", () => {
    const { back, there } = changed(peerLine, `${peerLine} permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255\n`);
    expect(there).toEqual([
      "crypto map VPN 10 ipsec-isakmp",
      " no match address VPN-PEER <- drops VPN 10",
      "ip access-list extended VPN-PEER",
      " 20 permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255",
      "crypto map VPN 10 ipsec-isakmp",
      " match address VPN-PEER <- restores VPN 10",
    ]);
    expect(back[3]).toBe(" no 20");
  });

  test("stays in action where only a remark of its list changes", () => {
    const { there } = changed(peerLine, `${peerLine} remark to the branch\n`);
    expect(there).toEqual(["ip access-list extended VPN-PEER", " 20 remark to the branch"]);
  });

  test("takes another list by naming it, once the list is there, and the old list goes last", () => {
    const after = siteA
      .replace("match address VPN-PEER", "match address OTHER")
      .replace("extended VPN-PEER", "extended OTHER");
    expect(scriptOf(siteA, after)).toEqual([
      "ip access-list extended OTHER",
      " permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255",
      "crypto map VPN 10 ipsec-isakmp",
      " match address OTHER <- drops VPN 10 <- restores VPN 10",
      "no ip access-list extended VPN-PEER",
    ]);
  });

  test("gains a second peer without going down, and loses it again", () => {
    const { back, there } = changed("set peer 203.0.113.2", "set peer 203.0.113.2\n set peer 203.0.113.9");
    expect(there).toEqual(["crypto map VPN 10 ipsec-isakmp", " set peer 203.0.113.9"]);
    expect(back).toEqual([
      "crypto map VPN 10 ipsec-isakmp",
      " no set peer 203.0.113.9 <- drops VPN 10 <- restores VPN 10",
    ]);
  });

  test("gets a new first peer by taking away those that come behind it", () => {
    expect(changed("set peer 203.0.113.2", "set peer 203.0.113.9\n set peer 203.0.113.2").there).toEqual([
      "crypto map VPN 10 ipsec-isakmp",
      " no set peer 203.0.113.2 <- drops VPN 10",
      " set peer 203.0.113.9",
      " set peer 203.0.113.2 <- restores VPN 10",
    ]);
  });

  test("changes its type by going and coming anew", () => {
    const { there } = changed("VPN 10 ipsec-isakmp", "VPN 10 ipsec-manual");
    expect(there[0]).toBe("no crypto map VPN 10 <- drops VPN 10");
    expect(there[1]).toBe("crypto map VPN 10 ipsec-manual");
    expect(there.at(-1)).toBe(" match address VPN-PEER <- restores VPN 10");
  });

  test("leaves its neighbours alone", () => {
    const second = `crypto map VPN 20 ipsec-isakmp\n set peer 192.0.2.9\n set transform-set TS-AES256\n match address NAT\n`;
    const base = siteA.replace("interface GigabitEthernet0/0", `${second}interface GigabitEthernet0/0`);
    const after = base.replace(peerLine, peerLine.replace("10.2.0.0", "10.9.0.0"));
    expect(scriptOf(base, after).filter((line) => line.includes("VPN 20") || line.includes("no crypto map"))).toEqual(
      [],
    );
  });
});

const hub = `hostname Hub
crypto ipsec transform-set TS esp-aes esp-sha-hmac
crypto dynamic-map D 10
 set transform-set TS
 match address SPOKES
crypto dynamic-map D 20
 set transform-set TS
crypto map VPN 10 ipsec-isakmp dynamic D
interface GigabitEthernet0/0
 ip address 198.51.100.2 255.255.255.252
 crypto map VPN
object-group network LAN
 10.1.0.0 255.255.255.0
ip access-list extended SPOKES
 permit ip object-group LAN any
`;

describe("a dynamic map's entry", () => {
  test("goes while its list changes, since without a list it would let every peer in; its neighbour and the anchor stay", () => {
    expect(scriptOf(hub, hub.replace("LAN any", "LAN 10.0.0.0 0.255.255.255"))).toEqual([
      "no crypto dynamic-map D 10 <- drops D 10",
      "ip access-list extended SPOKES",
      " no 10",
      " 10 permit ip object-group LAN 10.0.0.0 0.255.255.255",
      "crypto dynamic-map D 10",
      " set transform-set TS",
      " match address SPOKES <- restores D 10",
    ]);
  });

  test("stays while its list changes once the map that anchors it has left its interface, and goes down but once", () => {
    const after = hub.replace(" crypto map VPN\n", "").replace("LAN any", "LAN 10.0.0.0 0.255.255.255");
    expect(scriptOf(hub, after)).toEqual([
      "interface GigabitEthernet0/0",
      " no crypto map VPN <- drops VPN 10, D 10, D 20",
      "ip access-list extended SPOKES",
      " no 10",
      " 10 permit ip object-group LAN 10.0.0.0 0.255.255.255",
    ]);
  });

  test("goes while a group changes that its list names", () => {
    expect(scriptOf(hub, hub.replace(" 10.1.0.0", " host 10.5.0.1\n 10.1.0.0"))).toEqual([
      "no crypto dynamic-map D 10 <- drops D 10",
      "object-group network LAN",
      " host 10.5.0.1",
      "crypto dynamic-map D 10",
      " set transform-set TS",
      " match address SPOKES <- restores D 10",
    ]);
  });
});

describe("a list that becomes one of the other type", () => {
  const standard =
    "crypto dynamic-map VPN 1\n match address N\nip access-list standard N\n permit 10.1.0.0 0.0.0.255\n";

  test("goes after an entry that names it and goes too, though nothing is applied", () => {
    expect(scriptOf(standard, "ip access-list extended N\n permit ip any any\n")).toEqual([
      "no crypto dynamic-map VPN 1",
      "no ip access-list standard N",
      "ip access-list extended N",
      " permit ip any any",
    ]);
  });

  test("is let go by an entry that stays", () => {
    const extended = standard.replace("standard N\n permit 10.1.0.0 0.0.0.255", "extended N\n permit ip any any");
    expect(scriptOf(standard, extended)).toEqual([
      "crypto dynamic-map VPN 1",
      " no match address N",
      "no ip access-list standard N",
      "ip access-list extended N",
      " permit ip any any",
      "crypto dynamic-map VPN 1",
      " match address N",
    ]);
  });
});

describe("a list that goes though a later entry names it", () => {
  const list = "ip access-list extended 104\n permit ip any any\n";
  const applied = "crypto map VPN 1 ipsec-isakmp\n match address 104\ninterface Loopback0\n crypto map VPN\n";

  test("goes after the entry of a map that has left its interface already", () => {
    expect(scriptOf(`${applied}${list}`, "crypto dynamic-map VPN 1\n match address 104\n")).toEqual([
      "interface Loopback0",
      " no crypto map VPN <- drops VPN 1",
      "no crypto map VPN 1",
      "no ip access-list extended 104",
      "crypto dynamic-map VPN 1",
      " match address 104",
      "no interface Loopback0",
    ]);
  });

  test("is let go by an entry that stays, once its map has left the interface", () => {
    const after = "crypto map VPN 1 ipsec-isakmp\n match address 104\ninterface Loopback0\n";
    expect(scriptOf(`${applied}${list}`, after)).toEqual([
      "interface Loopback0",
      " no crypto map VPN <- drops VPN 1",
      "crypto map VPN 1 ipsec-isakmp",
      " no match address 104",
      "no ip access-list extended 104",
      "crypto map VPN 1 ipsec-isakmp",
      " match address 104",
    ]);
  });
});

describe("a group of objects that a list names", () => {
  test("becomes another kind of group once no line names it", () => {
    const after = hub
      .replace("network LAN\n 10.1.0.0 255.255.255.0", "service LAN\n tcp eq www")
      .replace("permit ip object-group LAN any", "permit object-group LAN any any");
    expect(scriptOf(hub, after)).toEqual([
      "no crypto dynamic-map D 10 <- drops D 10",
      "ip access-list extended SPOKES",
      " no 10",
      "no object-group network LAN",
      "object-group service LAN",
      " tcp eq www",
      "ip access-list extended SPOKES",
      " 10 permit object-group LAN any any",
      "crypto dynamic-map D 10",
      " set transform-set TS",
      " match address SPOKES <- restores D 10",
    ]);
  });

  test("takes nothing down where the tunnels' lists don't name it", () => {
    const after = hub.replace("permit ip object-group LAN any", "permit ip any any");
    const [one, other] = [after, after.replace(" 10.1.0.0", " host 10.5.0.1\n 10.1.0.0")];
    expect(scriptOf(one, other)).toEqual(["object-group network LAN", " host 10.5.0.1"]);
  });
});

describe("what a tunnel is made of", () => {
  test("a transform set is redefined in place", () => {
    expect(changed("esp-aes 256", "esp-aes").there).toEqual([
      "crypto ipsec transform-set TS-AES256 esp-aes esp-sha256-hmac",
    ]);
  });

  test("a policy changes value by value, and goes back to a default by no", () => {
    const { back, there } = changed(" group 14\n lifetime 28800", " lifetime 3600");
    expect(there).toEqual(["crypto isakmp policy 10", " no group 14", " lifetime 3600"]);
    expect(back).toEqual(["crypto isakmp policy 10", " group 14", " lifetime 28800"]);
  });

  test("a key is taken away before another is given for the peer, which IOS would refuse", () => {
    expect(changed("Long-Shared-Key-2024", "Another").there).toEqual([
      "no crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2",
      "crypto isakmp key Another address 203.0.113.2",
    ]);
  });

  test("a keyring changes one key and leaves the others", () => {
    const ring =
      "crypto keyring K\n  pre-shared-key address 192.0.2.1 key one\n  pre-shared-key address 192.0.2.2 key two\n";
    expect(scriptOf(ring, ring.replace("key one", "key three"))).toEqual([
      "crypto keyring K",
      "  no pre-shared-key address 192.0.2.1 key one",
      "  pre-shared-key address 192.0.2.1 key three",
    ]);
  });

  test("a peer of an IKEv2 keyring is opened in its keyring", () => {
    const ring = "crypto ikev2 keyring K\n peer A\n  address 192.0.2.1\n  pre-shared-key one\n !\n";
    expect(scriptOf(ring, ring.replace("192.0.2.1", "192.0.2.9"))).toEqual([
      "crypto ikev2 keyring K",
      " peer A",
      "  address 192.0.2.9",
    ]);
  });

  test("a line that the model does not know is not left to the peer above it", () => {
    const ring = "crypto ikev2 keyring K\n zeal 5\n peer A\n";
    expect(scriptOf("hostname R\n", `hostname R\n${ring}`)).toEqual([
      "crypto ikev2 keyring K",
      " peer A",
      " exit",
      " zeal 5",
    ]);
  });

  test("a switch whose no form is shown goes back by the plain command", () => {
    expect(scriptOf("hostname R\nno crypto isakmp enable\n", "hostname R\n")).toEqual(["crypto isakmp enable"]);
    expect(scriptOf("hostname R\n", "hostname R\nno crypto isakmp enable\n")).toEqual(["no crypto isakmp enable"]);
  });

  test("a whole tunnel goes from its use to its parts, and comes from its parts to its use", () => {
    const after = siteA
      .replace(/crypto map VPN 10[^!]*!\n/, "")
      .replace(" crypto map VPN\n", "")
      .replace(/ip access-list extended VPN-PEER\n.*\n/, "")
      .replace(/crypto ipsec transform-set[^!]*!\n/, "");
    expect(scriptOf(siteA, after)).toEqual([
      "interface GigabitEthernet0/0",
      " no crypto map VPN <- drops VPN 10",
      "no crypto map VPN 10",
      "no crypto ipsec transform-set TS-AES256",
      "no ip access-list extended VPN-PEER",
    ]);
    expect(scriptOf(after, siteA)).toEqual([
      "ip access-list extended VPN-PEER",
      " permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255",
      "crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac",
      " mode tunnel",
      "crypto map VPN 10 ipsec-isakmp",
      " description to the other site",
      " set peer 203.0.113.2",
      " set security-association lifetime seconds 3600",
      " set transform-set TS-AES256",
      " set pfs group14",
      " match address VPN-PEER",
      "interface GigabitEthernet0/0",
      " crypto map VPN <- restores VPN 10",
    ]);
  });
});

describe("interfaces, lists and addresses", () => {
  test("an address changes on one line, at which the tunnels that end there fall", () => {
    expect(changed("ip address 198.51.100.2 255", "ip address 198.51.100.3 255").there).toEqual([
      "interface GigabitEthernet0/0",
      " ip address 198.51.100.3 255.255.255.252 <- drops VPN 10 <- restores VPN 10",
    ]);
  });

  test("an interface that changes its VRF is given its addresses again", () => {
    const before =
      "vrf definition A\nvrf definition B\ninterface Vlan10\n vrf forwarding A\n ip address 10.0.0.1 255.255.255.0\n";
    expect(scriptOf(before, before.replace("forwarding A", "forwarding B"))).toEqual([
      "interface Vlan10",
      " no ip address 10.0.0.1 255.255.255.0",
      " vrf forwarding B",
      " ip address 10.0.0.1 255.255.255.0",
    ]);
  });

  test("an address by DHCP goes and leaves the others, and all go by none", () => {
    const before = "interface Vlan10\n ip address dhcp\n ip address 10.0.0.1 255.255.255.0 secondary\n";
    expect(scriptOf(before, before.replace(" ip address dhcp\n", ""))).toEqual([
      "interface Vlan10",
      " no ip address dhcp",
    ]);
  });

  test("a loopback is taken away, a port is only emptied", () => {
    const ports =
      "interface Loopback0\n ip address 10.0.0.1 255.255.255.255\ninterface GigabitEthernet0/5\n ip address 10.5.0.1 255.255.255.0\n";
    expect(scriptOf(`hostname R\n${ports}`, "hostname R\n")).toEqual([
      "no interface Loopback0",
      "default interface GigabitEthernet0/5",
    ]);
    expect(scriptOf("hostname R\n", `hostname R\n${ports}`)).toContain(" no shutdown");
  });

  test("a classic numbered list is edited line by line", () => {
    const list = "access-list 101 permit ip host 10.0.0.1 any\naccess-list 101 permit ip host 10.0.0.2 any\n";
    expect(scriptOf(list, list.replace("host 10.0.0.2", "host 10.0.0.3"))).toEqual([
      "ip access-list extended 101",
      " no 20",
      " 20 permit ip host 10.0.0.3 any",
    ]);
  });

  test("a pool in use changes while its translation is out", () => {
    const nat =
      "ip nat pool P 192.0.2.1 192.0.2.2 netmask 255.255.255.0\nip nat inside source list N pool P overload\n";
    expect(scriptOf(nat, nat.replace("192.0.2.2", "192.0.2.9"))).toEqual([
      "no ip nat inside source list N pool P overload",
      "no ip nat pool P 192.0.2.1 192.0.2.2 netmask 255.255.255.0",
      "ip nat pool P 192.0.2.1 192.0.2.9 netmask 255.255.255.0",
      "ip nat inside source list N pool P overload",
    ]);
  });

  test("a route is given anew under its distance, and goes by its whole line", () => {
    const route = "hostname R\nip route 10.2.0.0 255.255.0.0 192.0.2.1\n";
    expect(scriptOf(route, route.replace("192.0.2.1", "192.0.2.1 200"))).toEqual([
      "ip route 10.2.0.0 255.255.0.0 192.0.2.1 200",
    ]);
    expect(scriptOf(route, "hostname R\n")).toEqual(["no ip route 10.2.0.0 255.255.0.0 192.0.2.1"]);
  });

  test("a route map is never empty between two lists", () => {
    const map = "route-map M permit 10\n match ip address ONE\n";
    expect(scriptOf(map, map.replace("ONE", "TWO"))).toEqual([
      "route-map M permit 10",
      " match ip address TWO",
      " no match ip address ONE",
    ]);
  });
});

describe("the router itself and what the model keeps", () => {
  test("a hostname changes", () => {
    expect(changed("hostname SiteA", "hostname HQ")).toEqual({ there: ["hostname HQ"], back: ["hostname SiteA"] });
  });

  test("another release is told, since no command brings it", () => {
    expect(scriptOf("version 15.2\nhostname R\n", "version 15.7\nhostname R\n")).toEqual([
      "note: The configuration is for release 15.7; no command changes the release.",
    ]);
  });

  test("a kept line comes as it is and goes by no; a banner is left to a person", () => {
    const { back, there } = changed(/!\nend\n$/, "ip http server\nbanner motd ^C\nhello\n^C\nend\n");
    expect(there).toEqual(["ip http server", "banner motd ^C", "hello", "^C"]);
    expect(back).toEqual(["no ip http server", "note: Take away by hand: banner motd ^C, 3 lines"]);
  });
});
