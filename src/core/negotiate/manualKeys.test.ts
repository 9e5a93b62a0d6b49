import { describe, expect, it } from "vitest";
import { designFromText } from "../testing/designFromText.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { onlyPeering, verdictOf } from "../testing/plainSites.ts";

const cipher = "0123456789abcdef0123456789abcdef";
const authenticator = "00112233445566778899aabbccddeeff00112233";

const site = (
  name: string,
  own: string,
  peer: string,
  inSpi: number,
  outSpi: number,
  lan: string,
  remote: string,
) => `=== ${name}
hostname ${name}
crypto ipsec transform-set TS esp-aes esp-sha-hmac
crypto map VPN 10 ipsec-manual
 set peer ${peer}
 set session-key inbound esp ${inSpi} cipher ${cipher} authenticator ${authenticator}
 set session-key outbound esp ${outSpi} cipher ${cipher} authenticator ${authenticator}
 set transform-set TS
 match address VPN
interface GigabitEthernet0/0
 ip address ${own} 255.255.255.252
 crypto map VPN
ip route 0.0.0.0 0.0.0.0 ${own.replace(/\d+$/, "1")}
ip access-list extended VPN
 permit ip ${lan}.0 0.0.0.255 ${remote}.0 0.0.0.255
`;
const base =
  site("Alpha", "198.51.100.2", "203.0.113.2", 256, 257, "10.1.0", "10.2.0") +
  site("Beta", "203.0.113.2", "198.51.100.2", 257, 256, "10.2.0", "10.1.0");
const judged = (changes: string) => onlyPeering(designFromText(writeCase(base, changes).text));
const verdict = (changes: string) => verdictOf(judged(changes));
const both = (rule: string) => `broken; a→b failed manual-sa ${rule}; b→a failed manual-sa ${rule}`;
const betaIn = `set session-key inbound esp 257 cipher ${cipher} authenticator ${authenticator}`;

describe("manual keys", () => {
  it("that cross make a tunnel without phase 1 or lifetimes", () => {
    const one = judged("");
    expect(one.peering.kind).toBe("manual");
    expect(verdictOf(one)).toBe("agreed");
    expect(one.aToB).toMatchObject({
      phase1: null,
      phase2: {
        transformSet: { a: "TS", b: "TS" },
        pfs: null,
        mode: "tunnel",
        lifetimeSeconds: null,
        lifetimeKilobytes: null,
      },
    });
  });

  it("whose SPIs don't cross fail, in both directions since answers fail too", () => {
    const one = judged(`=== Beta\n${betaIn} => ${betaIn.replace("257", "300")}`);
    expect(verdictOf(one)).toBe(both("manual-spi-cross"));
    expect(one.aToB?.refusals[0]?.data).toEqual({
      near: "Alpha",
      far: "Beta",
      protocol: "ESP",
      nearValue: "257",
      farValue: "300",
    });
  });

  it("whose texts differ fail; letter case doesn't count, nor what is cut off", () => {
    expect(verdict(`=== Beta\n${betaIn} => ${betaIn.replace("0123", "1123")}`)).toBe(both("manual-key-cross"));
    expect(verdict(`=== Beta\n${betaIn} => ${betaIn.replace("0011", "1111")}`)).toBe(both("manual-key-cross"));
    expect(verdict(`=== Beta\n${betaIn} => ${betaIn.replaceAll("abcdef", "ABCDEF")}`)).toBe("agreed");
    expect(verdict(`=== Beta\n${betaIn} => ${betaIn}beef`)).toBe("agreed");
  });

  it("that are missing, too short, not hexadecimal or without their authenticator fail", () => {
    expect(verdict(`=== Beta\n- ${betaIn}`)).toBe(both("manual-missing-key"));
    expect(verdict(`=== Beta\n${betaIn} => ${betaIn.replace(cipher, "0123456789abcdef")}`)).toBe(
      both("manual-key-length"),
    );
    expect(verdict(`=== Beta\n${betaIn} => ${betaIn.replace(` authenticator ${authenticator}`, "")}`)).toBe(
      both("manual-no-authenticator"),
    );
  });

  it("with other transforms fail, since nothing negotiates", () => {
    expect(
      verdict(
        "=== Beta\ncrypto ipsec transform-set TS esp-aes esp-sha-hmac => crypto ipsec transform-set TS esp-aes 192 esp-sha-hmac",
      ),
    ).toBe(both("manual-transform-equal"));
    expect(verdict("=== Beta\n+crypto ipsec transform-set TS esp-aes esp-sha-hmac\n mode transport")).toBe(
      both("manual-transform-equal"),
    );
  });

  it("on one end meet IKE on the other", () => {
    const isakmp = `crypto map VPN 10 ipsec-manual => crypto map VPN 10 ipsec-isakmp\n- ${betaIn}`;
    expect(verdict(`=== Beta\n${isakmp}`)).toBe(both("manual-vs-isakmp"));
  });

  it("need each end to name the other's address: nobody learns it from what arrives", () => {
    const other = "interface Loopback0\n ip address 192.0.2.9 255.255.255.255";
    expect(verdict(`=== Beta\n${other}\n=== Alpha\nset peer 203.0.113.2 => set peer 192.0.2.9`)).toBe(
      "broken; a→b failed reachability peer-not-reciprocal; b→a failed reachability peer-not-reciprocal",
    );
  });

  it("carry networks in tunnel mode, whatever mode both ends have set", () => {
    const transport = "+crypto ipsec transform-set TS esp-aes esp-sha-hmac\n mode transport";
    const hosts = (near: string, far: string, lan: string, remote: string) =>
      `permit ip ${lan}.0 0.0.0.255 ${remote}.0 0.0.0.255 => permit gre host ${near} host ${far}`;
    const networks = `=== Alpha\n${transport}\n=== Beta\n${transport}`;
    expect(judged(networks).aToB?.phase2?.mode).toBe("tunnel");
    const endpoints = `=== Alpha\n${transport}\n${hosts("198.51.100.2", "203.0.113.2", "10.1.0", "10.2.0")}\n=== Beta\n${transport}\n${hosts("203.0.113.2", "198.51.100.2", "10.2.0", "10.1.0")}`;
    expect(judged(endpoints).aToB?.phase2?.mode).toBe("transport");
  });

  it("serve only the first permit of a list", () => {
    const more = (lan: string, remote: string) =>
      `+ip access-list extended VPN\n permit ip ${lan} 0.0.0.255 ${remote} 0.0.0.255`;
    const one = judged(`=== Alpha\n${more("10.1.1.0", "10.2.1.0")}\n=== Beta\n${more("10.2.1.0", "10.1.1.0")}`);
    expect(one.status).toBe("partial");
    expect(one.flows[1]?.aToB.rule).toBe("manual-many-permits");
  });

  it("for AH cross by themselves", () => {
    const set = "crypto ipsec transform-set TS esp-aes esp-sha-hmac => crypto ipsec transform-set TS ah-md5-hmac";
    const keys = (inSpi: number, outSpi: number) =>
      `set session-key inbound esp ${inSpi} cipher ${cipher} authenticator ${authenticator} => set session-key inbound ah ${inSpi} ${cipher}\n` +
      `set session-key outbound esp ${outSpi} cipher ${cipher} authenticator ${authenticator} => set session-key outbound ah ${outSpi} ${cipher}`;
    expect(verdict(`=== Alpha\n${set}\n${keys(256, 257)}\n=== Beta\n${set}\n${keys(257, 256)}`)).toBe("agreed");
  });
});
