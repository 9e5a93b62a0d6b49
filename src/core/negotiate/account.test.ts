import { describe, expect, it, test } from "vitest";
import { manualSites } from "../testing/manualSites.ts";
import { designFromText } from "../testing/designFromText.ts";
import { onlyPeering, plainSitesWith, verdictOf } from "../testing/plainSites.ts";
import { writeCase } from "../testing/ruleCase.ts";
import type { Negotiation } from "./trace.ts";

/** A negotiation as lines: stage, message, whether it went well, what was compared, and where to look. */
function account(negotiation: Negotiation | null): readonly string[] {
  const marks = new Map([
    [true, "ok"],
    [false, "no"],
    [null, "?"],
  ]);
  return (negotiation?.steps ?? []).map(({ stage, message, ok, compared, places }) =>
    [
      `${stage} ${message}: ${marks.get(ok) ?? ""}`,
      ...compared.map(({ attribute, offered, held, agrees }) => `${attribute} ${offered}${agrees ? "=" : "≠"}${held}`),
      ...places.map(({ router, kind, name, field = "", item = "" }) =>
        `@${router} ${kind} ${name} ${field} ${item}`.trimEnd(),
      ),
    ].join("; "),
  );
}

const set = "crypto ipsec transform-set TS esp-aes 256 esp-sha256-hmac";
const verdict = (changes: string) => verdictOf(onlyPeering(plainSitesWith(changes)));
const both = (outcome: string) => `broken; a→b ${outcome}; b→a ${outcome}`;

describe("the account of a negotiation", () => {
  const last = (changes: string, side: "aToB" | "bToA" = "aToB") =>
    account(onlyPeering(plainSitesWith(changes))[side]).at(-1);

  it("tells each step of an agreeing one with what was compared and the lines of both ends", () => {
    expect(account(onlyPeering(plainSitesWith("")).aToB)).toEqual([
      "trigger route: ok; @r1 staticRoute 0.0.0.0 0.0.0.0 198.51.100.1",
      "trigger crypto map: ok; @r1 cryptoMapEntry VPN 10; @r1 accessList VPN",
      "phase1 route to peer: ok",
      "phase1 route to peer: ok",
      "phase1 MM1: ok; @r1 isakmpPolicy 10",
      "phase1 MM2: ok; encryption aes 256=aes 256; hash sha256=sha256; authentication pre-share=pre-share; group 14=14; @r2 isakmpPolicy 10; @r1 isakmpPolicy 10",
      "phase1 MM3: ok",
      "phase1 MM4: ok",
      "phase1 MM5: ok; pre-shared key a global key=a global key; @r1 isakmpKey address 203.0.113.2 255.255.255.255; @r2 isakmpKey address 198.51.100.2 255.255.255.255",
      "phase1 MM6: ok",
      "phase2 QM1: ok; @r1 cryptoMapEntry VPN 10; @r1 accessList VPN lines 10",
      "phase2 QM2: ok; transform set esp-aes 256 esp-sha256-hmac=esp-aes 256 esp-sha256-hmac; pfs no PFS=no PFS; @r2 cryptoMapEntry VPN 10; @r1 cryptoMapEntry VPN 10",
      "phase2 QM3: ok",
      "data return route: ok; @r2 staticRoute 0.0.0.0 0.0.0.0 203.0.113.1",
    ]);
  });

  it("ends with the step that is refused, and the attribute that differs", () => {
    expect(last("=== Beta\nhash sha256 => hash md5")).toBe(
      "phase1 MM2: no; encryption aes 256=aes 256; hash sha256≠md5; authentication pre-share=pre-share; group 14=14; @r1 isakmpPolicy 10 hash; @r2 isakmpPolicy 10 hash",
    );
    expect(last(`=== Beta\n${set} => crypto ipsec transform-set TS esp-aes esp-sha256-hmac`, "bToA")).toBe(
      "phase2 QM1 refused: no; transform set TS (esp-aes esp-sha256-hmac)≠TS (esp-aes 256 esp-sha256-hmac); @r1 cryptoMapEntry VPN 10 transformSets; @r1 transformSet TS; @r2 cryptoMapEntry VPN 10 transformSets; @r2 transformSet TS",
    );
    const narrow =
      "=== Beta\npermit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 => permit ip 10.2.0.0 0.0.0.127 10.1.0.0 0.0.0.255";
    expect(last(narrow)).toBe(
      "phase2 QM1 refused: no; proxy identity ip 10.1.0.0/24 -> 10.2.0.0/24≠ip 10.2.0.0/25 -> 10.1.0.0/24; @r1 accessList VPN lines 10; @r2 accessList VPN lines 10",
    );
    const other = "=== Beta\nset peer 198.51.100.2 => set peer 198.51.100.1";
    expect([last(other), last(other, "bToA")]).toEqual([
      "phase2 QM1 refused: no; peer 198.51.100.2≠198.51.100.1; @r2 cryptoMapEntry VPN 10 peers 0; @r1 interface GigabitEthernet0/0 address",
      "phase1 peer: no; peer 198.51.100.1≠198.51.100.2; @r2 cryptoMapEntry VPN 10 peers 0; @r1 interface GigabitEthernet0/0 address",
    ]);
    expect(last("=== Alpha\nip route 10.2.0.0 255.255.255.0 10.1.0.254")).toBe(
      "trigger route: no; @r1 staticRoute 10.2.0.0 255.255.255.0 10.1.0.254",
    );
    expect(last("=== Alpha\n- match address VPN")).toBe(
      "trigger crypto map: no; @r2 accessList VPN lines 10; @r1 cryptoMapEntry VPN 10 matchAddress",
    );
  });

  it("crosses the keys of manual entries each way", () => {
    const judged = onlyPeering(designFromText(manualSites));
    expect(account(judged.aToB).slice(4, 6)).toEqual([
      "manual ESP SPI: ok; ESP SPI 1002=1002",
      "manual ESP SPI: ok; ESP SPI 1001=1001",
    ]);
    expect(judged.aToB?.phase1).toBeNull();
  });

  it("of AH keys needs as many digits as the hash, both ways", () => {
    const key = "0123456789abcdef0123456789abcdef01234567";
    const ah = (text: string) => `
      === SiteA
      crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 ah-sha-hmac
      +crypto map VPN 10 ipsec-manual
       set session-key inbound ah 300 ${text}
       set session-key outbound ah 400 ${key}
      ip access-list extended OUTSIDE-IN
       permit ahp any any
      === SiteB
      crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 ah-sha-hmac
      +crypto map VPN 10 ipsec-manual
       set session-key inbound ah 400 ${key}
       set session-key outbound ah 300 ${key}
      ip access-list extended OUTSIDE-IN
       permit ahp any any
    `;
    const judged = (text: string) => verdictOf(onlyPeering(designFromText(writeCase(manualSites, ah(text)).text)));
    expect(judged(key)).toBe("agreed");
    expect(judged(`${key}ff`)).toBe("agreed");
    expect(judged(key.toUpperCase())).toBe("agreed");
    expect(judged(key.slice(2))).toBe(both("failed manual-sa manual-key-length"));
    expect(judged(`ff${key.slice(2)}`)).toBe(both("failed manual-sa manual-key-cross"));
  });
});

describe("from IOS-XE 17.11 on", () => {
  const xe = "version 17.12";

  test.each([
    ["esp-des esp-sha-hmac", "weak-des"],
    ["esp-3des esp-sha-hmac", "weak-3des"],
    ["esp-aes esp-md5-hmac", "weak-md5"],
    ["ah-md5-hmac esp-aes", "weak-md5"],
    ["esp-null esp-sha-hmac", "null-encryption"],
  ])("a transform set of %s is refused under %s", (transforms, rule) => {
    const change = `${set} => crypto ipsec transform-set TS ${transforms}`;
    expect(verdict(`=== Alpha\n${change}\n=== Beta\n${change}`)).toBe("agreed");
    expect(verdict(`=== Alpha\n${xe}\n${change}\n=== Beta\n${change}`)).toContain(`phase2-proposal ${rule}`);
    expect(verdict(`=== Alpha\n${change}\n=== Beta\n${xe}\n${change}`)).toContain(`phase2-proposal ${rule}`);
  });

  it("a strong set behind a weak one is taken", () => {
    const more =
      "crypto ipsec transform-set OLD esp-3des esp-sha-hmac\nset transform-set TS => set transform-set OLD TS";
    const judged = onlyPeering(plainSitesWith(`=== Alpha\n${xe}\n${more}\n=== Beta\n${more}`));
    expect(judged.aToB?.phase2?.transformSet).toEqual({ a: "TS", b: "TS" });
  });

  test.each([
    [1, true],
    [2, true],
    [5, true],
    [14, false],
    [24, false],
  ])("group %i in PFS is refused: %s", (group, refused) => {
    const pfs = `+crypto map VPN 10 ipsec-isakmp\n set pfs group${group}`;
    const words = verdict(`=== Alpha\n${xe}\n${pfs}\n=== Beta\n${pfs}`);
    expect(words === "agreed").toBe(!refused);
    if (refused) expect(words).toContain("weak-dh");
  });
});

describe("what both ends keep", () => {
  const lifetime = (line: string) => `+crypto map VPN 10 ipsec-isakmp\n set security-association lifetime ${line}`;
  const phase2 = (changes: string) => onlyPeering(plainSitesWith(changes)).aToB?.phase2;

  it("is a lifetime in days as seconds, and the other end's volume where one has none", () => {
    expect(phase2(`=== Alpha\n${lifetime("days 2")}\n=== Beta\n${lifetime("seconds 200000")}`)?.lifetimeSeconds).toBe(
      172800,
    );
    expect(phase2(`=== Alpha\n${lifetime("kilobytes disable")}`)?.lifetimeKilobytes).toBe(4608000);
    expect(
      phase2(`=== Alpha\n${lifetime("kilobytes disable")}\n=== Beta\n${lifetime("kilobytes disable")}`)
        ?.lifetimeKilobytes,
    ).toBeNull();
  });
});

describe("keys", () => {
  const keyOfBeta = "crypto isakmp key Long-Shared-Key-2024 address 198.51.100.2";

  test.each(["REDACTED", "<removed>", "*****", "xxxxxx", "secret-removed"])("written as %s are not known", (text) => {
    expect(verdict(`=== Beta\n${keyOfBeta} => crypto isakmp key ${text} address 198.51.100.2`)).toBe(
      "unknown; a→b unknown psk-opaque; b→a unknown psk-opaque",
    );
  });

  test.each(["my-REDACTED", "redacted1", "xx"])("written as %s are keys like others", (text) => {
    expect(verdict(`=== Beta\n${keyOfBeta} => crypto isakmp key ${text} address 198.51.100.2`)).toBe(
      both("failed phase1-authentication psk-mismatch"),
    );
  });

  it("for a network serve the peers in it alone", () => {
    const network = (address: string) =>
      `=== Beta\n${keyOfBeta} => crypto isakmp key Long-Shared-Key-2024 address ${address} 255.255.255.0`;
    expect(verdict(network("198.51.100.0"))).toBe("agreed");
    expect(verdict(network("198.51.101.0"))).toBe(both("failed phase1-authentication psk-missing"));
  });
});
