import { describe, expect, test } from "vitest";
import { judgePeerings } from "../negotiate/judge.ts";
import type { Design } from "../model/design.ts";
import { asRouterId } from "../model/router.ts";
import { designFromText } from "../testing/designFromText.ts";
import { manualSites } from "../testing/manualSites.ts";
import { plainSites, plainSitesWith } from "../testing/plainSites.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { twoSites } from "../testing/twoSites.ts";
import type { Ladder } from "./ladder.ts";
import { negotiationLadder } from "./negotiationLadder.ts";

const [siteA, siteB] = [asRouterId("r1"), asRouterId("r2")];

function ladderOf(design: Design, initiator = siteA): Ladder {
  const [judged] = judgePeerings(design);
  if (!judged) throw new Error("The design has no peering.");
  return negotiationLadder(design, judged, { initiator });
}

function sitesWith(changes: string): Design {
  return designFromText(writeCase(twoSites, changes).text);
}

/** "MM1 → r2", with a cross where it stops. */
function messagesOf({ rungs }: Ladder): readonly string[] {
  return rungs.flatMap(({ message, to, stops }) =>
    message === null ? [] : [`${message} → ${to}${stops ? ` ✗ ${stops}` : ""}`],
  );
}

function rung(ladder: Ladder, message: string) {
  const found = ladder.rungs.find((one) => one.message === message);
  if (!found) throw new Error(`There is no ${message}.`);
  return found;
}

describe("a tunnel that comes up", () => {
  const ladder = ladderOf(designFromText(twoSites));

  test("has six messages of main mode and three of quick mode, in turn", () => {
    expect(ladder.exchange).toBe("main");
    expect(messagesOf(ladder)).toEqual([
      "MM1 → r2",
      "MM2 → r1",
      "MM3 → r2",
      "MM4 → r1",
      "MM5 → r2",
      "MM6 → r1",
      "QM1 → r2",
      "QM2 → r1",
      "QM3 → r2",
    ]);
  });

  test("goes the other way round when the other end starts", () => {
    expect(messagesOf(ladderOf(designFromText(twoSites), siteB))[0]).toBe("MM1 → r1");
  });

  test("begins with what happens before the first message", () => {
    expect(ladder.rungs.slice(0, 3).map(({ band, title }) => `${band}: ${title}`)).toEqual([
      "before: Route",
      "before: Crypto map",
      "before: Route to the peer",
    ]);
  });

  test("says in the second message what was offered, compared and chosen", () => {
    const { offered, compared, chosen } = rung(ladder, "MM2");
    expect(offered).toEqual([{ label: "policy 10", value: "aes 256, sha256, pre-share, group 14, 28800 s" }]);
    expect(compared.map(({ attribute }) => attribute)).toEqual([
      "encryption",
      "hash",
      "authentication",
      "group",
      "lifetime",
    ]);
    expect(chosen.at(-1)).toEqual({ label: "lifetime", value: "28800 s, the shorter of both" });
  });

  test("says in quick mode which entry, transform set, mode and group are chosen", () => {
    expect(rung(ladder, "QM2").chosen.map(({ value }) => value)).toEqual([
      "VPN 10",
      "TS-AES256",
      "tunnel",
      "group14",
      "3600 s, 4608000 KB",
    ]);
  });

  test("says what quick mode settled also where no answer comes back afterwards", () => {
    const failing = ladderOf(
      sitesWith(`=== SiteB
ip route 0.0.0.0 0.0.0.0 203.0.113.1 => ip route 198.51.100.0 255.255.255.0 203.0.113.1`),
    );
    expect(failing.outcome).toBe("failed");
    expect(rung(failing, "QM2").chosen).toEqual(rung(ladder, "QM2").chosen);
  });

  test("names lines in both configurations for every message but the offers", () => {
    for (const { message, places } of ladder.rungs) {
      if (message === null || message === "MM1" || message === "QM1") continue;
      expect(new Set(places.map(({ router }) => router)), message).toEqual(new Set([siteA, siteB]));
    }
  });

  test("has the initiator's states of show crypto isakmp sa", () => {
    const states = ladder.rungs.flatMap(({ message, state }) => (message?.startsWith("MM") ? [state] : []));
    expect(states).toEqual(["MM_NO_STATE", "MM_SA_SETUP", "MM_SA_SETUP", "MM_KEY_EXCH", "MM_KEY_EXCH", "QM_IDLE"]);
  });

  test("ends with one IKE association and a pair of one-way IPsec associations", () => {
    const { ike, ipsec, transforms } = ladder.associations ?? {};
    expect(ike).toMatchObject({ state: "QM_IDLE", connectionId: { initiator: 1001, responder: 1001 } });
    expect(ipsec?.map(({ from, to, protocol }) => `${protocol} ${from} → ${to}`)).toEqual([
      "esp r1 → r2",
      "esp r2 → r1",
    ]);
    expect(new Set(ipsec?.map(({ spi }) => spi)).size).toBe(2);
    expect(transforms).toBe("esp-aes 256 esp-sha256-hmac");
  });

  test("has the same SPIs whoever starts, where both may", () => {
    const spis = (one: Ladder) => new Set(one.associations?.ipsec.map(({ spi }) => spi));
    expect(spis(ladderOf(designFromText(twoSites), siteB))).toEqual(spis(ladder));
  });
});

describe("the responder's choice of a policy", () => {
  test("is shown comparison by comparison, its own order first", () => {
    const design = plainSitesWith(`=== Beta
crypto isakmp policy 5
 encr aes 256
 hash sha512
 authentication pre-share
 group 14`);
    const { compared, chosen } = rung(ladderOf(design), "MM2");
    expect(compared[0]).toEqual({
      attribute: "policy 5 with policy 10: hash",
      offered: "sha256",
      held: "sha512",
      agrees: false,
    });
    expect(chosen[0]?.label).toBe("policy 10 of Beta");
  });
});

describe("a refusal stops at its message", () => {
  test.each([
    [
      "no common policy: the answer is never sent",
      "=== SiteB\nencr aes 256 => encr 3des",
      "MM2 → r1 ✗ at-sender",
      "p1-no-common",
    ],
    [
      "another key: the proof can't be read",
      "=== SiteB\ncrypto isakmp key Long-Shared-Key-2024 address 198.51.100.2 => crypto isakmp key other address 198.51.100.2",
      "MM5 → r2 ✗ at-receiver",
      "psk-mismatch",
    ],
    [
      "no key at the responder: it does not answer",
      "=== SiteB\n- crypto isakmp key Long-Shared-Key-2024 address 198.51.100.2",
      "MM2 → r1 ✗ at-sender",
      "psk-missing",
    ],
    [
      "UDP 500 filtered at the responder: the first message does not arrive",
      "=== SiteB\n- permit udp host 198.51.100.2 host 203.0.113.2 eq isakmp",
      "MM1 → r2 ✗ at-receiver",
      "acl-blocks-ike",
    ],
    [
      "UDP 500 filtered at the initiator: the answer does not arrive",
      "=== SiteA\n- permit udp host 203.0.113.2 host 198.51.100.2 eq isakmp",
      "MM2 → r1 ✗ at-receiver",
      "acl-blocks-ike",
    ],
    [
      "IKE off at the responder: nobody listens",
      "=== SiteB\nno crypto isakmp enable",
      "MM1 → r2 ✗ at-receiver",
      "ike-disabled",
    ],
    [
      "another transform set: quick mode's offer is refused",
      "=== SiteB\ncrypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-aes 192 esp-sha256-hmac",
      "QM1 refused → r1 ✗ at-receiver",
      "p2-no-common-transform",
    ],
    [
      "no forward secrecy offered: quick mode's offer is refused",
      "=== SiteA\n- set pfs group14",
      "QM1 refused → r1 ✗ at-receiver",
      "p2-pfs-oneway",
    ],
    [
      "the peer's entry has lost its map: quick mode's offer is refused",
      "=== SiteB\n- crypto map VPN",
      "QM1 refused → r1 ✗ at-receiver",
      "map-unapplied",
    ],
    [
      "ESP filtered at the peer: the first protected packet does not arrive",
      "=== SiteB\n- permit esp host 198.51.100.2 host 203.0.113.2",
      "ESP → r2 ✗ at-receiver",
      "acl-blocks-esp",
    ],
    [
      "a user name asked for: after main mode",
      "=== SiteB\naaa new-model\naaa authentication login CLIENTS local\ncrypto map VPN client authentication list CLIENTS",
      "XAUTH → r1 ✗ at-receiver",
      "psk-no-xauth",
    ],
  ])("%s", (_, changes, last, rule) => {
    const ladder = ladderOf(sitesWith(changes));
    expect(messagesOf(ladder).at(-1)).toBe(last);
    expect(ladder.rule).toBe(rule);
    expect(ladder.rungs.at(-1)?.explains).not.toBe("");
  });

  test("with the places to blame at both ends", () => {
    const ladder = ladderOf(sitesWith("=== SiteA\n- set pfs group14"));
    expect(ladder.rungs.at(-1)?.places.map(({ router }) => router)).toEqual([siteA, siteB]);
  });

  test("with what differs first, and what would have agreed after it", () => {
    const { compared } = ladderOf(sitesWith("=== SiteA\nset pfs group14 => set pfs group5")).rungs.at(-1) ?? {};
    expect(compared?.[0]).toEqual({ attribute: "pfs", offered: "PFS group 5", held: "PFS group 14", agrees: false });
    expect(compared?.slice(1).every(({ agrees }) => agrees)).toBe(true);
  });

  test("and in quick mode the IKE association is left standing alone", () => {
    const { associations } = ladderOf(sitesWith("=== SiteA\n- set pfs group14"));
    expect(associations?.ike?.state).toBe("QM_IDLE");
    expect(associations?.ipsec).toEqual([]);
  });

  test("a key that differs leaves both ends in MM_KEY_EXCH", () => {
    const ladder = ladderOf(
      sitesWith(
        "=== SiteB\ncrypto isakmp key Long-Shared-Key-2024 address 198.51.100.2 => crypto isakmp key other address 198.51.100.2",
      ),
    );
    expect(ladder.rungs.at(-1)?.state).toBe("MM_KEY_EXCH");
    expect(ladder.associations?.ike?.state).toBe("MM_KEY_EXCH");
  });
});

describe("what is told before the first message", () => {
  test("that nothing triggers it", () => {
    const ladder = ladderOf(sitesWith("=== SiteA\n- deny   ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255"));
    expect(messagesOf(ladder)).toEqual([]);
    expect(ladder.rungs.at(-1)).toMatchObject({ band: "before", title: "Translation", ok: false });
  });

  test("that the initiator has no key, so that it never sends", () => {
    const ladder = ladderOf(sitesWith("=== SiteA\n- crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2"));
    expect(messagesOf(ladder)).toEqual([]);
    expect(ladder.rungs.at(-1)).toMatchObject({ band: "before", title: "Pre-shared key", ok: false });
  });

  test("that the outcome can't be known, and why; the messages follow", () => {
    const ladder = ladderOf(
      sitesWith(
        "=== SiteA\ncrypto isakmp key Long-Shared-Key-2024 address 203.0.113.2 => crypto isakmp key 6 abcDEFghiJKL address 203.0.113.2",
      ),
    );
    expect(ladder.outcome).toBe("unknown");
    expect(ladder.rungs[0]).toMatchObject({ band: "before", ok: null, title: "Can’t be known" });
    expect(messagesOf(ladder)).toContain("QM3 → r2");
  });

  test("that the peer is outside the design", () => {
    const ladder = ladderOf(designFromText(plainSites.split("=== Beta")[0] ?? ""));
    expect(ladder).toMatchObject({ responder: null, outcome: "unknown", rule: "peer-outside-design" });
    expect(ladder.rungs).toHaveLength(1);
  });
});

describe("other kinds of tunnel", () => {
  test("aggressive mode has three messages in phase 1", () => {
    const design = plainSitesWith(`=== Alpha
crypto isakmp peer address 203.0.113.2
 set aggressive-mode password Long-Shared-Key-2024
 set aggressive-mode client-endpoint ipv4-address 198.51.100.2`);
    expect(messagesOf(ladderOf(design)).filter((one) => one.startsWith("AM"))).toEqual([
      "AM1 → r2",
      "AM2 → r1",
      "AM3 → r2",
    ]);
  });

  test("manual associations have no messages, and stand with the SPIs of the configuration", () => {
    const ladder = ladderOf(designFromText(manualSites));
    expect(messagesOf(ladder)).toEqual([]);
    expect(ladder.remarks[0]).toContain("no message is exchanged");
    expect(ladder.associations).toMatchObject({ ike: null, lifetimeSeconds: null });
    expect(ladder.associations?.ipsec.map(({ spi }) => spi)).toEqual([1002, 1001]);
  });

  test("a dynamic end answers, and never starts", () => {
    const design = sitesWith(`=== SiteB
crypto map VPN 10 ipsec-isakmp dynamic DYN
crypto dynamic-map DYN 10
 set transform-set TS-AES256`);
    expect(ladderOf(design).remarks[0]).toContain("temporary crypto map entry");
    expect(rung(ladderOf(design), "QM2").chosen[0]).toEqual({ label: "entry of SiteB", value: "DYN 10" });
    const other = ladderOf(design, siteB);
    expect(other.outcome).toBe("not-triggered");
    expect(other.remarks[0]).toContain("never starts");
  });

  test("AH and ESP together are two pairs", () => {
    const set = "crypto ipsec transform-set TS-AES256 ";
    const ladder = ladderOf(
      sitesWith(`=== SiteA
${set}esp-aes 256 esp-sha256-hmac => ${set}ah-sha-hmac esp-aes 256
+ip access-list extended OUTSIDE-IN
 permit ahp host 203.0.113.2 host 198.51.100.2
=== SiteB
${set}esp-aes 256 esp-sha256-hmac => ${set}ah-sha-hmac esp-aes 256
+ip access-list extended OUTSIDE-IN
 permit ahp host 198.51.100.2 host 203.0.113.2`),
    );
    expect(ladder.associations?.ipsec.map(({ protocol, from }) => `${protocol} from ${from}`)).toEqual([
      "esp from r1",
      "ah from r1",
      "esp from r2",
      "ah from r2",
    ]);
  });
});
