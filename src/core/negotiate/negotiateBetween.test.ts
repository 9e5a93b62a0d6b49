import { describe, expect, it } from "vitest";
import { asRouterId } from "../model/router.ts";
import { parseIpv4 } from "../net/ipv4.ts";
import { outcomeOf, plainSitesWith } from "../testing/plainSites.ts";
import { negotiateBetween } from "./negotiateBetween.ts";

const [alpha, beta] = [asRouterId("r1"), asRouterId("r2")];
const packet = (source: string, destination: string, more = {}) => ({
  source: parseIpv4(source)!,
  destination: parseIpv4(destination)!,
  ...more,
});

describe("a negotiation between two routers", () => {
  it("plays the first flow of their first peering, from either side", () => {
    const design = plainSitesWith("");
    expect(negotiateBetween(design, alpha, beta)?.negotiation).toMatchObject({
      initiator: "r1",
      responder: "r2",
      outcome: "established",
    });
    expect(negotiateBetween(design, beta, alpha)?.negotiation).toMatchObject({
      initiator: "r2",
      outcome: "established",
    });
  });

  it("plays a packet", () => {
    const design = plainSitesWith("");
    const inside = negotiateBetween(design, alpha, beta, { packet: packet("10.1.0.5", "10.2.0.5") });
    expect(inside?.negotiation.outcome).toBe("established");
    expect(inside?.negotiation.steps.find((step) => step.message === "crypto map")?.explains).toContain("10.1.0.5");
    expect(inside?.negotiation.steps.find((step) => step.message === "QM1")?.explains).toContain("10.1.0.0/24");
  });

  it("lets a packet that nobody protects leave in clear, which is no fault", () => {
    const played = negotiateBetween(plainSitesWith(""), alpha, beta, { packet: packet("10.1.0.5", "10.3.0.5") });
    expect(played?.negotiation).toMatchObject({
      outcome: "not-triggered",
      failedAt: "crypto-map",
      rule: null,
      reason: "No permit of the crypto map matches this packet.",
    });
  });

  it("finds the entry that a packet triggers", () => {
    const more = (list: string, lan: string, remote: string, peer: string) =>
      `crypto map VPN 20 ipsec-isakmp\n set peer ${peer}\n set transform-set TS\n match address ${list}\nip access-list extended ${list}\n permit tcp ${lan} 0.0.0.255 ${remote} 0.0.0.255`;
    const design = plainSitesWith(
      `=== Alpha\n${more("MORE", "10.1.1.0", "10.2.1.0", "203.0.113.2")}\n=== Beta\n${more("MORE", "10.2.1.0", "10.1.1.0", "198.51.100.2")}`,
    );
    const tcp = { protocol: 6, sourcePort: 40000, destinationPort: 80 };
    const played = negotiateBetween(design, alpha, beta, { packet: packet("10.1.1.5", "10.2.1.5", tcp) });
    expect([played?.peering.a.sequence, played?.negotiation.outcome]).toEqual([20, "established"]);
    const udp = negotiateBetween(design, alpha, beta, { packet: packet("10.1.1.5", "10.2.1.5", { protocol: 17 }) });
    expect(udp?.negotiation.outcome).toBe("not-triggered");
    expect(negotiateBetween(design, alpha, beta, { entry: { map: "VPN", sequence: 20 } })?.peering.a.sequence).toBe(20);
  });

  it("fails where the responder has no entry, and is none where the initiator has none", () => {
    const design = plainSitesWith("=== Beta\n- crypto map VPN 10 ipsec-isakmp");
    expect(outcomeOf(negotiateBetween(design, alpha, beta)!.negotiation)).toBe(
      "failed phase2-proxy-identity peer-not-reciprocal",
    );
    expect(negotiateBetween(design, beta, alpha)).toBeUndefined();
  });
});
