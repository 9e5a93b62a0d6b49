import { describe, expect, test } from "vitest";
import type { PastedRouter } from "./logicalLine.ts";
import { readPaste } from "./readPaste.ts";

function routers(text: string): readonly PastedRouter[] {
  const paste = readPaste(text);
  if (paste.kind !== "configurations") throw new Error(`The paste is ${paste.kind}.`);
  return paste.routers;
}

/** The commands of a paste of one router, each with its indentation before it. */
function commands(text: string): string[] {
  const all = routers(text);
  expect(all).toHaveLength(1);
  return all[0]!.lines.filter((line) => line.kind === "command").map((line) => " ".repeat(line.indent) + line.text);
}

function kinds(text: string): string {
  return routers(text)
    .flatMap((router) => router.lines)
    .map((line) => line.kind.charAt(0))
    .join("");
}

/** A crypto map entry, as IOS prints it. */
const entry = "crypto map VPN 10 ipsec-isakmp\n set peer 192.0.2.1\n set transform-set TS\n match address ACL1";
const entryCommands = entry.split("\n");

describe("banners", () => {
  test("01 the body of a banner is no configuration, whatever it looks like", () => {
    const text = "banner motd ^C\ncrypto map FAKE 10 ipsec-isakmp\n set peer 9.9.9.9\n^C\nhostname R1";
    expect(kinds(text)).toBe("cvvvc");
  });

  test("02 any character may delimit a banner", () => {
    expect(kinds("banner login #\nhostname EVIL\n#\nhostname R1")).toBe("cvvc");
    expect(kinds("banner motd Z\nhostname EVIL\n bye Z\nhostname R1")).toBe("cvvc");
    expect(kinds("banner motd $ hello\nhostname EVIL\n$\nhostname R1")).toBe("cvvc");
  });

  test("03 the end-of-text byte delimits a banner", () => {
    expect(kinds("banner motd \x03\nhostname EVIL\n\x03\nhostname R1")).toBe("cvvc");
  });

  test("04 a banner may open and close on one line", () => {
    expect(commands("banner exec ^C Welcome ^C\nhostname R1")).toEqual(["banner exec ^C Welcome ^C", "hostname R1"]);
    expect(kinds("banner motd #Welcome#\nhostname R1")).toBe("cc");
  });

  test("05 a banner may be empty", () => {
    expect(kinds("banner motd ^C^C\nhostname R1")).toBe("cc");
  });

  test("06 characters after the delimiter belong to the banner's text", () => {
    expect(kinds("banner motd ^CCC\n   no access!\nbye^C\nhostname R1")).toBe("cvvc");
  });

  test("07 a banner keeps comments, blank lines and drawings, and another may follow it", () => {
    const text = "banner exec ^C\n!!! WARNING !!!\n\n   (o o)\n^C\nbanner login ^C\n!\n^C\nhostname R1";
    expect(kinds(text)).toBe("cvvvvcvvc");
    expect(
      routers(text)[0]!
        .lines.map((line) => line.raw)
        .join("\n"),
    ).toBe(text);
  });

  test("a banner of a client configuration group is one, and so are login messages and menu titles", () => {
    expect(kinds("crypto isakmp client configuration group G\n banner ^CC hello\nhostname EVIL ^C\n pool P")).toBe(
      "ccvc",
    );
    expect(kinds("aaa authentication fail-message ^C\nhostname EVIL\n^C\nhostname R1")).toBe("cvvc");
    expect(kinds("menu M title ^C\nhostname EVIL\n^C\nmenu M text 1 show version")).toBe("cvvc");
    expect(kinds("line con 0\n vacant-message #\nhostname EVIL\n#")).toBe("ccvv");
  });

  test("a banner without an end is kept to the end of the text", () => {
    const text = "hostname R1\nbanner motd ^C\ncrypto map FAKE 10 ipsec-isakmp\n!\n\nend";
    expect(kinds(text)).toBe("ccvvvv");
    expect(routers(text)[0]!.unclosed?.number).toBe(2);
    expect(routers(`${text}\n^C`)[0]!.unclosed).toBeUndefined();
    expect(
      routers(text)[0]!
        .lines.map((line) => line.raw)
        .join("\n"),
    ).toBe(text);
  });

  test("a banner typed behind a prompt is not closed by IOS's invitation", () => {
    const text =
      "R1(config)#banner motd #\nEnter TEXT message.  End with the character '#'.\nhostname EVIL\n#\nR1(config)#end";
    expect(kinds(text)).toBe("cvvvc");
  });

  test("a caret alone may delimit, also before a word with C", () => {
    expect(kinds("banner motd ^Caution\nhostname EVIL\n^\nhostname R1")).toBe("cvvc");
  });

  test("the banner lines of an ASA have no delimiter and swallow nothing", () => {
    expect(kinds("banner motd Unauthorized access\nbanner motd is prohibited\nhostname R1")).toBe("ccc");
  });
});

describe("certificates and macros", () => {
  test("08 a certificate lasts until quit", () => {
    const text =
      "crypto pki certificate chain C\n certificate self-signed 01\n  30820229 30820192\n  A0030201 \n  \tquit\nhostname R1";
    expect(kinds(text)).toBe("ccvvvc");
  });

  test("09 a certificate kept in NVRAM is one line", () => {
    expect(kinds(" certificate self-signed 01 nvram:IOS-Self-Sig#1.cer\nhostname R1\nip cef")).toBe("ccc");
  });

  test("a certificate without quit ends where its digits end", () => {
    expect(kinds("crypto pki certificate chain C\n certificate ca 01\n  30820229\nhostname R1")).toBe("ccvc");
  });

  test("a public key and an enrolled certificate are no configuration", () => {
    expect(
      kinds("crypto key pubkey-chain rsa\n addressed-key 192.0.2.1\n  key-string\n   305C300D\n  quit\nhostname R1"),
    ).toBe("cccvvc");
    expect(kinds("key chain K\n key 1\n  key-string secret\nhostname R1")).toBe("cccc");
    expect(
      kinds(
        "crypto pki import C pem terminal\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\nhostname R1",
      ),
    ).toBe("cvvvc");
  });

  test("a macro lasts until its @, and without one it is no macro", () => {
    expect(kinds("macro name PORT\nswitchport mode access\n@\nhostname R1")).toBe("cvvc");
    expect(kinds("macro name PORT\nswitchport mode access\nhostname R1")).toBe("ccc");
  });
});

describe("characters", () => {
  const plain = ["hostname R1", "interface Loopback0", " no shutdown"];

  test.each([
    ["10 CRLF", "\r\n", "\r\n"],
    ["11 CR CR LF", "\r\r\n", "\r\n"],
    ["12 lone CR", "\r", "\n"],
  ])("%s ends lines", (_, end, lineEnd) => {
    for (const last of ["", end]) {
      const [router] = routers(plain.join(end) + last);
      expect(router!.lines.map((line) => line.raw)).toEqual(plain);
      expect(router!.lineEnd).toBe(lineEnd);
    }
  });

  test("13 a tab indents", () => {
    const [router] = routers("crypto map VPN 10 ipsec-isakmp\n\tset peer 192.0.2.1");
    expect(router!.lines[1]).toMatchObject({ text: "set peer 192.0.2.1", offset: 1, indent: 8 });
    expect(router!.indented).toBe(true);
  });

  test("14 trailing blanks are no part of a command", () => {
    expect(commands("crypto map VPN 10 ipsec-isakmp \n set transform-set TS  \t")).toEqual([
      "crypto map VPN 10 ipsec-isakmp",
      " set transform-set TS",
    ]);
  });

  test("15 no-break spaces are blanks", () => {
    const [, line] = routers("crypto map VPN 10 ipsec-isakmp\n\u00a0set\u00a0peer\u00a0192.0.2.1")[0]!.lines;
    expect(line).toMatchObject({
      text: "set peer 192.0.2.1",
      indent: 1,
      offset: 1,
      raw: "\u00a0set\u00a0peer\u00a0192.0.2.1",
    });
  });

  test("a question for help behind an unusual blank is one, as it is behind a space", () => {
    expect(kinds("hostname R1\nset aggressive-mode password x\u000b?\nset aggressive-mode password x ?")).toBe("coo");
  });

  test("16 a byte-order mark and zero-width spaces are nothing", () => {
    const [router] = routers(
      "\ufeffhostname R1\n\u200bcrypto map VPN 10 ipsec\u200b-isakmp\n \u200bset peer 192.0.2.1",
    );
    expect(router!.lines.map(({ indent, text }) => [indent, text])).toEqual([
      [0, "hostname R1"],
      [0, "crypto map VPN 10 ipsec-isakmp"],
      [1, "set peer 192.0.2.1"],
    ]);
    expect(router!.lines.map((line) => line.offset)).toEqual([1, 1, 2]);
  });

  test("45 a fence is no configuration, and smart hyphens and quotes are read as typed ones", () => {
    expect(commands("'''\nhostname R1\ncrypto ipsec transform-set TS esp\u2011aes\n'''")).toEqual([
      "hostname R1",
      "crypto ipsec transform-set TS esp-aes",
    ]);
    expect(commands("```ios\nhostname \u201cR1\u201d\n```")).toEqual(['hostname "R1"']);
  });

  test("secrets, descriptions and remarks keep the characters that they have", () => {
    expect(commands("hostname R1\ncrypto isakmp key caf\u00e9\u2013x\u00a0address 192.0.2.1")[1]).toBe(
      "crypto isakmp key caf\u00e9\u2013x address 192.0.2.1",
    );
    expect(commands("interface Gi0/0\n description to Z\u00fcrich \u2013 \u201cmain\u201d")[1]).toBe(
      " description to Z\u00fcrich \u2013 \u201cmain\u201d",
    );
    expect(commands("enable secret 0 a\u2014b")[0]).toBe("enable secret 0 a\u2014b");
  });
});

describe("layout", () => {
  test("21 leading blanks may be lost", () => {
    const [router] = routers("crypto map VPN 10 ipsec-isakmp\nset peer 192.0.2.1\nmatch address ACL1");
    expect(router!.indented).toBe(false);
    expect(router!.lines.every((line) => line.kind === "command" && line.indent === 0)).toBe(true);
  });

  test("22 an indentation that all commands share is none", () => {
    const [router] = routers(
      `a note on it:\n\n${entry.replace(/^/gm, "    ")}\n    !`.replace("a note on it:", "! a note"),
    );
    expect(router!.indented).toBe(true);
    expect(router!.lines.filter((line) => line.kind === "command").map((line) => line.indent)).toEqual([0, 1, 1, 1]);
    expect(router!.lines.filter((line) => line.kind === "command").map((line) => line.offset)).toEqual([4, 5, 5, 5]);
  });

  test.each(["> ", ">", "> > ", ">> "])("23 a mail's quotation mark %j is taken off", (mark) => {
    expect(commands(`On Monday somebody wrote:\n${entry.replace(/^/gm, mark)}\n${mark}!`)).toEqual(entryCommands);
  });

  test("25 26 29 a comment within a section leaves its lines where they are", () => {
    for (const comment of [" !", "!", " ! Incomplete"])
      expect(commands(entry.replace("\n match", `\n${comment}\n match`))).toEqual(entryCommands);
  });

  test("27 28 30 31 38 39 43 44 commands stay as they are, in their order", () => {
    const text = [
      "ip access-list extended ACL1",
      " permit ip 10.0.1.0 0.0.0.255 10.1.0.0 0.0.0.255",
      "ip http server",
      "hostname R1",
      "line vty 0 4",
      "router bgp 65000",
      " address-family ipv4 vrf X",
      " neighbor 192.0.2.9 activate",
      " exit-address-family",
      "crypto map VPN local-address Loopback0",
      "crypto map VPN 10 ipsec-isakmp",
      " no set peer 192.0.2.1",
      " set peer 192.0.2.1 default",
      " set peer 192.0.2.7",
      "crypto map VPN 65535 ipsec-isakmp dynamic DYN",
      "ip access-list extended ACL1",
      " permit ip 10.0.2.0 0.0.0.255 10.1.0.0 0.0.0.255",
      "ipv6 access-list ACL1",
      "interface GigabitEthernet 0/0",
      " crypto map VPN redundancy HA",
    ];
    expect(commands(text.join("\n"))).toEqual(text);
  });

  test("32 33 abbreviations and capitals are commands", () => {
    expect(kinds("cry isa pol 10\n enc aes 256\n auth pre\n gr 14\ncry map VPN 10 ipsec-i\n set pe 192.0.2.1")).toBe(
      "cccccc",
    );
    expect(commands("CRYPTO MAP VPN 10 IPSEC-ISAKMP\n SET PEER 192.0.2.1")).toHaveLength(2);
  });

  test("34 35 36 37 42 quoted commands, sequence numbers and secrets are parts of their lines", () => {
    const text = [
      "access-list 101 remark to site 1; permit ip any any",
      "ip access-list extended ACL1",
      " 10 remark permit ip any any",
      " 30 permit ip 10.0.2.0 0.255.0.255 object-group OG",
      'crypto isakmp key a!b#c;d"e address 192.0.2.1 255.255.255.255 no-xauth',
      "crypto isakmp key 6 ^dfg]Ab_c address 192.0.2.2",
      "crypto isakmp key k> hostname peer.example.net",
      "interface Tunnel0",
      " description crypto map FAKE 20 ipsec-isakmp set peer 9.9.9.9",
      "event manager applet A",
      ' action 1.0 cli command "crypto map VPN 30 ipsec-isakmp"',
    ];
    expect(commands(text.join("\n"))).toEqual(text);
  });
});
