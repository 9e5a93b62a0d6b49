import { keptCommand, keptGlobalCommand } from "../command.ts";
import { NEGOTIATED } from "../entryKind.ts";

const source = "Cisco IOS-XE native YANG model, crypto map";

/** Commands of an entry that the model keeps as they are. */
export const entryOthers = [
  keptCommand({
    syntax: "set security-association dfbit {clear | set | copy}",
    entries: NEGOTIATED,
    summary: "What becomes of the don't-fragment bit; IOS-XE only.",
    source,
  }),
  keptCommand({
    syntax: "set security-association ecn {discard | propagate}",
    entries: NEGOTIATED,
    summary: "What becomes of congestion notification; IOS-XE only.",
    source,
  }),
  keptCommand({
    syntax: "set security-association dummy {seconds <seconds:1-30> | pps <rate:0-25>}",
    entries: NEGOTIATED,
    summary: "Sends packets without content, so that an observer learns less; IOS-XE only.",
    source,
  }),
  keptCommand({
    syntax: "dialer pre-classify",
    entries: NEGOTIATED,
    summary: "Classifies packets for a dialer before they are encrypted.",
    source,
  }),
  keptCommand({
    syntax: "set group <group:name>",
    entries: ["gdoi"],
    summary: "The GDOI group of a gdoi entry.",
    source: "Cisco IOS Security Command Reference, set group",
  }),
];

/** Lines of a crypto map set that the model keeps as they are. */
export const mapOthers = [
  keptGlobalCommand({
    syntax: "crypto map ipv6 <map:name> <sequence:1-65535> <rest:words>",
    summary: "An entry of a crypto map for IPv6.",
    source,
  }),
  keptGlobalCommand({
    syntax: "crypto map <map:name> <sequence:1-65535> cisco",
    obsolete: "Cisco Encryption Technology came before IPsec and is gone: use ipsec-isakmp.",
    summary: "An entry of Cisco Encryption Technology, which IPsec replaced.",
    source: "Cisco IOS Security Command Reference, crypto map (CET)",
  }),
  keptGlobalCommand({
    syntax: "crypto map <map:name> redundancy replay-interval inbound <inbound:0-1000> outbound <outbound:1000-10000>",
    summary: "How often replay counters are handed to the standby router, in packets.",
    source,
  }),
  keptGlobalCommand({
    syntax: "crypto map <map:name> gdoi fail-close",
    summary: "Drops the group's traffic while no key has come from the key server.",
    source,
  }),
  keptGlobalCommand({
    syntax: "crypto ctcp [{keepalive <seconds:5-3600> | port <ports:1-65535>...}]",
    summary:
      "Takes IKE and ESP of Easy VPN clients wrapped into TCP, on port 10000 unless ports are named. Filters have to let them in.",
    source: "Cisco IOS Security Command Reference, crypto ctcp",
  }),
];
