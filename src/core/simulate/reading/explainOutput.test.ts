import { describe, expect, test } from "vitest";
import type { Design } from "../../model/design.ts";
import type { RouterId } from "../../model/router.ts";
import { designFromText } from "../../testing/designFromText.ts";
import { mutations } from "../../testing/mutations.ts";
import { rareMutations } from "../../testing/rareMutations.ts";
import { writeCase } from "../../testing/ruleCase.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { showCommand } from "../show.ts";
import { typeLine } from "../terminal/terminal.ts";
import { NEW_TERMINAL } from "../terminal/terminalState.ts";
import { explainOutput } from "./explainOutput.ts";
import type { ExplainedOutput } from "./shownOutput.ts";

const [siteA, siteB] = ["r1", "r2"] as unknown as readonly [RouterId, RouterId];
const agreed = designFromText(twoSites);

function changed(name: string): Design {
  return designFromText(writeCase(twoSites, mutations[name] ?? rareMutations[name] ?? name).text);
}

/** What a router of a design prints, as somebody copies it from a terminal. */
function copied(design: Design, router: RouterId, line: string): string {
  return `Site${router === siteA ? "A" : "B"}#${line}\n${showCommand(design, router, line).text}`;
}

function differences(outputs: readonly ExplainedOutput[]): readonly string[] {
  return outputs.flatMap(({ rows, missing }) => [...rows.flatMap(({ differs }) => differs), ...missing]);
}

const commands = [
  "show crypto isakmp sa",
  "show crypto isakmp sa detail",
  "show crypto ipsec sa",
  "show crypto ipsec sa detail",
  "show crypto session",
  "show crypto session detail",
  "show crypto map",
  "show access-lists",
  "show crypto ipsec transform-set",
  "show crypto isakmp policy",
];

describe("what the simulated routers print", () => {
  test.each(commands)("%s is recognised, and is what the design says", (command) => {
    for (const router of [siteA, siteB]) {
      const outputs = explainOutput(agreed, copied(agreed, router, command));
      const known = outputs.map((one) => one.command);
      expect(known).toEqual([command.replace(/(ipsec sa|session) detail/, "$1")]);
      expect(outputs[0]?.router).toBe(router);
      expect(outputs[0]?.rows.length).toBeGreaterThan(0);
      expect(differences(outputs)).toEqual([]);
    }
  });

  test.each(Object.entries({ ...mutations, ...rareMutations }))(
    "differs from its own design in nothing but what the verdict says: %s",
    (_, change) => {
      const design = designFromText(writeCase(twoSites, change).text);
      for (const router of design.routers.keys()) {
        for (const command of commands) {
          const outputs = explainOutput(design, copied(design, router, command), router);
          const wrong = differences(outputs).filter(
            // A peer that nobody is, and a tunnel that comes up only from the other side, differ by the design's own fault.
            (text) => !/^The design says why|no map entry|names .* as its peer|comes? up with/.test(text),
          );
          expect(wrong, `${command}\n${showCommand(design, router, command).text}`).toEqual([]);
        }
      }
    },
  );
});

describe("a paste of several commands", () => {
  const paste = [
    copied(agreed, siteA, "show crypto isakmp sa"),
    copied(agreed, siteA, "show clock"),
    copied(agreed, siteB, "show crypto session"),
  ].join("");

  test("is taken apart at its prompts, and what nobody explains is passed over", () => {
    expect(explainOutput(agreed, paste).map(({ command, router }) => [command, router])).toEqual([
      ["show crypto isakmp sa", siteA],
      ["show crypto session", siteB],
    ]);
  });

  test("rows stand at their lines", () => {
    const [first] = explainOutput(agreed, paste);
    const { line = 0 } = first?.rows[0] ?? {};
    expect(paste.split("\n")[line - 1]).toContain("QM_IDLE");
  });

  test("is read through pager marks and carriage returns", () => {
    const text = copied(agreed, siteA, "show crypto isakmp sa")
      .replace("203.0.113.2     198", " --More-- \b\b\b\b\b\b\b\b\b        \b\b\b\b\b\b\b\b\b203.0.113.2     198")
      .replaceAll("\n", "\r\n");
    expect(explainOutput(agreed, text)[0]?.rows[0]?.about).toBe("198.51.100.2 to 203.0.113.2: QM_IDLE");
  });

  test("without a prompt the addresses tell who printed it, or else whoever asks", () => {
    const text = showCommand(agreed, siteB, "show crypto ipsec sa").text;
    expect(explainOutput(agreed, text)[0]?.router).toBe(siteB);
    const table = showCommand(agreed, siteB, "show crypto isakmp sa").text;
    expect(explainOutput(agreed, table)[0]?.router).toBeNull();
    expect(explainOutput(agreed, table, siteA)[0]?.router).toBe(siteA);
  });

  test("nothing is made of a text that is no output", () => {
    expect(explainOutput(agreed, "Dear all,\nthe tunnel is down again.\n")).toEqual([]);
    expect(explainOutput(agreed, "")).toEqual([]);
  });
});

describe("show crypto isakmp sa", () => {
  const row = (state: string, status = "ACTIVE") =>
    explainOutput(
      agreed,
      `SiteA#sh cry isa sa
dst             src             state          conn-id slot status
203.0.113.2     198.51.100.2    ${state.padEnd(15)}      0    0 ${status}
`,
    )[0]?.rows[0];

  test.each([
    ["MM_NO_STATE", "bad", "Nothing is agreed"],
    ["MM_KEY_EXCH", "bad", "the pre-shared keys differ"],
    ["QM_IDLE", "good", "Phase 1 is complete"],
    ["CONF_XAUTH", "warning", "no-xauth"],
    ["AG_INIT_EXCH", "bad", "Aggressive mode"],
  ])("%s is told, in the layout of old releases too", (state, tone, words) => {
    expect(row(state)?.tone).toBe(tone);
    expect(row(state)?.says.join(" ")).toContain(words);
  });

  test("says which tunnel it is, and who began", () => {
    expect(row("QM_IDLE")?.peering).toContain("r1/VPN/10");
    expect(row("QM_IDLE")?.says[0]).toBe(
      "SiteA (198.51.100.2) sent the first message, SiteB (203.0.113.2) answers it: dst is the responder on both routers.",
    );
  });

  test("a router that fails where the design does not runs something else", () => {
    expect(row("MM_NO_STATE", "ACTIVE (deleted)")?.differs[0]).toContain(
      "By the design phase 1 of the peering of SiteA and SiteB would complete",
    );
    const design = changed("another encryption in phase 1");
    const [output] = explainOutput(design, copied(agreed, siteA, "show crypto isakmp sa"));
    expect(output?.rows[0]?.differs[0]).toContain("would fail");
  });

  test("a peer that no entry names has no map entry", () => {
    const text =
      "SiteA#sh cry isa sa\ndst src state conn-id status\n192.0.2.9 198.51.100.2 MM_NO_STATE 0 ACTIVE (deleted)\n";
    expect(explainOutput(agreed, text)[0]?.rows[0]?.differs).toEqual([
      "There is no map entry for it: no crypto map entry of SiteA names 192.0.2.9 as its peer.",
    ]);
  });

  test("an empty table is told too", () => {
    const text = "SiteA#show crypto isakmp sa\ndst             src             state          conn-id status\n";
    const [output] = explainOutput(agreed, text);
    expect(output?.rows[0]?.says[0]).toContain("no packet has met a permit");
    expect(output?.missing[0]).toContain("SiteB (203.0.113.2)");
  });
});

describe("show crypto ipsec sa", () => {
  const text = copied(agreed, siteA, "show crypto ipsec sa");
  const row = (pasted: string, design = agreed) => explainOutput(design, pasted)[0]?.rows[0];

  test("zero decaps point to the far side", () => {
    const one = row(text.replace("#pkts decaps: 4", "#pkts decaps: 0"));
    expect(one?.tone).toBe("bad");
    expect(one?.says[0]).toContain("none come back (zero decaps)");
    expect(one?.differs).toEqual(["By the design packets would go both ways; something that is not drawn loses them."]);
  });

  test("zero encaps point to this side", () => {
    expect(row(text.replace("#pkts encaps: 4", "#pkts encaps: 0"))?.says[0]).toContain("zero encaps");
  });

  test("no associations and send errors mean that negotiation fails", () => {
    const one = row(copied(changed("another transform set"), siteA, "show crypto ipsec sa"));
    expect(one?.tone).toBe("bad");
    expect(one?.says[0]).toContain("negotiation starts and fails");
    expect(one?.differs).toEqual(["By the design this tunnel would come up with the first packet."]);
  });

  test.each([
    ["The peer", "current_peer 203.0.113.2", "current_peer 203.0.113.7"],
    ["The transform", "esp-256-aes esp-sha256-hmac ,", "esp-3des esp-md5-hmac ,"],
    ["The mode", "={Tunnel, }", "={Transport, }"],
    ["The group of PFS", "DH group: group14", "DH group: group2"],
    ["The crypto map", "Crypto map tag: VPN", "Crypto map tag: OTHER"],
    ["The local endpoint", "local addr 198.51.100.2", "local addr 198.51.100.9"],
    ["The interface", "interface: GigabitEthernet0/0", "interface: GigabitEthernet0/7"],
  ])("%s is compared", (what, before, after) => {
    expect(row(text.replace(before, after))?.differs.join(" ")).toContain(`${what} is `);
  });

  test("networks that no list of the design has are named, and the design's own that are missing", () => {
    const [output] = explainOutput(agreed, text.replaceAll("(10.2.0.0/", "(10.9.0.0/"));
    expect(output?.rows[0]?.differs).toContain(
      "No crypto access list of the design protects 10.1.0.0/255.255.255.0 to 10.9.0.0/255.255.255.0 on this router.",
    );
    expect(output?.missing).toEqual([
      "The design also protects 10.1.0.0/255.255.255.0 to 10.2.0.0/255.255.255.0 by VPN 10, and the output does not have it.",
    ]);
  });

  test("leads to the line of the access list", () => {
    expect(row(text)?.place).toEqual({ router: siteA, kind: "accessList", name: "VPN-PEER", field: "lines", item: 10 });
  });
});

describe("other tables", () => {
  test("show crypto session tells the status of each peer", () => {
    const [output] = explainOutput(agreed, copied(changed("another key"), siteA, "show crypto session"));
    expect(output?.rows[0]?.about).toBe("SiteB (203.0.113.2): DOWN-NEGOTIATING");
    expect(output?.rows[0]?.differs).toEqual(["By the design this tunnel comes up with traffic."]);
  });

  test("show crypto map is compared entry by entry", () => {
    const compare = (change: string) =>
      differences(explainOutput(agreed, copied(changed(change), siteA, "show crypto map"), siteA)).join(" ");
    expect(compare("another peer address")).toContain("Its peers are 203.0.113.1; in the design 203.0.113.2.");
    expect(compare("forward secrecy at one side")).toContain("PFS is off; in the design group14.");
    expect(compare("no access list in the entry")).toContain("Its access list is none; in the design VPN-PEER.");
    const unapplied = explainOutput(agreed, copied(changed("the map is not applied"), siteB, "show crypto map"));
    expect(unapplied[0]?.rows[0]?.says).toContain("No interface carries the map, so it protects nothing.");
    expect(differences(unapplied)).toEqual(["The map stands on none; in the design GigabitEthernet0/0."]);
  });

  test("an incomplete entry is called so", () => {
    const [output] = explainOutput(agreed, copied(changed("no peer"), siteA, "show crypto map"));
    expect(output?.rows[0]?.tone).toBe("bad");
  });

  test("an entry that the design lacks, or the router, is named", () => {
    const text = copied(agreed, siteA, "show crypto map").replace('"VPN" 10', '"VPN" 20');
    expect(differences(explainOutput(agreed, text))).toEqual([
      "The design has no map entry VPN 20 on this router.",
      "The design has entry VPN 10, and the output does not.",
    ]);
  });

  test("the layout of 12.x is read", () => {
    const text = `SiteA#show crypto map
Crypto Map: "VPN" idb: GigabitEthernet0/0 local address: 198.51.100.2
Crypto Map "VPN" 10 ipsec-isakmp
        Peer = 203.0.113.2
        Extended IP access list VPN-PEER
            access-list VPN-PEER permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
        Current peer: 203.0.113.2
        Security association lifetime: 4608000 kilobytes/3600 seconds
        PFS (Y/N): Y
        DH group:  group14
        Transform sets={ TS-AES256, }
`;
    expect(differences(explainOutput(agreed, text))).toEqual([]);
  });

  test("show access-lists tells what was met, and which lines differ", () => {
    const text = copied(agreed, siteA, "show access-lists VPN-PEER");
    const [output] = explainOutput(agreed, text);
    expect(output?.rows[0]?.says).toEqual(["5 packets met it and were to be protected."]);
    expect(differences(explainOutput(agreed, text.replace("10.2.0.0", "10.3.0.0")))).toEqual([
      "The design's list has no such line.",
      "The design's list also has: permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255",
    ]);
  });

  test("transform sets and policies are compared by what they offer", () => {
    const set = copied(agreed, siteA, "show crypto ipsec transform-set").replace("esp-256-aes", "esp-3des");
    expect(differences(explainOutput(agreed, set))).toEqual(["In the design it is esp-aes 256 esp-sha256-hmac."]);
    const policy = copied(changed("another group in phase 1"), siteA, "show crypto isakmp policy");
    expect(differences(explainOutput(agreed, policy))).toEqual(["Its Diffie-Hellman group is 5; in the design 14."]);
  });
});

describe("debug output", () => {
  const debugged = (change: string, router: RouterId) => {
    const design = changed(change);
    let state = typeLine(design, NEW_TERMINAL, siteA, "clear crypto session").state;
    for (const at of [siteA, siteB])
      for (const line of ["debug crypto isakmp", "debug crypto ipsec"]) ({ state } = typeLine(design, state, at, line));
    const answer = typeLine(design, state, siteA, "ping 10.2.0.1 source 10.1.0.1");
    return router === siteA ? answer.text : (answer.elsewhere.get(router) ?? "");
  };

  test.each([
    ["another encryption in phase 1", "No ISAKMP policy of this router equals any"],
    ["another key", "different pre-shared keys"],
    ["one side permits another network", "not mirror images"],
    ["another transform set", "No transform set of the entry equals"],
    ["another group of forward secrecy", "another PFS group"],
  ])("the responder's lines say why it refuses: %s", (change, words) => {
    const [output] = explainOutput(changed(change), debugged(change, siteB));
    expect(output?.command).toBe("debug crypto");
    expect(output?.router).toBe(siteB);
    expect(output?.rows.flatMap(({ says }) => says).join(" ")).toContain(words);
    expect(differences(output ? [output] : []).join(" ")).toContain("The design says why: ");
  });

  test("a negotiation that the design would let pass is something else's fault", () => {
    const outputs = explainOutput(agreed, debugged("another transform set", siteB));
    expect(differences(outputs)).toContain("By the design this negotiation would succeed.");
  });

  test("a success is told as one", () => {
    const [output] = explainOutput(agreed, debugged("=== SiteA\nhostname SiteA => hostname SiteA", siteA));
    expect(output?.rows.map(({ tone }) => tone)).toEqual(["good", "good"]);
  });

  test("a system message alone is enough", () => {
    const text =
      "%CRYPTO-4-RECVD_PKT_INV_SPI: decaps: rec'd IPSEC packet has invalid spi for destaddr=198.51.100.2, prot=50, spi=0x1(1), srcaddr=203.0.113.2";
    expect(explainOutput(agreed, text)[0]?.rows[0]?.says[0]).toContain("no longer has");
  });
});
