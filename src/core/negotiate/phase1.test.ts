import { describe, expect, it, test } from "vitest";
import { onlyPeering, plainSitesWith, verdictOf } from "../testing/plainSites.ts";

const verdict = (changes: string) => verdictOf(onlyPeering(plainSitesWith(changes)));
const both = (outcome: string) => `broken; a→b ${outcome}; b→a ${outcome}`;

describe("phase 1 policies", () => {
  it("that are equal agree, whatever their numbers", () => {
    const judged = onlyPeering(plainSitesWith("=== Beta\ncrypto isakmp policy 10 => crypto isakmp policy 77"));
    expect(judged.status).toBe("agreed");
    expect(judged.aToB?.phase1).toEqual({ policy: { a: 10, b: 77 }, lifetimeSeconds: 86400 });
    expect(judged.bToA?.phase1).toEqual({ policy: { a: 10, b: 77 }, lifetimeSeconds: 86400 });
  });

  test.each([
    ["encryption", "encr aes 256 => encr aes"],
    ["the key size", "encr aes 256 => encr aes 192"],
    ["the hash", "hash sha256 => hash sha"],
    ["the group", "group 14 => group 5"],
  ])("that differ in %s have nothing in common", (_, change) => {
    expect(verdict(`=== Beta\n${change}`)).toBe(both("failed phase1-policy p1-no-common"));
  });

  it("that differ only in the authentication method name it", () => {
    const judged = onlyPeering(plainSitesWith("=== Beta\nauthentication pre-share => authentication rsa-sig"));
    const [refusal] = judged.aToB!.refusals;
    expect(refusal).toMatchObject({
      rule: "p1-no-common",
      data: { attribute: "authentication", nearValue: "pre-share", farValue: "rsa-sig" },
    });
  });

  it("name both policies and the first attribute that differs, a's first in both directions", () => {
    const judged = onlyPeering(plainSitesWith("=== Beta\nhash sha256 => hash md5"));
    const refusals = [judged.aToB!.refusals[0], judged.bToA!.refusals[0]];
    expect(refusals[1]).toEqual(refusals[0]);
    expect(refusals[0]?.data).toMatchObject({ near: "Alpha", far: "Beta", nearValue: "sha256", farValue: "md5" });
    expect(refusals[0]?.places).toEqual([
      { router: "r1", kind: "isakmpPolicy", name: "10", field: "hash" },
      { router: "r2", kind: "isakmpPolicy", name: "10", field: "hash" },
    ]);
  });

  it("without lines have IOS's defaults: des, sha, rsa-sig, group 1, one day", () => {
    const bare = "crypto isakmp policy 10";
    const spelt = "crypto isakmp policy 10\n encr des\n hash sha\n authentication rsa-sig\n group 1\n lifetime 86400";
    // Equal, and then certificates can't be compared.
    expect(verdict(`=== Alpha\n${bare}\n=== Beta\n${spelt}`)).toBe(
      "unknown; a→b unknown authentication-certificate; b→a unknown authentication-certificate",
    );
  });

  it("are chosen in the responder's order", () => {
    const strong = " encr aes 256\n hash sha256\n authentication pre-share\n group 14";
    const weak = " encr 3des\n hash md5\n authentication pre-share\n group 2";
    const judged = onlyPeering(
      plainSitesWith(
        `=== Alpha\ncrypto isakmp policy 10\n${strong}\ncrypto isakmp policy 20\n${weak}\n` +
          `=== Beta\ncrypto isakmp policy 10\n${weak}\ncrypto isakmp policy 20\n${strong}`,
      ),
    );
    expect(judged.aToB?.phase1?.policy).toEqual({ a: 20, b: 10 });
    expect(judged.bToA?.phase1?.policy).toEqual({ a: 10, b: 20 });
    // Beta, answering, prefers the weaker of two that both have; Alpha does not.
    expect(judged.aToB?.refusals.map((one) => one.rule)).toContain("p1-weak-first");
    expect(judged.bToA?.refusals.map((one) => one.rule)).not.toContain("p1-weak-first");
  });

  it("with different lifetimes agree on the shorter, and the longer initiator is warned of", () => {
    const judged = onlyPeering(plainSitesWith("=== Alpha\n+crypto isakmp policy 10\n lifetime 3600"));
    expect(judged.status).toBe("agreed");
    expect([judged.aToB, judged.bToA].map((one) => one?.phase1?.lifetimeSeconds)).toEqual([3600, 3600]);
    expect(judged.aToB?.refusals.map((one) => one.rule)).toEqual(["p1-lifetime-differs"]);
    expect(judged.bToA?.refusals.map((one) => one.rule)).toEqual(["p1-lifetime-initiator-longer"]);
  });

  it("that are missing leave what the release brings along: not known", () => {
    expect(verdict("=== Beta\n- crypto isakmp policy 10")).toBe(both("failed phase1-policy p1-no-common"));
    const builtIn = "crypto isakmp policy 10\n encr aes\n authentication pre-share\n group 5";
    expect(verdict(`=== Alpha\n${builtIn}\n=== Beta\n- crypto isakmp policy 10`)).toBe(
      "unknown; a→b unknown p1-no-policy; b→a unknown p1-no-policy",
    );
  });

  it("from 17.11 on are refused when weak, unless the compliance shield is off", () => {
    const weak = "crypto isakmp policy 10\n encr aes\n hash sha\n authentication pre-share\n group 2";
    const text = (version: string) => `=== Alpha\n${weak}\n=== Beta\nversion ${version}\n${weak}`;
    expect(verdict(text("17.12"))).toBe(both("failed phase1-policy weak-dh"));
    expect(verdict(text("17.9"))).toBe("agreed");
    expect(verdict(`${text("17.12")}\ncrypto engine compliance shield disable`)).toBe("agreed");
  });
});

describe("pre-shared keys", () => {
  const key = "crypto isakmp key Long-Shared-Key-2024 address";
  const keyOfBeta = `${key} 198.51.100.2`;

  it("that differ fail at the fifth message", () => {
    expect(verdict(`=== Beta\n${keyOfBeta} => crypto isakmp key long-shared-key-2024 address 198.51.100.2`)).toBe(
      both("failed phase1-authentication psk-mismatch"),
    );
  });

  it("that are missing on one end fail both directions", () => {
    expect(verdict(`=== Beta\n- ${keyOfBeta}`)).toBe(both("failed phase1-authentication psk-missing"));
  });

  it("for another address of the peer are told apart from missing ones", () => {
    expect(verdict(`=== Beta\n${keyOfBeta} => ${key} 10.1.0.1`)).toBe(
      both("failed phase1-authentication psk-wrong-address"),
    );
  });

  it("by host name alone don't serve main mode", () => {
    expect(verdict(`=== Beta\n${keyOfBeta} => crypto isakmp key Long-Shared-Key-2024 hostname Alpha`)).toBe(
      both("failed phase1-authentication psk-hostname-main-mode"),
    );
  });

  it("of type 6 can't be compared", () => {
    const opaque = `=== Beta\n${keyOfBeta} => crypto isakmp key 6 VBaQHRLUeCdK address 198.51.100.2`;
    expect(verdict(opaque)).toBe("unknown; a→b unknown psk-opaque; b→a unknown psk-opaque");
  });

  it("for any address serve every peer", () => {
    expect(verdict(`=== Beta\n${keyOfBeta} => ${key} 0.0.0.0 0.0.0.0`)).toBe("agreed");
  });

  it("with the longest mask win over wider ones, which are worth a warning", () => {
    const judged = onlyPeering(
      plainSitesWith("=== Beta\ncrypto isakmp key Other-Key-For-Anyone address 0.0.0.0 0.0.0.0"),
    );
    expect(judged.status).toBe("agreed");
    expect(judged.aToB?.refusals.map((one) => one.rule)).toEqual(["psk-ambiguous"]);
  });

  it("in keyrings serve entries without a profile too", () => {
    const ring = "crypto keyring RING\n  pre-shared-key address 198.51.100.2 key Long-Shared-Key-2024";
    expect(verdict(`=== Beta\n- ${keyOfBeta}\n${ring}`)).toBe("agreed");
  });

  it("in two keyrings with different texts leave the choice open", () => {
    const rings =
      "crypto keyring ONE\n  pre-shared-key address 198.51.100.2 key Long-Shared-Key-2024\n" +
      "crypto keyring TWO\n  pre-shared-key address 198.51.100.2 key Another-Key-2024";
    expect(verdict(`=== Beta\n- ${keyOfBeta}\n${rings}`)).toBe(
      "unknown; a→b unknown psk-ambiguous; b→a unknown psk-ambiguous",
    );
  });

  it("in a keyring bound to another local address are never chosen", () => {
    const ring =
      "crypto keyring RING\n  local-address GigabitEthernet0/1\n  pre-shared-key address 198.51.100.2 key Long-Shared-Key-2024";
    expect(verdict(`=== Beta\n- ${keyOfBeta}\n${ring}`)).toBe(
      both("failed phase1-authentication keyring-local-address"),
    );
  });

  it("of another VRF's keyring don't serve", () => {
    const ring = "crypto keyring RING vrf RED\n  pre-shared-key address 198.51.100.2 key Long-Shared-Key-2024";
    expect(verdict(`=== Beta\n- ${keyOfBeta}\n${ring}`)).toBe(both("failed phase1-authentication psk-missing"));
  });

  it("without no-xauth on a map that authenticates clients have the peer asked for a user name", () => {
    const map = "aaa new-model\naaa authentication login USERS local\ncrypto map VPN client authentication list USERS";
    expect(verdict(`=== Beta\n${map}`)).toBe(both("failed phase1-authentication psk-no-xauth"));
    expect(verdict(`=== Beta\n${map}\n${keyOfBeta} => ${keyOfBeta} no-xauth`)).toBe("agreed");
  });
});

describe("identities", () => {
  const profile = (match: string) =>
    `crypto isakmp profile PEER\n   keyring default\n   match identity ${match}\n+crypto map VPN 10 ipsec-isakmp\n set isakmp-profile PEER`;

  it("that the peer's profile matches are accepted", () => {
    expect(verdict(`=== Beta\n${profile("address 198.51.100.2 255.255.255.255")}`)).toBe("agreed");
    expect(verdict(`=== Beta\n${profile("host alpha")}\n=== Alpha\ncrypto isakmp identity hostname`)).toBe("agreed");
    expect(
      verdict(
        `=== Beta\n${profile("host domain example.net")}\n=== Alpha\nip domain name example.net\ncrypto isakmp identity hostname`,
      ),
    ).toBe("agreed");
  });

  it("that it doesn't match are refused in both directions", () => {
    expect(verdict(`=== Beta\n${profile("address 192.0.2.9 255.255.255.255")}`)).toBe(
      both("failed phase1-authentication identity-mismatch"),
    );
    expect(
      verdict(
        `=== Beta\n${profile("address 198.51.100.2 255.255.255.255")}\n=== Alpha\ncrypto isakmp identity hostname`,
      ),
    ).toBe(both("failed phase1-authentication identity-mismatch"));
  });

  it("meet a profile that matches nothing, or that doesn't exist", () => {
    const none =
      "crypto isakmp profile PEER\n   keyring default\n+crypto map VPN 10 ipsec-isakmp\n set isakmp-profile PEER";
    expect(verdict(`=== Beta\n${none}`)).toBe(both("failed phase1-authentication isakmp-profile-no-match"));
    expect(verdict("=== Beta\n+crypto map VPN 10 ipsec-isakmp\n set isakmp-profile GONE")).toBe(
      both("failed phase1-authentication profile-undefined"),
    );
  });
});

describe("IKE as a whole", () => {
  it("switched off on one end keeps both directions down", () => {
    expect(verdict("=== Beta\nno crypto isakmp enable")).toBe(both("failed reachability ike-disabled"));
  });

  it("of version 2 on both ends is not judged", () => {
    const ikev2 = "+crypto map VPN 10 ipsec-isakmp\n set ikev2-profile P2";
    const judged = onlyPeering(plainSitesWith(`=== Alpha\n${ikev2}\n=== Beta\n${ikev2}`));
    expect(judged.peering.kind).toBe("ikev2");
    expect(verdictOf(judged)).toBe("unknown; a→b unknown ike-version-not-judged; b→a unknown ike-version-not-judged");
  });

  it("of version 2 on one end meets version 1 on the other", () => {
    expect(verdict("=== Beta\n+crypto map VPN 10 ipsec-isakmp\n set ikev2-profile P2")).toBe(
      both("failed phase1-policy ike-version-mismatch"),
    );
  });

  it("shows the messages in order", () => {
    const { aToB } = onlyPeering(plainSitesWith(""));
    expect(aToB?.steps.map((step) => `${step.stage} ${step.message}`)).toEqual([
      "trigger route",
      "trigger crypto map",
      "phase1 route to peer",
      "phase1 route to peer",
      "phase1 MM1",
      "phase1 MM2",
      "phase1 MM3",
      "phase1 MM4",
      "phase1 MM5",
      "phase1 MM6",
      "phase2 QM1",
      "phase2 QM2",
      "phase2 QM3",
      "data return route",
    ]);
  });

  it("never starts without a key, and is not answered without one", () => {
    const key = "- crypto isakmp key Long-Shared-Key-2024 address";
    const messages = (changes: string) =>
      onlyPeering(plainSitesWith(changes))
        .aToB!.steps.filter((step) => step.stage === "phase1" && step.message !== "route to peer")
        .map((step) => step.message);
    expect(messages(`=== Alpha\n${key} 203.0.113.2`)).toEqual(["pre-shared key"]);
    expect(messages(`=== Beta\n${key} 198.51.100.2`)).toEqual(["MM1", "pre-shared key"]);
  });

  it("ends its steps where it failed, and still tells the faults behind", () => {
    const { aToB } = onlyPeering(
      plainSitesWith(
        "=== Beta\nhash sha256 => hash md5\npermit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 => permit ip 10.2.0.0 0.0.0.255 10.9.0.0 0.0.0.255",
      ),
    );
    expect(aToB?.steps.at(-1)).toMatchObject({ message: "MM2", ok: false });
    expect(aToB?.refusals.map((one) => one.rule)).toEqual(["p1-no-common", "p2-selector-none"]);
  });
});
