import { describe, expect, it } from "vitest";
import { formatIpv4, formatPrefix } from "../net/ipv4.ts";
import { readSiteTable } from "./siteTable.ts";

const problemsOf = (text: string) =>
  readSiteTable(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe("a table of sites", () => {
  it("is name, WAN and LANs without headings", () => {
    const { sites, problems } = readSiteTable("HQ, 198.51.100.2/30, 10.1.0.0/24, 10.1.1.0/24\nBranch\n");
    expect(problems).toEqual([]);
    expect(sites[0]?.lans.map(formatPrefix)).toEqual(["10.1.0.0/24", "10.1.1.0/24"]);
    expect(formatIpv4(sites[0]!.wan!.nextHop)).toBe("198.51.100.1");
    expect(sites[1]).toEqual({ name: "Branch", lans: [], hub: false, peers: [] });
  });

  it("is read by its headings in any order, with semicolons, quotes and a byte order mark", () => {
    const { sites, problems } = readSiteTable(
      '\uFEFFLAN 1;Site;Next hop;WAN;Role\r\n"10.1.0.0/24";HQ;198.51.100.6;198.51.100.2/29;Hub\r\n',
    );
    expect(problems).toEqual([]);
    expect(sites[0]).toMatchObject({ name: "HQ", hub: true });
    expect(formatIpv4(sites[0]!.wan!.nextHop)).toBe("198.51.100.6");
  });

  it("takes the smallest prefix for an address without one", () => {
    expect(readSiteTable("A,198.51.100.3").sites[0]?.wan?.mask).toBe(0xfffffff8);
  });

  it("passes over empty lines and comments", () => {
    expect(readSiteTable("# sites\n\nA\n  \nB\n").sites.map((site) => site.name)).toEqual(["A", "B"]);
  });

  it.each([
    ["", ["1:1 The table has no sites. Write one per line: name, WAN address, LAN prefix."]],
    ["A\nB,198.51.100.300", ['2:3 "198.51.100.300" is no WAN address such as 198.51.100.2/30.']],
    ["A,198.51.100.2/30,10.1.0.0", ['1:19 "10.1.0.0" is no prefix such as 10.1.0.0/24.']],
    ["A,198.51.100.3/30", ["1:3 198.51.100.3/30 is no host's address in 198.51.100.0/30."]],
    ["A\na", ["2:1 a is the site on line 1 too."]],
    ["A,,10.1.0.0/24\nB,,10.1.0.0/16", ["2:1 10.1.0.0/16 of B overlaps 10.1.0.0/24 of A."]],
    ["name,peers\nA,Z", ["2:1 A is to be linked with Z, which is no site."]],
  ])("tells what is wrong with %j and where", (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it("refuses a name that could not stand in a configuration", () => {
    expect(problemsOf("two words")[0]).toMatch(/^1:1 "two words" is no hostname/);
  });
});
