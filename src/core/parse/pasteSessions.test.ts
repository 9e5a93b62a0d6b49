import { describe, expect, test } from "vitest";
import type { LogicalLine, PastedRouter } from "./logicalLine.ts";
import { readPaste } from "./readPaste.ts";

function routers(text: string): readonly PastedRouter[] {
  const paste = readPaste(text);
  if (paste.kind !== "configurations") throw new Error(`The paste is ${paste.kind}.`);
  return paste.routers;
}

function commandLines(text: string): LogicalLine[] {
  const all = routers(text);
  expect(all).toHaveLength(1);
  return all[0]!.lines.filter((line) => line.kind === "command");
}

function commands(text: string): string[] {
  return commandLines(text).map((line) => " ".repeat(line.indent) + line.text);
}

describe("a pager", () => {
  const back = "\b".repeat(9);

  test("17 its mark and the backspaces that erase it are taken off a line", () => {
    const text = `crypto map VPN 10 ipsec-isakmp\n --More-- ${back}        ${back} set peer 192.0.2.1`;
    const [, line] = commandLines(text);
    expect(line).toMatchObject({ text: "set peer 192.0.2.1", indent: 1 });
    expect(line!.raw.slice(line!.offset)).toBe("set peer 192.0.2.1");
    expect(commands(text.replaceAll("\b", ""))[1]).toBe(" set peer 192.0.2.1");
    expect(commands("hostname R1\n--More--\x1b[8D\x1b[Kip cef")).toEqual(["hostname R1", "ip cef"]);
    expect(commands("hostname R1\n<--- More --->\r              \rip cef")).toEqual(["hostname R1", "ip cef"]);
  });

  test("18 its mark alone on a line is no configuration", () => {
    expect(commands("crypto map VPN 10 ipsec-isakmp\n set transform-set TS\n --More-- \n set peer 192.0.2.1")).toEqual([
      "crypto map VPN 10 ipsec-isakmp",
      " set transform-set TS",
      " set peer 192.0.2.1",
    ]);
  });

  test("backspaces behind a slip of the keyboard erase it", () => {
    expect(commands("R1(config)#hostnm\bame R1")).toEqual(["hostname R1"]);
  });
});

describe("a session", () => {
  test("a description is one whatever it says", () => {
    const lines = ["interface Gi0/1", " description con0 is now available"];
    expect(commands(lines.join("\n"))).toEqual(lines);
  });

  test("what is typed at exec is no configuration, with characters of a web page in it either", () => {
    expect(commands("hostname R1\ne\u00adn\nconf\u200bigure terminal\nip cef")).toEqual(["hostname R1", "ip cef"]);
  });

  test("19 prompts, passwords and headers around show running-config are outside", () => {
    const text = [
      "R1>en",
      "Password:",
      "R1#show running-config",
      "Building configuration...",
      "",
      "Current configuration : 1789 bytes",
      "!",
      "! Last configuration change at 09:40:40 UTC Wed Oct 10 2018",
      "version 15.2",
      "hostname R1",
      "interface Loopback0",
      " no ip address",
      "end",
      "",
      "R1#exit",
    ];
    expect(commands(text.join("\n"))).toEqual([
      "version 15.2",
      "hostname R1",
      "interface Loopback0",
      " no ip address",
      "end",
    ]);
    expect(routers(text.join("\n"))[0]).toMatchObject({ promptName: "R1", indented: true });
  });

  test("20 a prompt tells the mode of the command behind it", () => {
    const text =
      "R1(config)#crypto map VPN 10 ipsec-isakmp\nR1(config-crypto-map)#set peer 192.0.2.1 \n(config-crypto-map)# exit";
    expect(commandLines(text).map(({ promptMode, text: command, offset }) => [promptMode, command, offset])).toEqual([
      ["config", "crypto map VPN 10 ipsec-isakmp", 11],
      ["config-crypto-map", "set peer 192.0.2.1", 22],
      ["config-crypto-map", "exit", 21],
    ]);
    expect(routers(text)[0]).toMatchObject({ promptName: "R1", indented: false });
  });

  test("help and its answers are outside", () => {
    const text =
      "R1(config)#crypto isakmp policy ?\n  <1-10000>  Priority of protection suite\n  10000  x\n\nR1(config)#crypto isakmp policy 10\nR1(config-isakmp)#?\n  group  Set the Diffie-Hellman group\nR1(config-isakmp)#group 14";
    expect(commands(text)).toEqual(["crypto isakmp policy 10", "group 14"]);
  });

  test("a command that IOS refused is outside, and so is the refusal", () => {
    const text =
      "R1(config)#crypto ipsec transform-set TS esp-ase\n                                      ^\n% Invalid input detected at '^' marker.\n\nR1(config)#crypto ipsec transform-set TS esp-aes\n% Some other notice\n        that goes on";
    expect(commands(text)).toEqual(["crypto ipsec transform-set TS esp-aes"]);
  });

  test("what show, ping and do commands answer is outside, and what show run answers is not", () => {
    const text = [
      "R1#show crypto isakmp sa",
      "dst             src             state          conn-id status",
      "interface Loopback0",
      "R1#ping 192.0.2.1",
      "Type escape sequence to abort.",
      "Success rate is 100 percent (5/5), round-trip min/avg/max = 1/2/4 ms",
      "R1#conf t",
      "Enter configuration commands, one per line.  End with CNTL/Z.",
      "R1(config)#do show ip interface brief",
      "Loopback0    unassigned      YES unset  up  up",
      "R1(config)#do sh run | section isakmp",
      "crypto isakmp policy 10",
      " group 14",
      "R1(config)#end",
      "R1#wr",
      "Building configuration...",
      "[OK]",
    ];
    expect(commands(text.join("\n"))).toEqual(["crypto isakmp policy 10", " group 14", "end"]);
  });

  test("a configuration that follows a prompt without being typed there is one", () => {
    expect(commands("R1#conf t\nhostname R1\ncrypto map VPN 10 ipsec-isakmp\n set peer 192.0.2.1")).toHaveLength(3);
    expect(commands("R1#\nhostname R1\nip cef")).toHaveLength(2);
    expect(commands("R1(config)#crypto map VPN 10 ipsec-isakmp\n set peer 192.0.2.1\n match address 101")).toHaveLength(
      3,
    );
    expect(commands("R1#show version\nCisco IOS Software\nhostname R1\nip cef")).toEqual(["hostname R1", "ip cef"]);
  });

  test("a command that only a configuration has ends the output before it", () => {
    const text = "R1#show ip interface brief\ninterface status\n\ncrypto isakmp policy 10\n encr aes\nR1#sh ru\nip cef";
    expect(commands(text)).toEqual(["crypto isakmp policy 10", " encr aes", "ip cef"]);
  });

  test("a line that IOS scrolled sideways is a command, for the rest of it to be told", () => {
    expect(commands("R1(config)#$s-list 101 permit ip any any")).toEqual(["$s-list 101 permit ip any any"]);
  });

  test("exec commands in a script are outside", () => {
    const text =
      "enable\nconfigure terminal\nenable secret x\nhostname R1\ninterface Loopback0\n sh\nend\ncopy run start\nwr mem\ndo wr\nreload";
    expect(commands(text)).toEqual(["enable secret x", "hostname R1", "interface Loopback0", " sh", "end"]);
  });

  test("a # within somebody's text is no prompt", () => {
    expect(commands("hostname R1\ncall#home\nip cef")).toEqual(["hostname R1", "call#home", "ip cef"]);
  });

  test("notes between the commands of a session are outside, with the arrows that point at commands", () => {
    const text =
      "R2\nR(config)#crypto isakmp policy 10 <<< another number?\nR(config-isakmp)#group 5 <-- or 14\n\ncrypto map (a word) and a number\nACL for it\n##### the map #####\n-----\nR(config)#crypto map VPN 10 ipsec-isakmp";
    expect(commands(text)).toEqual(["crypto isakmp policy 10", "group 5", "crypto map VPN 10 ipsec-isakmp"]);
  });

  test("arrows within a secret or a description point at nothing", () => {
    const lines = [
      "crypto isakmp key <<- address 192.0.2.1",
      "interface Loopback0",
      " description a <-- b",
      "username u secret 0 <==",
    ];
    expect(commands(lines.join("\n"))).toEqual(lines);
  });

  test("a heading is outside, and a command that ends with a file system is not", () => {
    expect(commands("The hub:\nhostname R1\nxyz tftp:\nsnmp-server location where ?")).toEqual([
      "hostname R1",
      "xyz tftp:",
      "snmp-server location where ?",
    ]);
  });

  test("40 console messages are outside, in a section too", () => {
    const messages = [
      "*Mar  1 00:01:02.123: %SYS-5-CONFIG_I: Configured from console by console",
      "Mar  1 00:01:02.123 UTC: %CRYPTO-6-ISAKMP_ON_OFF: ISAKMP is ON",
      "000123: *Nov 21 2024 00:01:02.123: %LINK-3-UPDOWN: Interface Tunnel0, changed state to up",
      "00:05:21: %LINEPROTO-5-UPDOWN: Line protocol on Interface Tunnel0, changed state to up",
      "%SYS-5-CONFIG_I: Configured from console by console",
      ".Mar  1 00:01:02: ISAKMP:(0): SA request profile is (NULL)",
    ];
    for (const message of messages)
      expect(
        commands(`crypto map VPN 10 ipsec-isakmp\n set peer 192.0.2.1\n${message}\n set transform-set TS`),
      ).toHaveLength(3);
    expect(commands("event manager applet A\n event syslog pattern %SYS-5-CONFIG_I:")).toHaveLength(2);
  });
});

describe("several routers", () => {
  const names = (text: string) => routers(text).map((router) => [router.promptName, router.lines.length]);

  test("41 a prompt with another name begins another router", () => {
    const text =
      "R1#sh run\nversion 15.2\nhostname R1\nend\n\nR2#sh run\nBuilding configuration...\nversion 15.2\nhostname R2\nend";
    expect(names(text)).toEqual([
      ["R1", 5],
      ["R2", 5],
    ]);
    expect(routers(text)[1]!.lines[0]!.number).toBe(6);
  });

  test("a second hostname begins another router, with its header", () => {
    expect(names("hostname R1\nip cef\n!\n! the other\nhostname R2\nip cef")).toEqual([
      [undefined, 2],
      [undefined, 4],
    ]);
    expect(names("version 15.2\nhostname R1\nend\n!\nversion 15.2\nservice pad\nhostname R2\nend")).toEqual([
      [undefined, 3],
      [undefined, 5],
    ]);
    expect(names("version 15.2\nhostname R1\nip cef\nversion 15.2\nservice pad\nhostname R2")).toEqual([
      [undefined, 3],
      [undefined, 3],
    ]);
    expect(names("version 15.2\nip cef\nend\nBuilding configuration...\nversion 15.2\nip cef\nend")).toHaveLength(2);
  });

  test("a hostname that repeats, names a peer, or is typed anew begins none", () => {
    expect(names("hostname R1\nip cef\nhostname R1\nip cef")).toHaveLength(1);
    expect(names("hostname R1\ncrypto ikev2 keyring K\n peer P\n  hostname p.example.net")).toHaveLength(1);
    expect(names("hostname R1\ncrypto ikev2 keyring K\npeer P\nhostname p.example.net")).toHaveLength(1);
    expect(names("Router(config)#hostname R1\nR1(config)#ip cef\nR1(config)#end\nR1#wr")).toEqual([["Router", 4]]);
  });

  test("two routers that were both called Router at first are two", () => {
    const text = "Router(config)#hostname R1\nR1(config)#ip cef\nRouter(config)#hostname R2\nR2(config)#ip cef";
    expect(names(text)).toEqual([
      ["Router", 2],
      ["Router", 2],
    ]);
  });

  test("a router that comes back is the same, also under a name that its prompt cuts", () => {
    expect(names("R1(config)#ip cef\nR2(config)#ip cef\nR1(config)#ip http server")).toEqual([
      ["R1", 2],
      ["R2", 1],
    ]);
    const text = "hostname branch-office-number-twelve\nbranch-office-number(config)#ip cef";
    expect(routers(text)).toHaveLength(1);
  });

  test("a router that shows no command is no router of its own", () => {
    expect(names("somesayR1#sh run\nR1#sh running-config\nhostname R1\nR9#")).toEqual([["R1", 4]]);
  });
});

describe("a text that is no configuration", () => {
  test("is refused with its first line", () => {
    const letter = "Dear all,\nthe meeting is on Monday.\nNo coffee is served, set your alarms.";
    expect(readPaste(letter)).toMatchObject({ kind: "refused", reason: "not-configuration", line: 1 });
    expect(readPaste('\n{\n  "name": "x"\n}')).toMatchObject({ kind: "refused", reason: "not-configuration", line: 3 });
    expect(readPaste("<html>\n<body>hello</body>")).toMatchObject({ kind: "refused", line: 1 });
    expect(readPaste("R1#show clock\n12:00:00 UTC")).toMatchObject({ kind: "refused", line: 1 });
    expect(readPaste("import os\nprint(1)\nfor line in x:\n  pass")).toMatchObject({ kind: "refused" });
  });

  test("is refused as binary where it holds bytes that no text has", () => {
    expect(readPaste("hostname R1\nip\0cef")).toMatchObject({ kind: "refused", reason: "binary", line: 2 });
    expect(readPaste("\ufffd\ufffd\x01\x02\x05\x06\x0e\x10\x11\x12PK")).toMatchObject({ reason: "binary", line: 1 });
  });

  test("is empty where it holds blanks, comments and separators only", () => {
    for (const text of ["", "\n", " \t\n\n", "\ufeff", "!\n! a note\n# a heading\n----"])
      expect(readPaste(text)).toEqual({ kind: "empty" });
  });

  test("is a configuration with one command among prose", () => {
    expect(routers("Dear all,\nplease add this:\n crypto map VPN 10 ipsec-isakmp\nThanks")).toHaveLength(1);
    for (const line of [
      "set peer 192.0.2.1",
      "permit ip any any",
      "int gi0/0",
      "cry isa pol 10",
      "router bgp 1",
      "line vty 0 4",
    ])
      expect(routers(line)).toHaveLength(1);
  });
});
