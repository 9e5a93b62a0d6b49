import { describe, expect, it } from "vitest";
import type { ModeId } from "./command.ts";
import { lineHelp, modesAt, wordHelp } from "./lineHelp.ts";

const labels = (modes: readonly ModeId[], before: string) =>
  lineHelp(modes, before, "classic").items.map((item) => item.label);

describe("what can come next on a line", () => {
  it("is the keywords that begin with what was typed", () => {
    expect(labels(["global"], "crypto isakmp pol")).toEqual(["policy"]);
    expect(labels(["crypto-map"], " set p")).toEqual(["peer", "pfs"]);
  });

  it("is all that the mode takes, behind a blank", () => {
    expect(labels(["isakmp-policy"], " group ")).toEqual(["1", "2", "5", "14", "15", "16", "19", "20", "21", "24"]);
    expect(labels(["isakmp-policy"], " lifetime ")).toEqual(["<60-86400>"]);
  });

  it("takes abbreviations as IOS does", () => {
    expect(labels(["global"], "cry isa pol ")).toEqual(["<1-10000>"]);
  });

  it("offers the end of a command and what may still follow it", () => {
    expect(labels(["crypto-map"], " set peer 192.0.2.1 ")).toEqual(["dynamic", "default", "<cr>"]);
  });

  it("offers the size of a key behind the cipher that takes one", () => {
    expect(labels(["global"], "crypto ipsec transform-set TS esp-aes 1")).toEqual(
      expect.arrayContaining(["128", "192"]) as string[],
    );
  });

  it("offers for no what is offered without it", () => {
    expect(labels(["crypto-map"], " no set p")).toEqual(["peer", "pfs"]);
  });

  it("is nothing behind a word that fits no command", () => {
    expect(labels(["global"], "crypto nonsense ")).toEqual([]);
  });

  it("names the argument, so that names of the configuration can be offered for it", () => {
    const [item] = lineHelp(["crypto-map"], " match address ", "classic").items;
    expect(item).toMatchObject({ label: "WORD", is: "argument", argument: "matchAddress" });
    expect(item!.meaning).toContain("100 to 199");
    expect(item!.commands[0]!.kind).toBe("cryptoMapEntry");
    expect(item!.commands[0]!.command.syntax).toBe("match address <matchAddress:name>");
  });
});

describe("what a word means", () => {
  it("is told of keywords by the command that the line is", () => {
    const help = wordHelp(["global"], "crypto ipsec transform-set TS esp-gcm 256", 31, "classic");
    expect(help).toMatchObject({ start: 30, end: 37 });
    expect(help!.item.meaning).toContain("Galois/Counter");
  });

  it("is told of an abbreviation", () => {
    expect(wordHelp(["crypto-map"], " set pe 192.0.2.1", 6, "classic")!.item.label).toBe("peer");
  });

  it("is told of a value", () => {
    expect(wordHelp(["crypto-map"], " set peer 192.0.2.1", 12, "classic")!.item.meaning).toContain("peer's interface");
  });

  it("is nothing on a line that is no command", () => {
    expect(wordHelp(["global"], "router bgp 65000", 9, "classic")).toBeNull();
  });
});

describe("the mode of a line", () => {
  const lines = [
    "crypto map VPN 10 ipsec-isakmp",
    " set peer 192.0.2.1",
    " ",
    "!",
    "crypto ikev2 keyring KR",
    " peer BRANCH",
    "  address 192.0.2.1",
    "interface GigabitEthernet0/0",
    "",
    "router ospf 1",
    " network 10.0.0.0 0.0.0.255 area 0",
  ];

  it("is that of the section around it", () => {
    expect(modesAt(lines, 1)).toEqual(["crypto-map"]);
    expect(modesAt(lines, 2)).toEqual(["crypto-map"]);
  });

  it("is global where nothing is indented", () => {
    expect(modesAt(lines, 0)).toEqual(["global"]);
    expect(modesAt(lines, 4)).toEqual(["global"]);
  });

  it("is the inner one of nested sections", () => {
    expect(modesAt(lines, 6)[0]).toBe("ikev2-keyring-peer");
  });

  it("on an empty line behind a section is the section's or global", () => {
    expect(modesAt(lines, 8)).toEqual(["interface", "global"]);
  });

  it("is none inside a section that the model does not hold", () => {
    expect(modesAt(lines, 10)).toEqual([]);
  });
});
