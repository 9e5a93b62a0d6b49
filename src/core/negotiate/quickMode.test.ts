import { describe, expect, it, test } from "vitest";
import { onlyPeering, plainSitesWith, verdictOf } from "../testing/plainSites.ts";

const verdict = (changes: string) => verdictOf(onlyPeering(plainSitesWith(changes)));
const both = (outcome: string) => `broken; a→b ${outcome}; b→a ${outcome}`;
const set = "crypto ipsec transform-set TS esp-aes 256 esp-sha256-hmac";

describe("perfect forward secrecy", () => {
  const pfs = (value: string) => (value === "none" ? "" : `+crypto map VPN 10 ipsec-isakmp\n set pfs ${value}`);
  // Initiator, responder, whether the initiator gets through, and with which group. "" is the bare form.
  const matrix: readonly (readonly [string, string, string | null | false])[] = [
    ["none", "none", null],
    ["none", "", false],
    ["none", "group1", false],
    ["none", "group14", false],
    ["", "none", "group1"],
    ["", "", "group1"],
    ["", "group1", "group1"],
    ["", "group14", false],
    ["group1", "none", "group1"],
    ["group1", "", "group1"],
    ["group1", "group1", "group1"],
    ["group1", "group14", false],
    ["group14", "none", "group14"],
    ["group14", "", false],
    ["group2", "", "group2"],
    ["group2", "group1", false],
    ["group14", "group1", false],
    ["group14", "group14", "group14"],
    ["group14", "group5", false],
  ];
  test.each(matrix)("of an initiator with %j meets a responder with %j", (initiator, responder, agreed) => {
    const { aToB } = onlyPeering(plainSitesWith(`=== Alpha\n${pfs(initiator)}\n=== Beta\n${pfs(responder)}`));
    if (agreed === false) {
      expect(aToB).toMatchObject({ outcome: "failed", failedAt: "phase2-pfs", phase2: null });
      expect(aToB?.rule).toBe(initiator === "none" ? "p2-pfs-oneway" : "p2-pfs-group");
    } else {
      expect(aToB).toMatchObject({ outcome: "established", phase2: { pfs: agreed } });
    }
  });

  const groups = ["1", "2", "5", "14", "15", "16", "19", "20", "21", "24"].map((group) => `group${group}`);

  /** The matrix as the reference has it: the responder's none takes all, a bare line takes group 1 and 2, a group only itself. */
  function agreedGroup(initiator: string, responder: string): string | null | false {
    if (initiator === "none") return responder === "none" ? null : false;
    const asked = initiator === "" ? "group1" : initiator;
    if (responder === "none" || responder === asked) return asked;
    return responder === "" && ["group1", "group2"].includes(asked) ? asked : false;
  }

  test.each(["none", "", ...groups])(
    "of an initiator with %j meets every responder as the matrix says",
    (initiator) => {
      for (const responder of ["none", "", ...groups]) {
        const { aToB } = onlyPeering(plainSitesWith(`=== Alpha\n${pfs(initiator)}\n=== Beta\n${pfs(responder)}`));
        const agreed = agreedGroup(initiator, responder);
        const found = aToB?.outcome === "established" ? aToB.phase2?.pfs : false;
        expect(found, `${initiator} meets ${responder}`).toBe(agreed);
      }
    },
  );

  it("on one side only makes a one-way tunnel", () => {
    expect(verdict(`=== Alpha\n${pfs("group14")}`)).toBe("one-way; b→a failed phase2-pfs p2-pfs-oneway");
  });

  it("without a group is not judged on IOS-XE", () => {
    const xe = `version 17.3\n${pfs("")}`;
    expect(verdict(`=== Alpha\n${xe}\n=== Beta\n${pfs("group14")}`)).toBe(
      "unknown; a→b unknown p2-pfs-bare; b→a unknown p2-pfs-bare",
    );
  });
});

describe("transform sets", () => {
  it("agree by content, whatever their names and order", () => {
    expect(
      verdict(
        `=== Beta\n${set} => crypto ipsec transform-set OTHER esp-sha256-hmac esp-aes 256\nset transform-set TS => set transform-set OTHER`,
      ),
    ).toBe("agreed");
  });

  it("without a key size have 128 bits", () => {
    expect(
      verdict(
        `=== Alpha\n${set} => crypto ipsec transform-set TS esp-aes esp-sha-hmac\n=== Beta\n${set} => crypto ipsec transform-set TS esp-aes 128 esp-sha-hmac`,
      ),
    ).toBe("agreed");
  });

  test.each([
    ["cipher", "esp-3des esp-sha256-hmac"],
    ["key size", "esp-aes 192 esp-sha256-hmac"],
    ["authenticator", "esp-aes 256 esp-sha-hmac"],
    ["protocol", "ah-sha256-hmac esp-aes 256"],
    ["number of transforms", "esp-aes 256"],
  ])("that differ in %s have nothing in common", (_, transforms) => {
    expect(verdict(`=== Beta\n${set} => crypto ipsec transform-set TS ${transforms}`)).toBe(
      both("failed phase2-proposal p2-no-common-transform"),
    );
  });

  it("with AH beside ESP, and GCM without an authenticator, agree with themselves", () => {
    for (const transforms of ["ah-sha-hmac esp-aes esp-sha-hmac", "esp-gcm 256"]) {
      const change = `${set} => crypto ipsec transform-set TS ${transforms}`;
      expect(verdict(`=== Alpha\n${change}\n=== Beta\n${change}`)).toBe("agreed");
    }
  });

  it("are chosen in the initiator's order", () => {
    const more = "crypto ipsec transform-set OLD esp-3des esp-md5-hmac";
    const judged = onlyPeering(
      plainSitesWith(
        `=== Alpha\n${more}\nset transform-set TS => set transform-set OLD TS\n=== Beta\n${more}\nset transform-set TS => set transform-set TS OLD`,
      ),
    );
    expect(judged.aToB?.phase2?.transformSet).toEqual({ a: "OLD", b: "OLD" });
    expect(judged.bToA?.phase2?.transformSet).toEqual({ a: "TS", b: "TS" });
  });

  it("that don't exist leave the entry without any", () => {
    expect(verdict("=== Beta\nset transform-set TS => set transform-set GONE")).toBe(
      "broken; a→b failed phase2-proxy-identity transform-undefined; b→a not-triggered crypto-map transform-undefined",
    );
  });

  it("that an entry doesn't name are the built-in one from release 15 on", () => {
    const builtIn = `- set transform-set TS\nversion 15.2`;
    expect(verdict(`=== Alpha\n${builtIn}\n=== Beta\n${builtIn}`)).toBe("agreed");
    expect(verdict("=== Beta\n- set transform-set TS")).toBe(
      "broken; a→b failed phase2-proxy-identity map-entry-no-transform; b→a not-triggered crypto-map map-entry-no-transform",
    );
  });
});

describe("the mode", () => {
  const transport = `+${set}\n mode transport`;
  const hosts = (own: string, peer: string, lan: string, remote: string) =>
    `permit ip ${lan}.0 0.0.0.255 ${remote}.0 0.0.0.255 => permit gre host ${own} host ${peer}`;
  const alphaHosts = hosts("198.51.100.2", "203.0.113.2", "10.1.0", "10.2.0");
  const betaHosts = hosts("203.0.113.2", "198.51.100.2", "10.2.0", "10.1.0");

  it("is tunnel for traffic between networks, whatever is configured", () => {
    const judged = onlyPeering(plainSitesWith(`=== Alpha\n${transport}\n=== Beta\n${transport}`));
    expect(judged.aToB).toMatchObject({ outcome: "established", phase2: { mode: "tunnel" }, refusals: [] });
  });

  it("that differs for traffic between networks is only warned of", () => {
    const judged = onlyPeering(plainSitesWith(`=== Alpha\n${transport}`));
    expect(judged.status).toBe("agreed");
    expect(judged.aToB?.refusals[0]).toMatchObject({ rule: "p2-mode-mismatch" });
    expect(judged.aToB?.refusals[0]).not.toHaveProperty("failedAt");
  });

  it("is transport between the endpoints themselves", () => {
    const judged = onlyPeering(
      plainSitesWith(`=== Alpha\n${transport}\n${alphaHosts}\n=== Beta\n${transport}\n${betaHosts}`),
    );
    expect(judged.aToB).toMatchObject({ outcome: "established", phase2: { mode: "transport" } });
  });

  it("that differs between the endpoints themselves fails", () => {
    expect(verdict(`=== Alpha\n${transport}\n${alphaHosts}\n=== Beta\n${betaHosts}`)).toBe(
      both("failed phase2-proposal p2-mode-mismatch"),
    );
  });

  it("that is required and can't apply fails", () => {
    const required = `+${set}\n mode transport require`;
    expect(verdict(`=== Alpha\n${required}\n=== Beta\n${required}`)).toBe(
      both("failed phase2-proposal p2-mode-mismatch"),
    );
  });
});

describe("lifetimes of phase 2", () => {
  it("are the smaller of both, seconds and kilobytes apart, the entry's before the global ones", () => {
    const judged = onlyPeering(
      plainSitesWith(
        "=== Alpha\ncrypto ipsec security-association lifetime seconds 7200\n" +
          "+crypto map VPN 10 ipsec-isakmp\n set security-association lifetime kilobytes 100000\n" +
          "=== Beta\ncrypto ipsec security-association lifetime seconds 1200\n" +
          "+crypto map VPN 10 ipsec-isakmp\n set security-association lifetime seconds 1800",
      ),
    );
    expect(judged.status).toBe("agreed");
    expect(judged.aToB?.phase2).toMatchObject({ lifetimeSeconds: 1800, lifetimeKilobytes: 100000 });
    expect(judged.bToA?.phase2).toMatchObject({ lifetimeSeconds: 1800, lifetimeKilobytes: 100000 });
    expect(judged.aToB?.refusals.map((one) => one.rule)).toEqual(["p2-lifetime-differs"]);
  });

  it("are an hour and 4608000 kilobytes by default, which spelling out doesn't change", () => {
    const judged = onlyPeering(
      plainSitesWith("=== Alpha\n+crypto map VPN 10 ipsec-isakmp\n set security-association lifetime seconds 3600"),
    );
    expect(judged.aToB).toMatchObject({ phase2: { lifetimeSeconds: 3600, lifetimeKilobytes: 4608000 }, refusals: [] });
  });
});
