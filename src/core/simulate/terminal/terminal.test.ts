import { parseIpv4 } from "../../net/ipv4.ts";
import { clientGateway } from "../../testing/clientGateway.ts";
import { describe, expect, test } from "vitest";
import type { Design } from "../../model/design.ts";
import type { RouterId } from "../../model/router.ts";
import { designFromText } from "../../testing/designFromText.ts";
import { manualSites } from "../../testing/manualSites.ts";
import { mutations } from "../../testing/mutations.ts";
import { rareMutations } from "../../testing/rareMutations.ts";
import { writeCase } from "../../testing/ruleCase.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { judgePeerings } from "../../negotiate/judge.ts";
import { showCommand } from "../show.ts";
import { suggestedLines } from "./suggestedLines.ts";
import { completeLine, helpFor, terminalPrompt, typeLine } from "./terminal.ts";
import { NEW_TERMINAL, type TerminalState } from "./terminalState.ts";

const [siteA, siteB] = ["r1", "r2"] as unknown as readonly [RouterId, RouterId];
const agreed = designFromText(twoSites);

function changed(name: string): Design {
  return designFromText(writeCase(twoSites, mutations[name] ?? rareMutations[name] ?? "").text);
}

/** Types lines one after the other, each on its router's terminal; the last one's answer. */
function typed(design: Design, ...lines: readonly (readonly [RouterId, string])[]) {
  let state: TerminalState = NEW_TERMINAL;
  let answer = typeLine(design, state, siteA, "");
  for (const [router, line] of lines) {
    answer = typeLine(design, state, router, line);
    state = answer.state;
  }
  return answer;
}

const pingB = [siteA, "ping 10.2.0.1 source 10.1.0.1"] as const;
const pingA = [siteB, "ping 10.1.0.1 source gi0/1"] as const;

describe("a terminal", () => {
  test("shows what the command line shows, until something happens", () => {
    for (const line of ["show crypto session", "sh cry ips sa", "show run | i set peer", "show crypto nothing |"]) {
      const shown = showCommand(agreed, siteA, line);
      if (shown.kind === "output") expect(typed(agreed, [siteA, line]).text).toBe(shown.text);
      else expect(typed(agreed, [siteA, line]).refused).toBe(true);
    }
  });

  test("has the router's name for a prompt, and puts the mark of a fault below the word typed behind it", () => {
    expect(terminalPrompt(agreed, siteA)).toBe("SiteA#");
    expect(typed(agreed, [siteA, "show crypt0"]).text).toBe(
      `${" ".repeat("SiteA#show ".length)}^\n% Invalid input detected at '^' marker.\n`,
    );
  });

  test.each([
    ["", ""],
    ["! a comment", ""],
    ["enable", ""],
    ["terminal length 0", ""],
  ])("takes %j without a word", (line, text) => {
    expect(typed(agreed, [siteA, line])).toMatchObject({ text, refused: false });
  });

  test.each(["conf t", "ping 10.2.0.1 source 192.0.2.1", "ping 10.2.0.1 source gi0/7", "clear crypto sa peer nobody"])(
    "refuses %s",
    (line) => {
      const answer = typed(agreed, [siteA, line]);
      expect(answer.refused).toBe(true);
      expect(answer.text).toMatch(/^% /);
      expect(answer.state).toBe(NEW_TERMINAL);
    },
  );

  test("knows no pipe behind a command that shows nothing", () => {
    expect(typed(agreed, [siteA, "clear crypto sa | include x"]).refused).toBe(true);
  });

  test("Tab completes what is certain, and tells what is possible", () => {
    expect(completeLine("sh")).toEqual({ line: "show ", choices: [] });
    expect(completeLine("show cry")).toEqual({ line: "show crypto ", choices: [] });
    expect(completeLine("show crypto i")).toEqual({ line: "show crypto i", choices: ["ikev2", "ipsec", "isakmp"] });
    expect(completeLine("show crypto se")).toEqual({ line: "show crypto session ", choices: [] });
    expect(completeLine("show crypto session ")).toEqual({ line: "show crypto session ", choices: [] });
    expect(completeLine("nothing")).toEqual({ line: "nothing", choices: [] });
  });

  test("a question mark lists the commands there are", () => {
    const { text } = helpFor("");
    for (const word of ["clear", "debug", "ping", "show", "undebug"])
      expect(text).toMatch(new RegExp(`^  ${word} `, "m"));
    expect(helpFor("clear crypto sa ").text).toBe(typed(agreed, [siteA, "clear crypto sa ?"]).text);
    expect(helpFor("clear crypto sa ").text).toMatch(/counters[^]*entry[^]*map[^]*peer[^]*<cr>/);
  });
});

describe("associations go and come back", () => {
  const standing = (text: string) => text.match(/Active SAs: (\d+)/)?.[1];

  test.each([
    "clear crypto sa",
    "clear crypto sa peer 203.0.113.2",
    "clear crypto sa map VPN",
    "clear crypto sa entry 198.51.100.2 esp 201897130",
    "clear crypto sa entry 198.51.100.2 esp 0xC08B4AA",
  ])("%s takes both ends' away, and the next packet brings new ones", (line) => {
    for (const router of [siteA, siteB]) {
      const session = typed(agreed, [siteA, line], [router, "show crypto session"]).text;
      expect(standing(session)).toBe("0");
      expect(session).toContain("Session status: UP-IDLE");
    }
    const before = typed(agreed, [siteA, "show crypto ipsec sa | include spi:"]).text;
    const after = typed(agreed, [siteA, line], pingB, [siteA, "show crypto ipsec sa | include spi:"]).text;
    expect(after).toMatch(/spi: 0x[0-9A-F]+\(\d+\)/);
    expect(after).not.toBe(before);
    expect(typed(agreed, [siteA, line], pingB).text).toContain("\n.!!!!\n");
    expect(typed(agreed, [siteA, line], pingB, pingB).text).toContain("\n!!!!!\n");
  });

  test("what is cleared for somebody else stays", () => {
    for (const line of [
      "clear crypto sa peer 203.0.113.9",
      "clear crypto sa map OTHER",
      "clear crypto sa entry 198.51.100.2 esp 7",
    ])
      expect(standing(typed(agreed, [siteA, line], [siteA, "show crypto session"]).text)).toBe("2");
  });

  test("new SPIs cross as the old ones did", () => {
    const spis = (router: RouterId) =>
      typed(agreed, [siteA, "clear crypto sa"], pingB, [router, "show crypto ipsec sa | include  spi:"])
        .text.trim()
        .split("\n")
        .filter((line) => !line.includes("current"))
        .map((line) => line.trim());
    expect(spis(siteA)).toHaveLength(2);
    expect(spis(siteA)).toEqual([...spis(siteB)].reverse());
  });

  test("counters start again, and count on with every ping", () => {
    const counters = (...lines: readonly (readonly [RouterId, string])[]) =>
      typed(agreed, ...lines, [siteA, "show crypto ipsec sa | include encaps|decaps|send"]).text;
    expect(counters([siteA, "clear crypto sa counters"])).toContain("#pkts encaps: 0,");
    expect(standing(typed(agreed, [siteA, "clear crypto sa counters"], [siteA, "show crypto session"]).text)).toBe("2");
    expect(counters([siteA, "clear crypto sa counters"], pingB)).toContain("#pkts encaps: 5,");
    const anew = counters([siteA, "clear crypto sa"], pingB, pingB);
    expect(anew).toContain("#pkts encaps: 9,");
    expect(anew).toContain("#pkts decaps: 9,");
    expect(anew).toContain("#send errors 1,");
  });

  test("clear crypto isakmp leaves IPsec, which goes on without IKE", () => {
    expect(typed(agreed, [siteA, "clear crypto isakmp"], [siteB, "show crypto session"]).text).toContain(
      "Session status: UP-NO-IKE",
    );
    expect(typed(agreed, [siteA, "clear crypto isakmp"], pingB).text).toContain("\n!!!!!\n");
    expect(typed(agreed, [siteA, "clear crypto isakmp 7"], [siteA, "show crypto session"]).text).toContain("UP-ACTIVE");
    expect(typed(agreed, [siteA, "clear crypto isakmp 1001"], [siteA, "show crypto session"]).text).toContain(
      "UP-NO-IKE",
    );
  });

  test("clear crypto session takes both phases away; a new one is started by whoever sends first", () => {
    expect(typed(agreed, [siteA, "clear crypto session"], [siteA, "show crypto session"]).text).toContain(
      "status: DOWN\n",
    );
    const anew = typed(agreed, [siteA, "clear crypto session"], pingA, [siteA, "show crypto isakmp sa"]).text;
    expect(anew).toContain("198.51.100.2    203.0.113.2     QM_IDLE           1002 ACTIVE\n");
    expect(
      typed(agreed, [siteA, "clear crypto session remote 203.0.113.9"], [siteA, "show crypto session"]).text,
    ).toContain("UP-ACTIVE");
    expect(
      typed(agreed, [siteA, "clear crypto session local 198.51.100.2"], [siteA, "show crypto session"]).text,
    ).toContain("status: DOWN\n");
  });

  test("without IKE the peer is not told, and sends to an SPI that nobody knows", () => {
    const stale = [
      [siteA, "clear crypto isakmp"],
      [siteA, "clear crypto sa"],
    ] as const;
    expect(standing(typed(agreed, ...stale, [siteB, "show crypto session"]).text)).toBe("2");
    const answer = typed(agreed, ...stale, pingA);
    expect(answer.text).toContain("\n.....\n");
    expect(answer.elsewhere.get(siteA)).toMatch(/^%CRYPTO-4-RECVD_PKT_INV_SPI: .*destaddr=198\.51\.100\.2, prot=50/);
    expect(typed(agreed, ...stale, pingA, pingB).text).toContain("\n.!!!!\n");
    expect(typed(agreed, ...stale, pingB, pingA).text).toContain("\n!!!!!\n");
  });

  test("with invalid-spi-recovery the next packet negotiates", () => {
    const design = designFromText(writeCase(twoSites, "=== SiteA\ncrypto isakmp invalid-spi-recovery").text);
    const stale = [
      [siteA, "clear crypto isakmp"],
      [siteA, "clear crypto sa"],
    ] as const;
    expect(typed(design, ...stale, pingA, pingA).text).toContain("\n.!!!!\n");
  });

  test("associations that were set by hand are there again at once", () => {
    const manual = designFromText(manualSites);
    expect(typed(manual, [siteA, "clear crypto sa"], [siteA, "show crypto session"]).text).toContain("UP-NO-IKE");
    expect(typed(manual, [siteA, "clear crypto sa"], pingB).text).toContain("\n!!!!!\n");
  });

  test("what a dynamic map made goes with its associations, and only the peer brings it back", () => {
    const design = changed("a dynamic map at one side");
    expect(typed(design, [siteB, "show crypto map"]).text).toContain("65536");
    expect(typed(design, [siteB, "clear crypto sa"], [siteB, "show crypto map"]).text).not.toContain("65536");
    expect(typed(design, pingA).text).toContain("\n!!!!!\n");
    expect(typed(design, [siteB, "clear crypto sa"], pingA).text).toContain("\n.....\n");
    expect(typed(design, [siteB, "clear crypto sa"], pingB, pingA).text).toContain("\n!!!!!\n");
    expect(typed(design, [siteB, "clear crypto sa"], pingB, [siteB, "show crypto map"]).text).toContain("65536");
  });
});

describe("suggestions", () => {
  test("are commands, and a ping that the tunnel takes", () => {
    expect(suggestedLines(agreed, siteA)).toContain("ping 10.2.0.1 source 10.1.0.1");
    for (const line of suggestedLines(agreed, siteB)) expect(typed(agreed, [siteB, line]).refused).toBe(false);
    expect(typed(agreed, [siteB, suggestedLines(agreed, siteB).at(-1) ?? ""]).text).toContain("!!!!!");
  });

  test("have no ping where nothing is protected", () => {
    const design = designFromText("=== R1\nhostname R1");
    expect(suggestedLines(design, siteA).join()).not.toContain("ping");
  });
});

describe("ping", () => {
  test("leaves with the address of its exit, which no entry protects", () => {
    expect(typed(agreed, [siteA, "ping 10.2.0.1"]).text).toContain("\n.....\nSuccess rate is 0 percent (0/5)\n");
    expect(typed(agreed, [siteA, "ping 203.0.113.2"]).text).toContain("\n!!!!!\nSuccess rate is 100 percent (5/5)");
    expect(typed(agreed, [siteA, "ping 10.1.0.77"]).text).toContain("\n!!!!!\n");
  });

  test("says where the design does not tell what happens", () => {
    expect(typed(changed("an encrypted key"), pingB).text).toContain(
      "% What becomes of it can't be told from the design: ",
    );
  });

  test.each(Object.entries({ ...mutations, ...rareMutations }))("tells the verdict where there is %s", (_, change) => {
    const design = designFromText(writeCase(twoSites, change).text);
    const clear = [
      [siteA, "clear crypto session"],
      [siteB, "clear crypto session"],
    ] as const;
    for (const { peering, flows } of judgePeerings(design)) {
      for (const [index, { aToB, bToA }] of flows.entries()) {
        for (const negotiation of [aToB, bToA]) {
          const side = negotiation === aToB ? "a" : "b";
          // The first packet of each flow goes from one network to the other, as the pings here do, and is of any protocol.
          if (
            /\btcp\b/.test(change) ||
            peering.flows[index]?.[side] === null ||
            negotiation.outcome === "unknown" ||
            index > 0
          )
            continue;
          const ping = negotiation.initiator === siteA ? pingB : pingA;
          const answer = typed(design, ...clear, ping);
          expect(answer.text, `${negotiation.outcome} ${negotiation.rule ?? ""}`).toContain(
            negotiation.outcome === "established" ? "\n.!!!!\n" : "\n.....\n",
          );
        }
      }
    }
  });
});

test("show crypto session group and summary count the remote clients that are connected", () => {
  const design = designFromText(clientGateway);
  const [gateway] = [...design.routers.keys()];
  if (!gateway) throw new Error("The design has no gateway.");
  const session = (user: string, address: string) => ({ group: "STAFF", user, address: parseIpv4(address) ?? 0 });
  const clients = new Map([[gateway, [session("anna", "10.9.0.1"), session("anna", "10.9.0.2")]]]);
  const shown = (line: string) => typeLine(design, { ...NEW_TERMINAL, clients }, gateway, line).text;
  expect(shown("show crypto session group")).toBe(" Group:    Connections\n STAFF: 2\n");
  expect(shown("show crypto session summary")).toBe(" Group STAFF has 2 connections\n  User (Logins)\n  anna (2)\n");
});
