import { describe, expect, test } from "vitest";
import type { RouterId } from "../../model/router.ts";
import { designFromText } from "../../testing/designFromText.ts";
import { mutations } from "../../testing/mutations.ts";
import { rareMutations } from "../../testing/rareMutations.ts";
import { writeCase } from "../../testing/ruleCase.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { typeLine } from "../terminal/terminal.ts";
import { NEW_TERMINAL } from "../terminal/terminalState.ts";

const [siteA, siteB] = ["r1", "r2"] as unknown as readonly [RouterId, RouterId];

/** What both routers print while SiteA negotiates anew, with the given debug commands typed on both. */
function debugged(change: string, commands: readonly string[] = ["debug crypto isakmp", "debug crypto ipsec"]) {
  const text =
    change === "" ? twoSites : writeCase(twoSites, mutations[change] ?? rareMutations[change] ?? change).text;
  const design = designFromText(text);
  let state = typeLine(design, NEW_TERMINAL, siteA, "clear crypto session").state;
  for (const router of [siteA, siteB])
    for (const command of commands) state = typeLine(design, state, router, command).state;
  const answer = typeLine(design, state, siteA, "ping 10.2.0.1 source 10.1.0.1");
  return { initiator: answer.text, responder: answer.elsewhere.get(siteB) ?? "" };
}

/** Whether texts stand in a text, each behind the one before. */
function inOrder(text: string, ...parts: readonly string[]): void {
  let at = 0;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    expect(found, `${part}\nis missing behind\n${text.slice(0, at)}`).toBeGreaterThanOrEqual(0);
    at = found + part.length;
  }
}

describe("a negotiation that succeeds", () => {
  test("is told by the initiator message by message", () => {
    inOrder(
      debugged("").initiator,
      "IPSEC(sa_request): ,\n  (key eng. msg.) OUTBOUND local= 198.51.100.2:500, remote= 203.0.113.2:500,",
      "local_proxy= 10.1.0.0/255.255.255.0/256/0,",
      "ISAKMP: Created a peer struct for 203.0.113.2, peer port 500",
      "Can not start Aggressive mode, trying Main mode.",
      "found peer pre-shared key matching 203.0.113.2",
      "Old State = IKE_READY  New State = IKE_I_MM1",
      "beginning Main Mode exchange",
      "sending packet to 203.0.113.2 my_port 500 peer_port 500 (I) MM_NO_STATE",
      "received packet from 203.0.113.2 dport 500 sport 500 Global (I) MM_NO_STATE",
      "Checking ISAKMP transform 1 against priority 10 policy",
      "ISAKMP:      encryption AES-CBC\nISAKMP:      keylength of 256\nISAKMP:      hash SHA256\nISAKMP:      default group 14\nISAKMP:      auth pre-share\nISAKMP:      life type in seconds\nISAKMP:      life duration (basic) of 28800\n",
      "atts are acceptable. Next payload is 0",
      "(I) MM_SA_SETUP",
      "Old State = IKE_I_MM3  New State = IKE_I_MM4",
      "SA is doing pre-shared key authentication using id type ID_IPV4_ADDR",
      "(I) MM_KEY_EXCH",
      "SA has been authenticated with 203.0.113.2",
      "Old State = IKE_I_MM6  New State = IKE_P1_COMPLETE",
      "beginning Quick Mode exchange, M-ID of ",
      "Old State = IKE_QM_READY  New State = IKE_QM_I_QM1",
      "encaps is 1 (Tunnel)",
      "SA life duration (VPI) of  0x0 0x46 0x50 0x0",
      "authenticator is HMAC-SHA256",
      "key length is 256",
      "group is 14",
      "IPSEC(create_sa): sa created,",
      "sa_lifetime(k/sec)= (4608000/3600),",
      'error FALSE reason "No Error"',
      "New State = IKE_QM_PHASE2_COMPLETE",
      ".!!!!",
    );
  });

  test("is told by the responder in its own states", () => {
    inOrder(
      debugged("").responder,
      "received packet from 198.51.100.2 dport 500 sport 500 Global (N) NEW SA",
      "Old State = IKE_READY  New State = IKE_R_MM1",
      "(R) MM_SA_SETUP",
      "Old State = IKE_R_MM5  New State = IKE_P1_COMPLETE",
      "(R) QM_IDLE",
      "Crypto mapdb : proxy_match\n        src addr     : 10.2.0.0\n        dst addr     : 10.1.0.0\n",
      "(ipsec_process_proposal)Map Accepted: VPN, 10",
      "New State = IKE_QM_SPI_STARVE",
      'reason "QM done (await)"',
    );
  });

  test("gives lines the association's number once keys are exchanged", () => {
    const { initiator } = debugged("");
    expect(initiator).toContain("ISAKMP:(0):processing NONCE payload");
    expect(initiator).toContain("ISAKMP:(1002):speaking to another IOS box!");
  });

  test("both ends name the same SPIs", () => {
    const { initiator, responder } = debugged("");
    const spis = (text: string) => [...text.matchAll(/sa_spi= (0x[0-9A-F]+)/g)].map(([, spi]) => spi).sort();
    expect(spis(initiator)).toHaveLength(2);
    expect(spis(initiator)).toEqual(spis(responder));
  });

  test("is written as the release writes it", () => {
    const { initiator } = debugged("=== SiteA\nversion 17.3");
    expect(initiator).toContain("ISAKMP: (0):beginning Main Mode exchange");
    expect(initiator).toContain("ISAKMP-PAK: (0):sending packet to 203.0.113.2");
  });

  test("is quick mode alone where IKE stands", () => {
    const design = designFromText(twoSites);
    const lines = ["debug crypto isakmp", "clear crypto sa", "ping 10.2.0.1 source 10.1.0.1"];
    let state = NEW_TERMINAL;
    let text = "";
    for (const line of lines) ({ state, text } = typeLine(design, state, siteA, line));
    expect(text).toContain("ISAKMP:(1001):beginning Quick Mode exchange");
    expect(text).not.toContain("Main Mode");
  });
});

/** What a failure looks like, after section 6.4 of the reference. */
const signatures: readonly {
  readonly change: string;
  readonly initiator: readonly string[];
  readonly responder: readonly string[];
}[] = [
  { change: "no route", initiator: [], responder: [] },
  {
    change: "no key",
    initiator: ["No pre-shared key with 203.0.113.2!", "No Cert or pre-shared address key.", "Can not start Main mode"],
    responder: [],
  },
  {
    change: "UDP 500 is filtered",
    initiator: [
      "(I) MM_NO_STATE",
      "retransmitting phase 1 MM_NO_STATE...",
      "attempt 5 of 5",
      "Death by retransmission P1",
    ],
    responder: [],
  },
  {
    change: "another encryption in phase 1",
    initiator: ["%CRYPTO-6-IKMP_MODE_FAILURE", "retransmitting phase 1 MM_NO_STATE..."],
    responder: [
      "Checking ISAKMP transform 1 against priority 10 policy",
      "Encryption algorithm offered does not match policy!",
      "atts are not acceptable. Next payload is 0",
      "no offers accepted!",
      "phase 1 SA policy not acceptable! (local 203.0.113.2 remote 198.51.100.2)",
    ],
  },
  {
    change: "another group in phase 1",
    initiator: [],
    responder: ["Diffie-Hellman group offered does not match policy!"],
  },
  {
    change: "=== SiteB\nencr aes 256 => encr aes 192",
    initiator: [],
    responder: ["Proposed key length does not match policy!"],
  },
  {
    change: "=== SiteB\nhash sha256 => hash md5",
    initiator: [],
    responder: ["Hash algorithm offered does not match policy!"],
  },
  {
    change: "certificates at one side",
    initiator: [],
    responder: ["Authentication method offered does not match policy!"],
  },
  {
    change: "=== SiteB\n- crypto isakmp key Long-Shared-Key-2024 address 198.51.100.2",
    initiator: ["retransmitting phase 1 MM_NO_STATE..."],
    responder: ["No pre-shared key with 198.51.100.2!", "phase 1 SA policy not acceptable!"],
  },
  {
    change: "another key",
    initiator: ["(I) MM_KEY_EXCH", "retransmitting phase 1 MM_KEY_EXCH...", "Death by retransmission P1"],
    responder: ["reserved not zero on ID payload!", "%CRYPTO-4-IKMP_BAD_MESSAGE: IKE message from 198.51.100.2"],
  },
  {
    change: "a profile that matches nobody",
    initiator: ["retransmitting phase 1 MM_KEY_EXCH..."],
    responder: ["peer matches *none* of the profiles", "IKE SA profile not found"],
  },
  { change: "clients on the same map", initiator: ["Need XAUTH"], responder: ["Need XAUTH"] },
  {
    change: "another transform set",
    initiator: ["processing NOTIFY PROPOSAL_NOT_CHOSEN protocol 3", 'error TRUE reason "Delete Larval"'],
    responder: [
      "transform proposal not supported for identity:\n    {esp-aes 256 esp-sha256-hmac }",
      "IPSec policy invalidated proposal with error 256",
      "phase 2 SA policy not acceptable!",
      'reason "QM rejected"',
    ],
  },
  {
    change: "one side permits another network",
    initiator: ["PROPOSAL_NOT_CHOSEN"],
    responder: [
      "map_db_find_best did not find matching map",
      "proxy identities not supported",
      "IPSec policy invalidated proposal with error 32",
      "phase 2 SA policy not acceptable!",
    ],
  },
  {
    change: "another group of forward secrecy",
    initiator: ["PROPOSAL_NOT_CHOSEN"],
    responder: ["group is 5", "PFS attributes not supported", "IPSec policy invalidated proposal with error 256"],
  },
];

describe("a failure has its signature", () => {
  test.each(signatures)("$change", ({ change, initiator, responder }) => {
    const shown = debugged(change);
    inOrder(shown.initiator, ...initiator);
    inOrder(shown.responder, ...responder);
    expect(shown.initiator).toContain("\n.....\n");
    expect(shown.initiator).not.toContain("sa created");
    if (initiator.length === 0 && responder.length === 0) expect(shown.initiator).not.toContain("ISAKMP");
    if (change === "no key" || change === "UDP 500 is filtered") expect(shown.responder).toBe("");
  });

  test("several offers are tried in the responder's order, and all but the last announce the next", () => {
    const { responder } = debugged(`=== SiteA
crypto isakmp policy 20
 encr 3des
 authentication pre-share
 group 2
=== SiteB
encr aes 256 => encr des`);
    inOrder(
      responder,
      "Checking ISAKMP transform 1 against priority 10 policy",
      "atts are not acceptable. Next payload is 3",
      "Checking ISAKMP transform 2 against priority 10 policy",
      "life duration (VPI) of  0x0 0x1 0x51 0x80",
      "atts are not acceptable. Next payload is 0",
    );
  });
});

describe("debug commands", () => {
  test("nothing is printed unless it is asked for", () => {
    const { initiator, responder } = debugged("", []);
    expect(initiator).not.toMatch(/ISAKMP|IPSEC/);
    expect(responder).toBe("");
  });

  test("each shows its own part", () => {
    expect(debugged("", ["debug crypto isakmp"]).initiator).not.toContain("IPSEC(");
    expect(debugged("", ["debug crypto ipsec"]).initiator).not.toContain("ISAKMP");
  });

  test("a condition keeps what concerns its peer", () => {
    const isakmp = "debug crypto isakmp";
    const other = "debug crypto condition peer ipv4 192.0.2.9";
    expect(debugged("", [isakmp, other]).initiator).not.toContain("ISAKMP");
    const own = "debug crypto condition peer ipv4 203.0.113.2";
    expect(debugged("", [isakmp, own]).initiator).toContain("ISAKMP");
    expect(debugged("", [isakmp, other, "debug crypto condition reset"]).initiator).toContain("ISAKMP");
    expect(debugged("", [isakmp, other, "no debug crypto condition peer ipv4 192.0.2.9"]).initiator).toContain(
      "ISAKMP",
    );
  });

  test.each(["undebug all", "u all", "no debug all", "no debug crypto isakmp", "undebug crypto isakmp"])(
    "%s takes it back",
    (line) => {
      expect(debugged("", ["debug crypto isakmp", line]).initiator).not.toContain("ISAKMP");
    },
  );

  test("system messages come unasked", () => {
    expect(debugged("another key", []).responder).toBe(
      "%CRYPTO-4-IKMP_BAD_MESSAGE: IKE message from 198.51.100.2 failed its sanity check or is malformed\n",
    );
  });

  test("show debugging and show crypto debug-condition tell what is on", () => {
    const design = designFromText(twoSites);
    let { state } = typeLine(design, NEW_TERMINAL, siteA, "debug crypto isakmp");
    expect(typeLine(design, state, siteA, "show debugging").text).toBe(
      "\nCryptographic Subsystem:\n  Crypto ISAKMP debugging is on\n",
    );
    expect(typeLine(design, state, siteB, "show debugging").text).toBe("");
    expect(typeLine(design, state, siteA, "show crypto debug-condition").text).toContain("turned OFF");
    ({ state } = typeLine(design, state, siteA, "debug crypto condition peer ipv4 203.0.113.2"));
    expect(typeLine(design, state, siteA, "show crypto debug-condition").text).toContain("filters:\n203.0.113.2\n");
  });
});
