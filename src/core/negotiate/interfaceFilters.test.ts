import { describe, expect, it } from "vitest";
import type { Design } from "../model/design.ts";
import { onlyPeering, plainSitesWith, verdictOf } from "../testing/plainSites.ts";

const filter = (...lines: readonly string[]) =>
  `=== Beta\n+interface GigabitEthernet0/0\n ip access-group IN in\nip access-list extended IN\n ${lines.join("\n ")}`;
const ike = "permit udp host 198.51.100.2 host 203.0.113.2 eq isakmp";
const natt = "permit udp host 198.51.100.2 host 203.0.113.2 eq non500-isakmp";
const esp = "permit esp host 198.51.100.2 host 203.0.113.2";
const verdict = (changes: string) => verdictOf(onlyPeering(plainSitesWith(changes)));

function behindTranslator(design: Design): Design {
  const routers = [...design.routers.values()].map((router, index) =>
    index === 0 ? { ...router, natOnPath: true as const } : router,
  );
  return { ...design, routers: new Map(routers.map((router) => [router.id, router])) };
}

describe("an inbound list", () => {
  it("that permits IKE and ESP lets the tunnel up", () => {
    expect(verdict(filter(ike, natt, esp))).toBe("agreed");
  });

  it("that denies IKE, by a line or by its end, stops both directions: answers come in by it too", () => {
    const blocked = "broken; a→b failed reachability acl-blocks-ike; b→a failed reachability acl-blocks-ike";
    expect(verdict(filter(esp))).toBe(blocked);
    expect(verdict(filter("deny udp any any eq isakmp", "permit ip any any"))).toBe(blocked);
  });

  it("that denies ESP stops the data", () => {
    expect(verdict(filter(ike, natt))).toBe(
      "broken; a→b failed inbound-check acl-blocks-esp; b→a failed inbound-check acl-blocks-esp",
    );
  });

  it("that denies AH stops it where the transforms use AH", () => {
    const set =
      "crypto ipsec transform-set TS esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS ah-sha-hmac";
    expect(verdict(`${filter(ike, natt, esp)}\n${set}\n=== Alpha\n${set}`)).toContain("inbound-check acl-blocks-ah");
  });

  it("that denies UDP 4500 is worth a word, and fails only with a translator on the way", () => {
    const design = plainSitesWith(filter(ike, esp));
    const judged = onlyPeering(design);
    expect(judged.status).toBe("agreed");
    expect(judged.aToB?.refusals.map((one) => one.rule)).toEqual(["acl-blocks-natt"]);
    const translated = onlyPeering(behindTranslator(design)).aToB?.refusals.find(
      ({ rule }) => rule === "acl-blocks-natt",
    );
    expect(translated?.failedAt).toBe("reachability");
  });

  it("names the line that denies, and the interface", () => {
    const judged = onlyPeering(plainSitesWith(filter("deny udp any any eq isakmp", "permit ip any any")));
    expect(judged.aToB?.refusals[0]).toMatchObject({
      data: { near: "Beta", far: "Alpha", list: "IN", source: "198.51.100.2", destination: "203.0.113.2" },
      places: [
        { router: "r2", kind: "accessList", name: "IN", field: "lines", item: 10 },
        { router: "r2", kind: "interface", name: "GigabitEthernet0/0", field: "accessGroupIn" },
      ],
    });
  });

  it("that doesn't exist filters nothing", () => {
    expect(verdict("=== Beta\n+interface GigabitEthernet0/0\n ip access-group GONE in")).toBe("agreed");
  });

  it("outbound doesn't touch the router's own packets", () => {
    expect(
      verdict(
        "=== Beta\n+interface GigabitEthernet0/0\n ip access-group OUT out\nip access-list extended OUT\n deny ip any any",
      ),
    ).toBe("agreed");
  });
});

describe("a translator between the ends", () => {
  it("changes the address that the peer sees, so who it is can't be told", () => {
    const judged = onlyPeering(behindTranslator(plainSitesWith("")));
    expect(judged.status).toBe("unknown");
    expect(judged.aToB?.rule).toBe("endpoint-unknown");
  });

  it("breaks AH for certain", () => {
    const set =
      "crypto ipsec transform-set TS esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS ah-sha-hmac";
    const judged = onlyPeering(behindTranslator(plainSitesWith(`=== Alpha\n${set}\n=== Beta\n${set}`)));
    expect(verdictOf(judged)).toBe(
      "broken; a→b failed inbound-check ah-through-nat; b→a failed inbound-check ah-through-nat",
    );
  });

  it("may break ESP where NAT traversal is off", () => {
    const judged = onlyPeering(
      behindTranslator(plainSitesWith("=== Beta\nno crypto ipsec nat-transparency udp-encapsulation")),
    );
    expect(judged.bToA?.refusals.map((one) => one.rule)).toContain("esp-through-nat");
  });
});
