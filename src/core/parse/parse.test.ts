import { describe, expect, test } from "vitest";
import type { Elements, ElementKind, Router } from "../model/router.ts";
import type { SyntaxDiagnostic } from "../model/source.ts";
import { formatIpv4 } from "../net/ipv4.ts";
import { print } from "../print/print.ts";
import { parse } from "./parse.ts";

function read(text: string): Router {
  const result = parse(text);
  if (result.kind !== "configurations" || result.routers.length !== 1) throw new Error(`Read as ${result.kind}.`);
  return result.routers[0]!;
}

function names(elements: Elements, kind: ElementKind): readonly string[] {
  return [...elements[kind].keys()];
}

function states(router: Router): readonly string[] {
  return router.source!.lines.map((line) => line.state);
}

/** What a reader would underline, with why. */
function complaints(
  text: string,
): readonly (Pick<SyntaxDiagnostic, "rule" | "severity"> & { readonly words: string })[] {
  const lines = text.split("\n");
  return read(text).source!.diagnostics.map(({ column, endColumn, line, rule, severity }) => ({
    rule,
    severity,
    words: lines[line - 1]!.slice(column - 1, endColumn - 1),
  }));
}

describe("modes follow IOS", () => {
  test("abbreviations stand for the only command that they begin", () => {
    const { elements } = read(
      "cry isa pol 10\n enc aes 256\n auth pre\n gr 14\ncry map VPN 10 ipsec-i\n set pe 192.0.2.1\n match add 101\nint gi0/0\n ip add 192.0.2.2 255.255.255.0\n cry map VPN\n",
    );
    expect(elements.isakmpPolicy.get("10")).toEqual({
      priority: 10,
      encryption: "aes 256",
      authentication: "pre-share",
      group: 14,
      kept: [],
    });
    expect(elements.cryptoMapEntry.get("VPN 10")).toMatchObject({ matchAddress: "101" });
    expect(elements.interface.get("GigabitEthernet0/0")).toMatchObject({ cryptoMap: { name: "VPN" } });
  });

  test("keywords are taken in any case, names as they are written", () => {
    const { elements } = read("CRYPTO MAP vPn 10 IPSEC-ISAKMP\n SET PEER 192.0.2.1\n SET TRANSFORM-SET Ts\n");
    expect(elements.cryptoMapEntry.get("vPn 10")).toMatchObject({ transformSets: ["Ts"] });
  });

  test.each([
    ["perm tcp any any eq 24 log", "permit tcp any any eq 24 log"],
    ["perm tcp any any neq 24 25 log 0xABC", "permit tcp any any neq 24 smtp log 0xABC"],
    ["perm tcp any eq 24 host 10.1.1.1 ack", "permit tcp any eq 24 host 10.1.1.1 ack"],
    ["perm tcp any any eq 24 logi", "permit tcp any any eq 24 login"],
  ])("a keyword in full behind ports abbreviates no port: %s", (typed, printed) => {
    expect(print(read(`ip access-list extended VPN\n ${typed}\n`)).text).toContain(` ${printed}\n`);
  });

  test("no ip route takes the very route where there is one, else all that begin so", () => {
    const routes = ["Dialer0", "Dialer0 dhcp", "Dialer0 192.0.2.1"].map(
      (by) => `ip route 10.2.0.0 255.255.0.0 ${by}\n`,
    );
    const left = (no: string) =>
      names(read(`${routes.join("")}no ip route 10.2.0.0 255.255.0.0${no}\n`).elements, "staticRoute");
    expect(left(" Dialer0")).toEqual(["10.2.0.0 255.255.0.0 Dialer0 dhcp", "10.2.0.0 255.255.0.0 Dialer0 192.0.2.1"]);
    expect(left(" Dialer0 dhcp")).toEqual(["10.2.0.0 255.255.0.0 Dialer0", "10.2.0.0 255.255.0.0 Dialer0 192.0.2.1"]);
    expect(left("")).toEqual([]);
  });

  test("an abbreviation of several commands is none of them", () => {
    const { elements } = read("interface Gi0/0\n ip a 10.0.0.1 255.255.255.0\n");
    expect(elements.interface.get("GigabitEthernet0/0")!.address).toBeUndefined();
  });

  test("a text without indentation is read as it would be typed", () => {
    const { elements } = read(
      "crypto map VPN 10 ipsec-isakmp\nset peer 192.0.2.1\nmatch address A\ninterface GigabitEthernet0/0\ncrypto map VPN\nduplex auto\nip http server\nip route 0.0.0.0 0.0.0.0 192.0.2.9\n",
    );
    expect(elements.cryptoMapEntry.get("VPN 10")).toMatchObject({ matchAddress: "A" });
    expect(elements.interface.get("GigabitEthernet0/0")).toMatchObject({
      cryptoMap: { name: "VPN" },
      kept: [{ text: "duplex auto", after: "cryptoMap" }],
    });
    expect([...elements.keptBlock.values()].map((block) => block.lines)).toEqual([["ip http server"]]);
    expect(elements.staticRoute.size).toBe(1);
  });

  test("a section that is opened twice is one section: single values change, lists grow", () => {
    const { elements } = read(
      "crypto map M 10 ipsec-isakmp\n set peer 192.0.2.1\n set pfs group2\nhostname R\ncrypto map M 10\n set peer 192.0.2.2\n set pfs group14\n",
    );
    const entry = elements.cryptoMapEntry.get("M 10")!;
    expect(entry.peers).toHaveLength(2);
    expect(entry.pfs).toBe(14);
  });

  test("no takes a keyring's peer away with the lines that were kept in it, and leaves its neighbours", () => {
    const { ikev2Keyring } = read(
      "hostname R\ncrypto ikev2 keyring KEYS\n peer A\n  zonk a\n peer B\n  zonk b\n no peer B\n",
    ).elements;
    expect(ikev2Keyring.get("KEYS")!.peers).toMatchObject([{ name: "A", kept: [{ text: "zonk a" }] }]);
  });

  test("no takes back a field, a member, an entry or a whole set; default goes back to what IOS starts with", () => {
    const { elements } = read(
      [
        "crypto map M 10 ipsec-isakmp",
        " set peer 192.0.2.1",
        " set peer 192.0.2.2",
        " no set peer 192.0.2.1",
        " set pfs group2",
        " no set pfs",
        "crypto map M 20 ipsec-isakmp",
        "crypto map GONE 1 ipsec-isakmp",
        "crypto map GONE local-address Loopback0",
        "no crypto map M 20",
        "no crypto map GONE",
        "crypto isakmp keepalive 10",
        "default crypto isakmp keepalive",
        "no crypto isakmp enable",
        "ip access-list extended A",
        " permit ip any any",
        " permit esp any any",
        " no 10",
      ].join("\n"),
    );
    expect(names(elements, "cryptoMapEntry")).toEqual(["M 10"]);
    expect(elements.cryptoMap.size).toBe(0);
    const entry = elements.cryptoMapEntry.get("M 10")!;
    expect(entry.peers.map(({ peer }) => (peer.kind === "address" ? formatIpv4(peer.address) : peer.hostname))).toEqual(
      ["192.0.2.2"],
    );
    expect(entry.pfs).toBeUndefined();
    expect(elements.isakmpSettings.get("")).toEqual({ disabled: true });
    expect(elements.accessList.get("A")!.lines.map((line) => line.sequence)).toEqual([20]);
  });

  test("the lines of peers are told apart by the places that they have in the end", () => {
    const router = read(
      "crypto map M 10 ipsec-isakmp\n set peer 192.0.2.1\n set peer 192.0.2.2\n no set peer 192.0.2.1\n",
    );
    expect(router.source!.lines.map((line) => line.place?.item)).toEqual([undefined, undefined, 0, undefined]);
  });

  test("exit leaves a section, and neither exit nor end is configuration", () => {
    const router = read("interface Gi0/0\n shutdown\n exit\ncrypto isakmp policy 1\n group 2\nend\n");
    expect(states(router)).toEqual(["modelled", "modelled", "outside", "modelled", "modelled", "outside"]);
  });

  test("lines below a command outside the model stay with it, whatever they look like", () => {
    const { elements } = read(
      'event manager applet A\n action 1.0 cli command "crypto map V 1"\n crypto map V 30 ipsec-isakmp\n',
    );
    expect(elements.cryptoMapEntry.size).toBe(0);
    expect(elements.keptBlock.get("1")!.lines).toHaveLength(3);
  });
});

describe("access lists", () => {
  test("numbered lines and named sections make the same list", () => {
    const lines = "permit ip 10.0.0.0 0.0.0.255 any\naccess-list 101 deny tcp any host 192.0.2.1 eq www";
    const one = read(`access-list 101 ${lines}\n`).elements.accessList.get("101");
    const other = read(
      "ip access-list extended 101\n permit ip 10.0.0.0 0.0.0.255 any\n deny tcp any host 192.0.2.1 eq 80\n",
    ).elements.accessList.get("101");
    expect(other).toEqual(one);
  });

  test("numbers count on in tens, and an entry with a number of its own finds its place", () => {
    const list = read(
      "ip access-list extended A\n permit ip any any\n permit esp any any\n 15 permit gre any any\n permit ahp any any\n",
    );
    expect(list.elements.accessList.get("A")!.lines.map((line) => line.sequence)).toEqual([10, 15, 20, 30]);
  });

  test("protocols and ports are known by name and by number", () => {
    const [byName, byNumber] = read(
      "access-list 101 permit udp any eq isakmp any eq non500-isakmp\naccess-list 101 permit 17 any eq 500 any eq 4500\n",
    ).elements.accessList.get("101")!.lines;
    expect({ ...byNumber, sequence: 10 }).toEqual(byName);
  });

  test("a standard list names hosts by their bare address", () => {
    const { lines, type } = read(
      "access-list 10 permit 192.0.2.1\naccess-list 10 permit 10.0.0.0 0.255.255.255 log\n",
    ).elements.accessList.get("10")!;
    expect(type).toBe("standard");
    expect(lines).toMatchObject([{ source: { wildcard: 0 } }, { source: { wildcard: 0xffffff }, log: "log" }]);
  });

  test("what no command describes is kept where it stood", () => {
    const list = read(
      "ip access-list extended A\n permit ip any any\n evaluate REFLECTED\n permit esp any any\n",
    ).elements.accessList.get("A")!;
    expect(list.kept).toEqual([{ text: "evaluate REFLECTED", after: "10" }]);
  });
});

describe("faults are told as a compiler would", () => {
  test.each([
    ["a near miss of a transform", "crypto ipsec transform-set T esp-ase", "esp-ase", "syntax", "esp-aes"],
    ["a near miss of a keyword", "hostname R\ncrypto ismp policy 10", "ismp", "syntax", "isakmp"],
    ["a near miss of a command", "inteface Gi0/0", "inteface", "syntax", "interface"],
    ["two keywords in one word", "interface Gi0/0\n cryptomap VPN", "cryptomap", "syntax", "crypto map"],
  ])("%s is suggested", (_what, text, words, rule, suggestion) => {
    expect(complaints(text)).toEqual([{ words, rule, severity: "error" }]);
    expect(read(text).source!.diagnostics[0]!.suggestion).toBe(suggestion);
  });

  test.each([
    ["crypto isakmp policy 20000", "20000", "range-policy"],
    ["crypto isakmp policy 10\n lifetime 30", "30", "range-lifetime"],
    ["crypto map M 70000 ipsec-isakmp", "70000", "range-seq"],
    ["crypto dynamic-map D 0", "0", "range-seq"],
    ["crypto isakmp keepalive 5", "5", "range-dpd"],
    ["crypto isakmp nat keepalive 4000", "4000", "range-natka"],
    ["crypto isakmp xauth timeout 100", "100", "range-natka"],
    ["crypto ipsec security-association idle-time 10", "10", "range-idle"],
    ["crypto ipsec security-association replay window-size 100", "100", "range-replay"],
    ["crypto ipsec security-association lifetime seconds 100", "100", "range-lifetime"],
    ["hostname -R1", "-R1", "syntax"],
    ["interface Gi0/0\n ip address 10.0.0.1 255.0.255.0", "255.0.255.0", "syntax"],
  ])("a value out of range is read, kept and reported: %s", (text, words, rule) => {
    expect(complaints(text)).toEqual([{ words, rule, severity: "error" }]);
    expect(states(read(text)).at(-1)).toBe("modelled");
  });

  test("a longer lifetime is in range where the version line tells IOS-XE", () => {
    const line = "crypto ipsec security-association lifetime seconds 100000";
    expect(complaints(line)).toHaveLength(1);
    expect(complaints(`version 17.3\n${line}`)).toEqual([]);
  });

  test("an incomplete command is pointed at behind its end", () => {
    const [fault] = read("crypto isakmp policy 10\n lifetime\n").source!.diagnostics;
    expect(fault).toMatchObject({ line: 2, column: 10, rule: "syntax", severity: "error" });
    expect(fault!.message).toContain("60 to 86400");
  });

  test("columns count from the line as it came", () => {
    expect(complaints("crypto map M 10 ipsec-isakmp\n\t  set   peer  456.7.8.9\n")).toEqual([
      { words: "456.7.8.9", rule: "syntax", severity: "error" },
    ]);
  });

  test("a line about VPNs that is not understood is told without blame, one about other things not at all", () => {
    expect(complaints("crypto gdoi group G\nip sla 1\nrouter ospf 1\ncrypto pki trustpoint T\n")).toEqual([
      { words: "gdoi", rule: "unknown-line", severity: "info" },
    ]);
  });

  test("the obsolete map type is refused and kept", () => {
    const router = read("crypto map M 10 cisco\n set peer 192.0.2.1\n");
    expect(router.source!.diagnostics[0]!.message).toContain("IPsec");
    expect(router.elements.keptBlock.get("1")!.lines).toEqual(["crypto map M 10 cisco", " set peer 192.0.2.1"]);
  });

  test.each([
    "crypto map M 10 match address A",
    "crypto map M 10 set peer 192.0.2.1",
    "crypto map M interface outside",
    "crypto ikev1 policy 10",
    "access-list A extended permit ip any any",
    "tunnel-group 192.0.2.1 type ipsec-l2l",
    "interface Gi0/0\n nameif outside",
  ])("ASA syntax is recognised and said to be that: %s", (text) => {
    expect(complaints(text).map(({ rule, severity }) => ({ rule, severity }))).toEqual([
      { rule: "asa-syntax", severity: "warning" },
    ]);
  });
});

test("a client group's banner between end-of-text characters is no fault, and other control characters are", () => {
  const faults = (line: string) =>
    read(`crypto isakmp client configuration group STAFF\n key k\n ${line}`).source?.diagnostics.map(
      ({ rule }) => rule,
    );
  expect(faults("banner \u0003Welcome\u0003")).toEqual([]);
  expect(faults("banner \u0003Welcome\u0007\u0003")).toEqual(["syntax"]);
  expect(faults("domain \u0003example.net")).toEqual(["syntax"]);
});

describe("reading again", () => {
  const text = "hostname R\ninterface Gi0/0\n shutdown\ncrypto map M 10 ipsec-isakmp\n set peer 192.0.2.1\n";

  test("gives the same objects for what did not change", () => {
    const before = read(text);
    const result = parse(text.replace(" shutdown\n", ""), { previous: before });
    const after = result.kind === "configurations" ? result.routers[0]! : before;
    expect(after.elements).not.toBe(before.elements);
    expect(after.elements.cryptoMapEntry).toBe(before.elements.cryptoMapEntry);
    expect(after.elements.interface.get("GigabitEthernet0/0")).not.toBe(
      before.elements.interface.get("GigabitEthernet0/0"),
    );
  });

  test("gives the very same elements where nothing changed", () => {
    const before = read(text);
    const result = parse(`! a comment\n${text}`, { previous: before });
    expect(result.kind === "configurations" && result.routers[0]!.elements).toBe(before.elements);
  });
});
