import { describe, expect, test } from "vitest";
import type { Design } from "../../model/design.ts";
import { clientGateway } from "../../testing/clientGateway.ts";
import { designFromText } from "../../testing/designFromText.ts";
import { manualSites } from "../../testing/manualSites.ts";
import { mutations } from "../../testing/mutations.ts";
import { manualMutations, rareMutations } from "../../testing/rareMutations.ts";
import { writeCase } from "../../testing/ruleCase.ts";
import { layout, many, maybe, some, type LayoutPart } from "../../testing/showLayout.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { showCommand } from "../show.ts";

/** The layouts of section 5 of the reference, by command. */
const terms: readonly LayoutPart[] = [
  "        Security association lifetime: <number> kilobytes/<number> seconds",
  maybe("        Security association idletime: <number> seconds"),
  maybe("        Dualstack (Y/N): N", ""),
  "        Responder-Only (Y/N): <yes>",
  "        PFS (Y/N): <yes>",
  maybe("        DH group:  group<number>"),
  "        Mixed-mode : Disabled",
];

const sets: readonly LayoutPart[] = [
  "        Transform sets={",
  many("                <word>:  { <content>} ,"),
  "        }",
];

const entry: readonly LayoutPart[] = [
  'Crypto Map IPv4 "<word>" <number> <ipsec-isakmp|ipsec-manual>',
  maybe(
    "        WARNING: This crypto map is in an incomplete state!",
    "                (missing peer or access-list definitions)",
  ),
  maybe("        Description: <text>"),
  many("        Peer = <word>"),
  maybe("        ISAKMP Profile: <word>"),
  maybe("        IKEv2 Profile: <word>"),
  maybe(
    "        <Extended|Standard> IP access list <word>",
    many("            access-list <word> <permit|deny> <text>"),
  ),
  maybe("        Current peer: <address>"),
];

const temporary: readonly LayoutPart[] = [
  'Crypto Map IPv4 "<word>" <number> ipsec-isakmp',
  "        Peer = <address>",
  maybe("        ISAKMP Profile: <word>"),
  "        Extended IP access list ",
  some("            access-list  permit <text>"),
  "        dynamic (created from dynamic map <word>/<number>)",
  "        Current peer: <address>",
  ...terms,
  ...sets,
];

const keys: readonly LayoutPart[] = [
  many(
    "        <Inbound|Outbound> <esp|ah> spi: <number>,",
    maybe("            key: <text>,"),
    maybe("            cipher key: <text>,", "            auth key: <text>,"),
    // A set without authentication has no such key.
    maybe("            cipher key: <text>,", "            auth key: ,"),
  ),
];

const anchor: readonly LayoutPart[] = [
  'Crypto Map "<word>" <number> ipsec-isakmp',
  "        Dynamic map template tag: <word>",
];

const cryptoMap = layout(
  many(
    some(maybe(...anchor), maybe(...entry, maybe(...terms), ...keys, ...sets), maybe(...temporary), maybe("")),
    "        Interfaces using crypto map <word>:",
    many("                <word>"),
    "",
  ),
  maybe("No crypto maps found."),
);

const association: readonly LayoutPart[] = [
  "      spi: <spi>",
  "        transform: <text> ,",
  "        in use settings ={<Tunnel|Transport|Tunnel UDP-Encaps|Transport UDP-Encaps>, }",
  "        conn id: <number>, flow_id: SW:<number>, sibling_flags <number>, crypto map: <word>",
  maybe("        sa timing: remaining key lifetime (k/sec): (<number>/<number>)"),
  maybe("        sa timing: remaining key lifetime (k/sec): (KB Vol Rekey Disabled/<number>)"),
  maybe("        no sa timing"),
  maybe("        IV size: <number> bytes"),
  maybe("        replay detection support: <yes>"),
  maybe("        replay detection support: Y  replay window size: <number>"),
  "        Status: ACTIVE(ACTIVE)",
];

const errorCounters: LayoutPart = many("    <#pkts|##pkts> <text>");

const ipsecSa = layout(
  "",
  maybe("No SAs found"),
  many(
    "interface: <word>",
    "    Crypto map tag: <word>, local addr <address>",
    some(
      "",
      "   protected vrf: <word>",
      "   local  ident (addr/mask/prot/port): <identity>",
      "   remote ident (addr/mask/prot/port): <identity>",
      "   current_peer <address> port <500|4500>",
      "     PERMIT, flags={<text>",
      "    #pkts encaps: <number>, #pkts encrypt: <number>, #pkts digest: <number>",
      "    #pkts decaps: <number>, #pkts decrypt: <number>, #pkts verify: <number>",
      "    #pkts compressed: 0, #pkts decompressed: 0",
      "    #pkts not compressed: 0, #pkts compr. failed: 0",
      "    #pkts not decompressed: 0, #pkts decompress failed: 0",
      maybe("    #send errors <number>, #recv errors <number>"),
      errorCounters,
      "",
      "     local crypto endpt.: <address>, remote crypto endpt.: <address>",
      "     plaintext mtu <number>, path mtu <number>, ip mtu <number>, ip mtu idb <word>",
      "     current outbound spi: <spi>",
      "     PFS (Y/N): <yes>, DH group: <word>",
      "",
      "     inbound esp sas:",
      many(...association),
      "",
      "     inbound ah sas:",
      many(...association),
      "",
      "     inbound pcp sas:",
      "",
      "     outbound esp sas:",
      many(...association),
      "",
      "     outbound ah sas:",
      many(...association),
      "",
      "     outbound pcp sas:",
    ),
    maybe(""),
  ),
);

const state =
  "MM_NO_STATE|MM_SA_SETUP|MM_KEY_EXCH|MM_KEY_AUTH|AG_NO_STATE|AG_INIT_EXCH|AG_AUTH|QM_IDLE|CONF_XAUTH|CONF_ADDR";

const isakmpSa = layout(
  "IPv4 Crypto ISAKMP SA",
  "dst             src             state          conn-id status",
  many(`<address:16><address:16><${state}:15><pad><number> <ACTIVE|ACTIVE (deleted)|STDBY>`),
  "",
  "IPv6 Crypto ISAKMP SA",
  "",
);

const session: readonly LayoutPart[] = [
  "",
  "Interface: <word>",
  maybe("Profile: <word>"),
  maybe("Uptime: <clock>"),
  "Session status: <UP-ACTIVE|UP-IDLE|UP-NO-IKE|DOWN-NEGOTIATING|DOWN>",
];

const flow = "  IPSEC FLOW: permit <word> <network> <network>";

const layouts: Readonly<Record<string, RegExp>> = {
  "show crypto map": cryptoMap,
  "show crypto map tag VPN": cryptoMap,
  "show crypto map interface GigabitEthernet0/0": cryptoMap,
  "show crypto ipsec sa": ipsecSa,
  "show crypto ipsec sa detail": ipsecSa,
  "show crypto ipsec sa peer 203.0.113.2": ipsecSa,
  "show crypto ipsec sa map VPN": ipsecSa,
  "show crypto ipsec sa interface Gi0/0": ipsecSa,
  "show crypto isakmp sa": isakmpSa,
  "show crypto isakmp sa detail": layout(
    some("<text>"),
    "",
    "C-id  Local           Remote          I-VRF  Status Encr Hash   Auth DH Lifetime Cap.",
    "",
    many("<number:6><address:16><address:16>       ACTIVE <text>", "       Engine-id:Conn-id =  SW:<number>", ""),
    "IPv6 Crypto ISAKMP SA",
    "",
  ),
  "show crypto isakmp sa count": layout(
    "Active ISAKMP SA's: <number>",
    "Standby ISAKMP SA's: <number>",
    "Currently being negotiated ISAKMP SA's: <number>",
    "Dead ISAKMP SA's: <number>",
  ),
  "show crypto session": layout(
    "Crypto session current status",
    many(
      ...session,
      "Peer: <address> port <500|4500>",
      many("  Session ID: 0", "  IKEv1 SA: local <address>/<number> remote <address>/<number> <Active|Inactive>"),
      many(flow, "        Active SAs: <number>, origin: <crypto map|dynamic crypto map>"),
    ),
    "",
  ),
  "show crypto session detail": layout(
    "Crypto session current status",
    "",
    "Code: C - IKE Configuration mode, D - Dead Peer Detection",
    "K - Keepalives, N - NAT-traversal, T - cTCP encapsulation",
    "X - IKE Extended Authentication, F - IKE Fragmentation",
    "R - IKE Auto Reconnect",
    many(
      ...session,
      "Peer: <address> port <500|4500> fvrf: (none) ivrf: (none)",
      "      Phase1_id: <text>",
      "      Desc: <text>",
      many(
        "  Session ID: 0",
        "  IKEv1 SA: local <address>/<number> remote <address>/<number> <Active|Inactive>",
        "          Capabilities:<word> connid:<number> lifetime:<word>",
      ),
      many(
        flow,
        "        Active SAs: <number>, origin: <crypto map|dynamic crypto map>",
        "        Inbound:  #pkts dec'ed <number> drop <number> life (KB/Sec) <text>",
        "        Outbound: #pkts enc'ed <number> drop <number> life (KB/Sec) <text>",
      ),
    ),
    "",
  ),
  "show crypto session group": layout(" Group:    Connections", many(" <word>: <number>")),
  "show crypto session summary": layout(
    many(" Group <word> has <number> connections", maybe("  User (Logins)"), many("  <word> (<number>)")),
  ),
  "show crypto dynamic-map": layout(
    maybe("No crypto dynamic maps found."),
    many(
      'Crypto Map Template "<word>" <number>',
      maybe("        No matching address list set."),
      maybe("        Extended IP access list <word>", many("            access-list <word> <permit|deny> <text>")),
      "        Current peer: 0.0.0.0",
      "        Security association lifetime: <number> kilobytes/<number> seconds",
      "        PFS (Y/N): <yes>",
      maybe("        DH group:  group<number>"),
      "        Transform sets={ <text>",
      "",
    ),
  ),
  "show crypto ipsec transform-set": layout(
    many(
      "Transform set <word>: { <text>  }",
      "   will negotiate = { <text>  },",
      many("  { <text>  }", "   will negotiate = { <text>  },"),
      "",
    ),
  ),
  "show crypto ipsec security-association lifetime": layout(
    "Security association lifetime: <number> kilobytes/<number> seconds",
  ),
  "show crypto ipsec profile": layout(many("IPSEC profile <word>", ...terms, ...sets, "")),
  "show crypto isakmp policy": layout(
    "",
    "<Global|Default> IKE policy",
    many(
      "<Protection|Default protection> suite of priority <number>",
      "\tencryption algorithm:\t<DES - Data Encryption Standard (56 bit keys).|Three key triple DES|AES - Advanced Encryption Standard (128 bit keys).|AES - Advanced Encryption Standard (192 bit keys).|AES - Advanced Encryption Standard (256 bit keys).>",
      "\thash algorithm:\t\t<Secure Hash Standard|Message Digest 5|Secure Hash Standard 2 (256 bit)|Secure Hash Standard 2 (384 bit)|Secure Hash Standard 2 (512 bit)>",
      "\tauthentication method:\t<Pre-Shared Key|Rivest-Shamir-Adleman Signature|Rivest-Shamir-Adleman Encryption>",
      "\tDiffie-Hellman group:\t#<number> (<number> bit)",
      "\tlifetime:\t\t<number> seconds, no volume limit",
    ),
  ),
  "show crypto isakmp default policy": layout(
    many(
      "",
      "Default protection suite of priority 655<number>",
      "\tencryption algorithm:\t<text>",
      "\thash algorithm:\t\t<text>",
      "\tauthentication method:\t<text>",
      "\tDiffie-Hellman group:\t#<number> (<number> bit)",
      "\tlifetime:\t\t<number> seconds, no volume limit",
    ),
  ),
  "show crypto isakmp key": layout(
    "Keyring      Hostname/Address                            Preshared Key",
    "",
    many("<word:13><text>"),
  ),
  "show crypto isakmp peers": layout(
    many("Peer: <address> Port: <500|4500> Local: <address>", " Phase1 id: <address>"),
  ),
  "show crypto engine connections active": layout(
    "Crypto Engine Connections",
    "",
    "   ID  Type    Algorithm           Encrypt  Decrypt LastSeqN IP-Address",
    many("<pad><number>  <IPsec|IKE><pad><word><pad><number><pad><number><pad><number> <address>"),
  ),
  "show crypto ikev2 sa": layout(),
  "show ip interface brief": layout(
    "Interface                  IP-Address      OK? Method Status                Protocol",
    many("<word:27><word:16>YES <word:7><up|administratively down><pad> <up|down>"),
  ),
  "show access-lists": layout(
    many("<Extended|Standard> IP access list <word>", many("    <number> <permit|deny> <text>")),
  ),
  "show ip access-lists VPN-PEER": layout(
    maybe("Extended IP access list VPN-PEER", many("    <number> <permit|deny> <text>")),
  ),
  "show running-config": layout(
    "Building configuration...",
    "",
    "Current configuration : <number> bytes",
    "!",
    many("<any>"),
    "end",
  ),
  "show running-config interface Gi0/0": layout(
    "Building configuration...",
    "",
    "Current configuration : <number> bytes",
    "!",
    "interface GigabitEthernet0/0",
    many(" <text>"),
    "end",
  ),
};

/** Agreed, broken and half-built designs. */
const designs: ReadonlyMap<string, Design> = new Map([
  ["two sites that agree", designFromText(twoSites)],
  ["two sites with manual keys", designFromText(manualSites)],
  ["a gateway for clients", designFromText(clientGateway)],
  ["a router with nothing but a name", designFromText("=== Empty\nhostname Empty")],
  [
    "an entry without anything",
    designFromText(
      "=== Half\nhostname Half\ncrypto map VPN 10 ipsec-isakmp\ninterface GigabitEthernet0/0\n crypto map VPN",
    ),
  ],
  ...Object.entries({ ...mutations, ...rareMutations }).map(([name, text]): [string, Design] => [
    name,
    designFromText(writeCase(twoSites, text).text),
  ]),
  ...Object.entries(manualMutations).map(([name, text]): [string, Design] => [
    `with manual keys, ${name}`,
    designFromText(writeCase(manualSites, text).text),
  ]),
]);

describe.each(Object.entries(layouts))("%s", (command, expected) => {
  test("prints in IOS's layout, whatever the design", () => {
    for (const [name, design] of designs) {
      for (const { id, elements } of design.routers.values()) {
        if (command.includes("running-config interface") && !elements.interface.has("GigabitEthernet0/0")) continue;
        const shown = showCommand(design, id, command);
        expect(shown.kind, `${name}: ${command}`).toBe("output");
        expect(shown.text, `${name}: ${command}\n${shown.text}`).toMatch(expected);
      }
    }
  }, 120_000);
});
