import { describe, expect, test } from "vitest";
import type { Design } from "../model/design.ts";
import { clientGateway } from "../testing/clientGateway.ts";
import { designFromText } from "../testing/designFromText.ts";
import { manualSites } from "../testing/manualSites.ts";
import { mutations } from "../testing/mutations.ts";
import { plainSites, plainSitesWith } from "../testing/plainSites.ts";
import { rareMutations } from "../testing/rareMutations.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { row } from "../testing/showLayout.ts";
import { twoSites } from "../testing/twoSites.ts";
import { showCommand } from "./show.ts";

const agreed = designFromText(twoSites);

function changed(name: string): Design {
  return designFromText(writeCase(twoSites, mutations[name] ?? rareMutations[name] ?? "").text);
}

/** What the router of that place in the design prints. */
function shown(design: Design, place: number, line: string): string {
  const router = [...design.routers.keys()][place];
  if (!router) throw new Error(`The design has no router ${place}.`);
  return showCommand(design, router, line).text;
}

/** The values of one line of a layout, wherever it stands. */
function values(text: string, line: string): readonly (readonly string[])[] {
  return [...text.matchAll(row(line))].map((match) => match.slice(1));
}

const isakmpRow = "<address:16><address:16><word:15><pad><number> <text>";

describe("show crypto isakmp sa", () => {
  const states = (design: Design, place: number) =>
    values(shown(design, place, "show crypto isakmp sa"), isakmpRow).map(
      ([destination, source, state, , id, status]) => ({
        destination,
        source,
        state,
        id,
        status,
      }),
    );

  test("puts the responder first, on both routers alike", () => {
    const row = {
      destination: "203.0.113.2",
      source: "198.51.100.2",
      state: "QM_IDLE",
      id: "1001",
      status: "ACTIVE",
    };
    expect(states(agreed, 0)).toEqual([row]);
    expect(states(agreed, 1)).toEqual([row]);
  });

  test.each([
    ["another encryption in phase 1", "MM_NO_STATE", "ACTIVE (deleted)", "0"],
    ["another key", "MM_KEY_EXCH", "ACTIVE", "1001"],
    ["another transform set", "QM_IDLE", "ACTIVE", "1001"],
    ["one side permits another network", "QM_IDLE", "ACTIVE", "1001"],
    ["another group of forward secrecy", "QM_IDLE", "ACTIVE", "1001"],
  ])("stays where %s keeps it: %s", (name, state, status, id) => {
    for (const place of [0, 1]) {
      const rows = states(changed(name), place);
      expect(rows.length).toBeGreaterThan(0);
      for (const one of rows) expect(one).toMatchObject({ state, status });
      expect(rows[0]?.id).toBe(id);
    }
  });

  test("shows only the initiator an attempt that never arrived", () => {
    const design = changed("UDP 500 is filtered");
    expect(states(design, 0)).toMatchObject([{ source: "198.51.100.2", state: "MM_NO_STATE" }]);
    expect(states(design, 1).every(({ source }) => source === "203.0.113.2")).toBe(true);
  });

  test.each(["no route", "no key", "the map is not applied"])(
    "is empty on the side where %s lets nothing start",
    (name) => {
      const design = changed(name);
      const silent = name === "the map is not applied" ? 1 : 0;
      expect(
        states(design, silent).filter(({ source }) => source === (silent === 0 ? "198.51.100.2" : "203.0.113.2")),
      ).toEqual([]);
    },
  );

  test("has no IKE association where keys are set by hand", () => {
    expect(states(designFromText(manualSites), 0)).toEqual([]);
  });

  test("tells in detail what was agreed on, and in its count how many stand", () => {
    expect(shown(agreed, 0, "show crypto isakmp sa detail")).toContain(
      "1001  198.51.100.2    203.0.113.2            ACTIVE aes  sha256 psk  14 07:59:18 D",
    );
    expect(shown(agreed, 0, "show crypto isakmp sa count")).toContain("Active ISAKMP SA's: 1\n");
    expect(shown(changed("another encryption in phase 1"), 0, "show crypto isakmp sa count")).toMatch(
      /Active ISAKMP SA's: 0\n(.*\n)*Dead ISAKMP SA's: [12]\n/,
    );
  });
});

describe("show crypto ipsec sa", () => {
  const spis = (text: string) => values(text, "      spi: <spi>").map(([spi]) => spi);

  test("what one end sends with, the other receives with", () => {
    const [first, second] = [0, 1].map((place) => spis(shown(agreed, place, "show crypto ipsec sa")));
    expect(first).toHaveLength(2);
    expect(second).toEqual([...(first ?? [])].reverse());
  });

  test("counts a ping whose first packet waited for IKE on the side that started, and its answers", () => {
    const text = shown(agreed, 0, "show crypto ipsec sa");
    expect(text).toContain("#pkts encaps: 4, #pkts encrypt: 4, #pkts digest: 4");
    expect(text).toContain("#pkts decaps: 4, #pkts decrypt: 4, #pkts verify: 4");
    expect(text).toContain("#send errors 1, #recv errors 0");
    expect(shown(agreed, 1, "show crypto ipsec sa")).toContain("#send errors 0, #recv errors 0");
  });

  test("says what a packet may measure, and the group of forward secrecy", () => {
    const text = shown(agreed, 0, "show crypto ipsec sa");
    expect(text).toContain("plaintext mtu 1438, path mtu 1500, ip mtu 1500, ip mtu idb GigabitEthernet0/0");
    expect(text).toContain("PFS (Y/N): Y, DH group: group14");
    expect(shown(designFromText(plainSites), 0, "show crypto ipsec sa")).toContain("PFS (Y/N): N, DH group: none");
  });

  test("has a group for a permit that never came up, with SPI 0 and what failed to be sent", () => {
    const text = shown(changed("another transform set"), 0, "show crypto ipsec sa");
    expect(text).toContain("local  ident (addr/mask/prot/port): (10.1.0.0/255.255.255.0/0/0)");
    expect(text).toContain("current outbound spi: 0x0(0)");
    expect(text).toContain("plaintext mtu 1500, path mtu 1500");
    expect(text).toContain("#send errors 5, #recv errors 0");
    expect(spis(text)).toEqual([]);
  });

  test("shows a way without an answer: packets go out and none come back", () => {
    const text = shown(changed("ESP is filtered"), 0, "show crypto ipsec sa");
    expect(text).toMatch(/#pkts encaps: [1-9]/);
    expect(text).toContain("#pkts decaps: 0,");
    expect(spis(text)).toHaveLength(2);
  });

  test("names protocol and port where the access list does", () => {
    const design = plainSitesWith(`
      === Alpha
      permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => permit tcp 10.1.0.0 0.0.0.255 host 10.2.0.9 eq 22
      === Beta
      permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 => permit tcp host 10.2.0.9 eq 22 10.1.0.0 0.0.0.255
    `);
    const text = shown(design, 0, "show crypto ipsec sa");
    expect(text).toContain("(10.1.0.0/255.255.255.0/6/0)");
    expect(text).toContain("(10.2.0.9/255.255.255.255/6/22)");
  });

  test("protects with AH and ESP in associations of their own", () => {
    const design = plainSitesWith(`
      === Alpha
      crypto ipsec transform-set TS esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS ah-sha256-hmac esp-aes 256
      === Beta
      crypto ipsec transform-set TS esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS ah-sha256-hmac esp-aes 256
    `);
    const text = shown(design, 0, "show crypto ipsec sa");
    expect(spis(text)).toHaveLength(4);
    expect(text).toContain("transform: ah-sha256-hmac ,");
    expect(text).toContain("transform: esp-256-aes ,");
  });

  test("shows the SPIs that were set by hand, which never expire", () => {
    const text = shown(designFromText(manualSites), 0, "show crypto ipsec sa");
    expect(spis(text)).toEqual(["0x3E9(1001)", "0x3EA(1002)"]);
    expect(text).toContain("no sa timing");
    expect(text).toContain("replay detection support: N");
  });

  test("lists what a dynamic map took from its peer, and that no list of its own asked for it", () => {
    const text = shown(changed("a dynamic map at one side"), 1, "show crypto ipsec sa");
    expect(text).toContain("local  ident (addr/mask/prot/port): (10.2.0.0/255.255.255.0/0/0)");
    expect(text).toContain("PERMIT, flags={}");
    expect(spis(text)).toHaveLength(2);
  });

  test.each([
    ["show crypto ipsec sa peer 203.0.113.2", "show crypto ipsec sa peer 203.0.113.9"],
    ["show crypto ipsec sa interface GigabitEthernet 0/0", "show crypto ipsec sa interface gi0/1"],
    ["show crypto ipsec sa map VPN", "show crypto ipsec sa map OTHER"],
  ])("%s keeps what it asks for", (fits, other) => {
    expect(shown(agreed, 0, fits)).toBe(shown(agreed, 0, "show crypto ipsec sa"));
    expect(shown(agreed, 0, other)).toBe("\nNo SAs found\n");
  });

  test("counts errors one by one in detail", () => {
    expect(shown(agreed, 0, "show crypto ipsec sa detail")).toContain("#pkts no sa (send) 1, #pkts invalid sa (rcv) 0");
  });
});

describe("show crypto session", () => {
  test.each([
    ["", "UP-ACTIVE"],
    ["another transform set", "UP-IDLE"],
    ["another key", "DOWN-NEGOTIATING"],
    ["no route", "DOWN"],
  ])("%s gives %s", (name, status) => {
    const design = name === "" ? agreed : changed(name);
    expect(shown(design, 0, "show crypto session")).toContain(`Session status: ${status}\n`);
  });

  test("needs no IKE where keys are set by hand", () => {
    expect(shown(designFromText(manualSites), 0, "show crypto session")).toContain("Session status: UP-NO-IKE\n");
  });

  test("says which flows it has, and how many associations", () => {
    const text = shown(agreed, 0, "show crypto session");
    expect(text).toContain("  IPSEC FLOW: permit ip 10.1.0.0/255.255.255.0 10.2.0.0/255.255.255.0\n");
    expect(text).toContain("        Active SAs: 2, origin: crypto map\n");
    expect(shown(changed("a dynamic map at one side"), 1, "show crypto session")).toContain(
      "origin: dynamic crypto map",
    );
  });

  test("keeps the sessions of a peer or an interface", () => {
    expect(shown(agreed, 0, "show crypto session remote 203.0.113.2")).toContain("Peer: 203.0.113.2 port 500");
    expect(shown(agreed, 0, "show crypto session remote 203.0.113.9")).not.toContain("Peer:");
    expect(shown(agreed, 0, "show crypto session interface gi0/0")).toContain("Peer: 203.0.113.2 port 500");
    expect(shown(agreed, 0, "show crypto session interface gi0/1")).not.toContain("Peer:");
  });

  test("lists groups of clients, of which none is connected", () => {
    const gateway = designFromText(clientGateway);
    expect(shown(gateway, 0, "show crypto session group")).toBe(" Group:    Connections\n");
    expect(shown(gateway, 0, "show crypto session summary")).toBe(" Group STAFF has 0 connections\n");
  });
});

describe("show crypto map", () => {
  test("warns of an entry without peer or access list", () => {
    for (const name of ["no peer", "no access list in the entry", "the access list is missing"]) {
      expect(shown(changed(name), 0, "show crypto map")).toContain(
        "WARNING: This crypto map is in an incomplete state!",
      );
    }
    expect(shown(agreed, 0, "show crypto map")).not.toContain("WARNING");
  });

  test("names the current peer only where the map is applied", () => {
    expect(shown(agreed, 1, "show crypto map")).toContain("Current peer: 198.51.100.2");
    const design = changed("the map is not applied");
    expect(shown(design, 1, "show crypto map")).not.toContain("Current peer");
    expect(shown(design, 1, "show crypto map")).toMatch(/Interfaces using crypto map VPN:\n\n$/);
  });

  test("shows an anchor, and behind it what the dynamic map made of a request", () => {
    const text = shown(changed("a dynamic map at one side"), 1, "show crypto map");
    expect(text).toContain('Crypto Map "VPN" 10 ipsec-isakmp\n        Dynamic map template tag: DYN\n');
    expect(text).toContain('Crypto Map IPv4 "VPN" 65536 ipsec-isakmp\n        Peer = 198.51.100.2\n');
    expect(text).toContain("        dynamic (created from dynamic map DYN/10)\n");
  });

  test("shows SPIs of manual entries, and no keys", () => {
    const text = shown(designFromText(manualSites), 0, "show crypto map");
    expect(text).toContain("        Inbound esp spi: 1001,\n            cipher key: <hidden>,\n");
    expect(text).not.toMatch(/[0-9a-f]{32}/);
  });

  test("takes a tag or an interface", () => {
    const whole = shown(agreed, 0, "show crypto map");
    expect(shown(agreed, 0, "show crypto map tag VPN")).toBe(whole);
    expect(shown(agreed, 0, "show crypto map interface gi0/0")).toBe(whole);
    expect(shown(agreed, 0, "show crypto map tag OTHER")).toBe("No crypto maps found.\n");
    expect(shown(agreed, 0, "show crypto map interface gi0/1")).toBe("No crypto maps found.\n");
  });
});

describe("tables", () => {
  test("show crypto dynamic-map lists templates, also of one tag", () => {
    const gateway = designFromText(clientGateway);
    const text = shown(gateway, 0, "show crypto dynamic-map");
    expect(text).toBe(`Crypto Map Template "DYN" 10
        No matching address list set.
        Current peer: 0.0.0.0
        Security association lifetime: 4608000 kilobytes/3600 seconds
        PFS (Y/N): N
        Transform sets={ TS-AES256, }

`);
    expect(shown(gateway, 0, "show crypto dynamic-map tag DYN")).toBe(text);
    expect(shown(gateway, 0, "show crypto dynamic-map tag OTHER")).toBe("No crypto dynamic maps found.\n");
  });

  test("show crypto ipsec transform-set gives AH and ESP braces of their own", () => {
    const design = plainSitesWith(`
      === Alpha
      crypto ipsec transform-set BOTH ah-sha-hmac esp-aes
       mode transport
    `);
    expect(shown(design, 0, "show crypto ipsec transform-set tag BOTH")).toBe(`Transform set BOTH: { ah-sha-hmac  }
   will negotiate = { Transport,  },
  { esp-aes  }
   will negotiate = { Transport,  },

`);
  });

  test("a release of IOS 15 also lists the built-in set", () => {
    const design = designFromText("=== R1\nversion 15.4\nhostname R1");
    expect(shown(design, 0, "show crypto ipsec transform-set")).toBe(`Transform set default: { esp-aes esp-sha-hmac  }
   will negotiate = { Transport,  },

`);
  });

  test("show crypto isakmp policy spells out what IKE may agree on", () => {
    expect(shown(agreed, 0, "show crypto isakmp policy")).toBe(`
Global IKE policy
Protection suite of priority 10
\tencryption algorithm:\tAES - Advanced Encryption Standard (256 bit keys).
\thash algorithm:\t\tSecure Hash Standard 2 (256 bit)
\tauthentication method:\tPre-Shared Key
\tDiffie-Hellman group:\t#14 (2048 bit)
\tlifetime:\t\t28800 seconds, no volume limit
`);
  });

  test("a router without a policy has the built-in ones", () => {
    const design = changed("no policy at either side");
    expect(shown(design, 0, "show crypto isakmp default policy")).toContain(
      "Default protection suite of priority 65507",
    );
    expect(shown(agreed, 0, "show crypto isakmp default policy")).toBe("");
  });

  test("show crypto isakmp key hides keys unless they are asked for", () => {
    const [router] = [...agreed.routers.keys()];
    const line = "show crypto isakmp key";
    expect(showCommand(agreed, router!, line).text).toContain(
      "default      203.0.113.2                                 <hidden>",
    );
    expect(showCommand(agreed, router!, line, { secrets: true }).text).toContain("Long-Shared-Key-2024");
  });

  test("show access-lists counts what the map looked at", () => {
    expect(shown(agreed, 0, "show access-lists VPN-PEER")).toBe(`Extended IP access list VPN-PEER
    10 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 (5 matches)
`);
    expect(shown(agreed, 0, "show ip access-lists")).toContain(
      "    10 deny   ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255\n",
    );
    expect(shown(agreed, 0, "show access-lists NOTHING")).toBe("");
  });

  test("show running-config prints the configuration, or one interface of it", () => {
    const text = shown(agreed, 0, "show running-config");
    expect(text).toMatch(/^Building configuration\.\.\.\n\nCurrent configuration : \d+ bytes\n!\n/);
    expect(text).toContain("\nhostname SiteA\n");
    const one = shown(agreed, 0, "show running-config interface gi0/1");
    expect(one).toContain("interface GigabitEthernet0/1\n ip address 10.1.0.1 255.255.255.0\n");
    expect(one).not.toContain("GigabitEthernet0/0");
    expect(shown(agreed, 0, "show running-config interface gi0/7")).toBe("% Interface not found\n");
  });

  test("show crypto engine connections active lists each association and what went through", () => {
    expect(shown(agreed, 0, "show crypto engine connections active")).toContain(
      "    1  IPsec   AES256+SHA256             0        4        4 198.51.100.2\n" +
        "    2  IPsec   AES256+SHA256             4        0        0 198.51.100.2\n" +
        " 1001  IKE     SHA256+AES256             0        0        0 198.51.100.2\n",
    );
  });

  test("show ip interface brief tells which interface is down", () => {
    expect(shown(changed("the interface is shut down"), 1, "show ip interface brief")).toContain(
      "GigabitEthernet0/0         203.0.113.2     YES NVRAM  administratively down down\n",
    );
  });
});

describe("typing", () => {
  test("words may be abbreviated as long as one keyword is meant", () => {
    expect(shown(agreed, 0, "sh cry ips sa")).toBe(shown(agreed, 0, "show crypto ipsec sa"));
    expect(shown(agreed, 0, "SHOW CRY SESS")).toBe(shown(agreed, 0, "show crypto session"));
    expect(shown(agreed, 0, "sh run int Gig 0/0")).toBe(
      shown(agreed, 0, "show running-config interface GigabitEthernet0/0"),
    );
  });

  test.each([
    ["show crypto i sa", '% Ambiguous command:  "show crypto i sa"\n'],
    ["show crypto", "% Incomplete command.\n"],
    ["show crypto ipsec sa peer", "% Incomplete command.\n"],
    ["show crypto map |", "% Incomplete command.\n"],
    ["show crypto map | include", "% Incomplete command.\n"],
    ["show crypto nothing", "            ^\n% Invalid input detected at '^' marker.\n"],
    ["show crypto ipsec sa peer east", "                          ^\n% Invalid input detected at '^' marker.\n"],
  ])("%s is refused as IOS does", (line, expected) => {
    expect(shown(agreed, 0, line)).toBe(expected);
  });

  test("a question mark lists what may follow, with what it means", () => {
    expect(shown(agreed, 0, "show crypto isakmp sa ?")).toBe(`  count   Show ISAKMP SA count
  detail  Show ISAKMP SA detail
  |       Output modifiers
  <cr>
`);
    expect(shown(agreed, 0, "show crypto ipsec sa peer ?")).toContain("  A.B.C.D  ");
  });

  test("a question mark at a word lists the words that begin so", () => {
    expect(shown(agreed, 0, "show crypto i?")).toBe("ikev2  ipsec  isakmp\n");
    expect(shown(agreed, 0, "show crypto x?")).toBe("% Unrecognized command\n");
  });
});

describe("behind a pipe", () => {
  test("include and exclude keep and drop lines by a regular expression", () => {
    expect(shown(agreed, 0, "show crypto map | include Peer|DH")).toBe(
      "        Peer = 203.0.113.2\n        DH group:  group14\n",
    );
    const without = shown(agreed, 0, "show crypto map | exclude Peer");
    expect(without).not.toContain("Peer =");
    expect(without).toContain("Transform sets={");
  });

  test("begin starts with the first line that matches", () => {
    expect(shown(agreed, 0, "sh run | b ^ip route")).toMatch(/^ip route 0\.0\.0\.0 0\.0\.0\.0 198\.51\.100\.1\n/);
    expect(shown(agreed, 0, "sh run | b nothing of it")).toBe("");
  });

  test("section keeps a line with what stands indented below it", () => {
    expect(shown(agreed, 0, "sh run | section interface GigabitEthernet0/1")).toBe(
      "interface GigabitEthernet0/1\n ip address 10.1.0.1 255.255.255.0\n ip nat inside\n ip tcp adjust-mss 1360\n",
    );
  });

  test("what is no regular expression is sought as it stands", () => {
    expect(shown(agreed, 0, "show crypto ipsec sa | include (10.1.0.0")).toContain("local  ident");
  });
});
