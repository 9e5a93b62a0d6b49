import { describe, expect, test } from "vitest";
import { plaintextMtu } from "../derive/plaintextMtu.ts";
import { parseIpv4 } from "../net/ipv4.ts";
import { plainPacket, wrappedPacket, type PacketFacts, type Wrapping } from "./drawnPacket.ts";

const address = (text: string) => parseIpv4(text) ?? 0;

const facts: PacketFacts = {
  source: address("10.1.0.5"),
  destination: address("10.2.0.7"),
  protocol: 6,
  sourcePort: 40000,
  destinationPort: 80,
  bytes: 100,
  options: false,
};

function wrapping(transforms: readonly string[], mode: "tunnel" | "transport" = "tunnel"): Wrapping {
  return {
    set: { name: "TS", transforms, mode, kept: [] },
    mode,
    from: address("198.51.100.2"),
    to: address("203.0.113.2"),
    spis: { ah: 0x300, esp: 0x2000 },
    translated: false,
  };
}

const text = (packet: { readonly blocks: readonly { readonly label: string; readonly bytes: number }[] }) =>
  packet.blocks.map(({ label, bytes }) => `${label} ${bytes}`).join(" | ");

describe("a packet's blocks", () => {
  test("are its headers and its data", () => {
    expect(text(plainPacket(facts))).toBe("IP 20 | TCP 20 | Data 60");
  });

  test("in tunnel mode stand whole behind a new header", () => {
    expect(text(wrappedPacket(facts, wrapping(["esp-aes 256", "esp-sha256-hmac"])))).toBe(
      "New IP 20 | ESP 24 | IP 20 | TCP 20 | Data 60 | Trailer 12 | ICV 16",
    );
  });

  test("in transport mode keep their own header in front", () => {
    expect(text(wrappedPacket(facts, wrapping(["esp-aes", "esp-sha-hmac"], "transport")))).toBe(
      "IP 20 | ESP 24 | TCP 20 | Data 60 | Trailer 16 | ICV 12",
    );
  });

  test("under AH are authenticated from the new header on, and encrypted not at all", () => {
    const { blocks } = wrappedPacket(facts, wrapping(["ah-sha-hmac"]));
    expect(text({ blocks })).toBe("New IP 20 | AH 24 | IP 20 | TCP 20 | Data 60");
    expect(blocks.every(({ authenticated, encrypted }) => authenticated && !encrypted)).toBe(true);
  });

  test("under ESP are encrypted from the inner header to the trailer", () => {
    const { blocks } = wrappedPacket(facts, wrapping(["esp-aes", "esp-sha-hmac"]));
    expect(blocks.filter(({ encrypted }) => encrypted).map(({ label }) => label)).toEqual([
      "IP",
      "TCP",
      "Data",
      "Trailer",
    ]);
    expect(blocks.filter(({ authenticated }) => authenticated).map(({ label }) => label)).toEqual([
      "ESP",
      "IP",
      "TCP",
      "Data",
      "Trailer",
    ]);
  });

  test("under esp-null are readable", () => {
    const { blocks } = wrappedPacket(facts, wrapping(["esp-null", "esp-sha-hmac"]));
    expect(blocks.some(({ encrypted }) => encrypted)).toBe(false);
  });

  test("through a translator are carried in UDP", () => {
    expect(text(wrappedPacket(facts, { ...wrapping(["esp-aes", "esp-sha-hmac"]), translated: true }))).toContain(
      "UDP 8 | ESP",
    );
  });
});

describe("the largest packet that goes whole", () => {
  test.each([
    [["esp-aes", "esp-sha-hmac"]],
    [["esp-aes 256", "esp-sha256-hmac"]],
    [["esp-3des", "esp-md5-hmac"]],
    [["esp-gcm 256"]],
    [["esp-null", "esp-sha-hmac"]],
    [["esp-sha-hmac"]],
    [["ah-sha-hmac"]],
    [["ah-sha256-hmac", "esp-aes 192"]],
  ])("is that of show crypto ipsec sa: %s", (transforms) => {
    for (const mode of ["tunnel", "transport"] as const) {
      for (const translated of [false, true]) {
        const how = {
          ...wrapping(transforms, mode),
          translated: translated && !transforms.some((one) => one.startsWith("ah")),
        };
        const room = plaintextMtu(how.set, 1500, { translated: how.translated });
        const sized = (bytes: number) => wrappedPacket({ ...facts, bytes }, how).bytes;
        expect(sized(room)).toBeLessThanOrEqual(1500);
        expect(sized(room + 1)).toBeGreaterThan(1500);
      }
    }
  });
});
