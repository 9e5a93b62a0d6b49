import { describe, expect, test } from "vitest";
import { check, formatIpv4, walkPacket, type Fate } from "../../core/index.ts";
import { designFromText } from "../../core/testing/designFromText.ts";
import { plainSites } from "../../core/testing/plainSites.ts";
import { writeCase } from "../../core/testing/ruleCase.ts";
import { pingBetween, readFields } from "./packetFields.ts";
import { readyExamples } from "./readyExamples.ts";

const design = designFromText(plainSites);
const peering = check(design).peerings[0]?.peering;
const examples = readyExamples(design, peering, pingBetween("10.1.0.5", "10.2.0.7"));

describe("the ready examples", () => {
  test.each<readonly [string, Fate]>([
    ["Matches the crypto access list", "protected"],
    ["Matches no entry", "clear"],
    ["In clear, and should be protected", "dropped"],
    ["In clear, and need not be protected", "clear"],
    ["IPsec for somebody else", "clear"],
    ["IPsec for the router, under an SPI it does not know", "dropped"],
    ["Too long, and may not be fragmented", "dropped"],
  ])("%s: %s", (label, fate) => {
    const example = examples.find((one) => one.label === label);
    const read = example && readFields(example.fields);
    if (read?.kind !== "request") throw new Error(`${label} is no packet.`);
    expect(walkPacket(design, read.request).there.fate).toBe(fate);
  });

  test.each<readonly [string, string, readonly [Fate, Fate, Fate]]>([
    ["case 1, two hosts", "permit ip host 10.2.0.7 host 10.1.0.5", ["protected", "protected", "protected"]],
    // The other end's list is wider: it takes what is asked of it, and asks for more than is taken.
    ["cases 3 and 4", "permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255", ["protected", "dropped", "protected"]],
  ])("show the figure on mirror images, %s", (_case, beta, fates) => {
    const list = "ip access-list extended VPN\n ";
    const text = `=== Alpha\n${list}permit ip host 10.1.0.5 host 10.2.0.7\n=== Beta\n${list}${beta}`;
    const sites = designFromText(writeCase(plainSites, text).text);
    const tunnel = check(sites).peerings[0]?.peering;
    const found = readyExamples(sites, tunnel, pingBetween("10.1.0.5", "10.2.0.7")).flatMap(({ fields, group }) => {
      const read = readFields(fields);
      return group === "Who starts" && read.kind === "request" ? [walkPacket(sites, read.request).there.fate] : [];
    });
    expect(found).toEqual(fates);
  });

  test("are packets all, and enter by the interface that has the far end's map", () => {
    expect(examples.every(({ fields }) => readFields(fields).kind === "request")).toBe(true);
    expect(formatIpv4(peering?.b?.address ?? 0)).toBe(
      examples.find(({ label }) => label.startsWith("IPsec for the router"))?.fields.destination,
    );
  });
});
