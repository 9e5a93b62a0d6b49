import { describe, expect, it } from "vitest";
import type { ModeId } from "./command.ts";
import { entryKindAt, lineHelp, modesAt, wordHelp } from "./lineHelp.ts";

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

  it("is a negation, a default or the way out where a line begins", () => {
    expect(labels(["keyring"], "  ")).toEqual([
      "description",
      "local-address",
      "pre-shared-key",
      "rsa-pubkey",
      "no",
      "default",
      "exit",
    ]);
    expect(labels(["keyring"], "  no ")).not.toContain("no");
  });

  it("says of a word that begins many commands that it does", () => {
    const set = lineHelp(["crypto-map"], " ", "classic").items.find(({ label }) => label === "set");
    expect(set!.meaning).toMatch(/^Begins \d+ commands\.$/);
  });

  it("names the argument, so that names of the configuration can be offered for it", () => {
    const [item] = lineHelp(["crypto-map"], " match address ", "classic").items;
    expect(item).toMatchObject({ label: "WORD", is: "argument", argument: "matchAddress" });
    expect(item!.meaning).toContain("100 to 199");
    expect(item!.commands[0]!.kind).toBe("cryptoMapEntry");
    expect(item!.commands[0]!.command.syntax).toBe("match address <matchAddress:name>");
  });
});

describe("what an entry of a crypto map takes", () => {
  const after = (entry: Parameters<typeof lineHelp>[3], before: string) =>
    lineHelp(["crypto-map"], before, "classic", entry).items.map((item) => item.label);

  it("is session keys where keys are set by hand, and nothing that is negotiated", () => {
    expect(after("ipsec-manual", " set ")).toEqual(["peer", "session-key", "transform-set", "identity", "ip"]);
    expect(after("ipsec-manual", " ")).toEqual(["description", "set", "match", "qos", "no", "default", "exit"]);
    expect(after("ipsec-manual", " set security-association ")).toEqual([]);
  });

  it("is what IKE negotiates where IKE does, and no session keys", () => {
    expect(after("ipsec-isakmp", " set ")).toEqual([
      "peer",
      "security-association",
      "transform-set",
      "pfs",
      "reverse-route",
      "identity",
      "isakmp-profile",
      "ikev2-profile",
      "ip",
    ]);
    expect(after("ipsec-isakmp", " set security-association lifetime ")).toEqual(["kilobytes", "seconds", "days"]);
  });

  it("in a dynamic map is told apart from one of a static map", () => {
    const inDynamic = lineHelp(["dynamic-map"], " set ", "classic", "dynamic").items.map((item) => item.label);
    expect(inDynamic).toContain("nat");
    expect(inDynamic).not.toContain("session-key");
  });

  it("is nothing in one that only anchors a dynamic map", () => {
    expect(after("anchor", " set ")).toEqual([]);
  });

  it("is the group in a member of one", () => {
    expect(after("gdoi", " set ")).toEqual(["identity", "ip", "group"]);
  });
});

describe("the kind of entry around a line", () => {
  const kindOf = (text: string) => entryKindAt(text.split("\n"), text.split("\n").length - 1);

  it("is told by the entry's first line", () => {
    expect(kindOf("crypto map VPN 10 ipsec-manual\n set ")).toBe("ipsec-manual");
    expect(kindOf("cry map VPN 10 ipsec-i\n set ")).toBe("ipsec-isakmp");
    expect(kindOf("crypto map VPN 10 ipsec-isakmp dynamic D\n set ")).toBe("anchor");
    expect(kindOf("crypto dynamic-map D 10\n set ")).toBe("dynamic");
  });

  it("of one that is opened again is what it was made as", () => {
    const made = "crypto map VPN 10 ipsec-manual\n set peer 192.0.2.1\ncrypto map VPN 20 ipsec-isakmp\n!\n";
    expect(kindOf(`${made}crypto map VPN 10\n set `)).toBe("ipsec-manual");
    expect(kindOf(`${made}crypto map VPN 20\n set `)).toBe("ipsec-isakmp");
  });

  it("is none elsewhere", () => {
    expect(kindOf("interface GigabitEthernet0/0\n crypto ")).toBeUndefined();
    expect(kindOf("crypto map VPN local-address Loopback0\n")).toBeUndefined();
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
