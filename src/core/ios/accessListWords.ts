/** The words of extended access lists. Source of all tables: the Cisco IOS-XE native YANG model 17.3.1; numbers from IANA. */

/** Protocols by keyword. `ip`, which stands for all of them, is not among them. */
export const PROTOCOL_NUMBERS: ReadonlyMap<string, number> = new Map([
  ["ahp", 51],
  ["eigrp", 88],
  ["esp", 50],
  ["gre", 47],
  ["icmp", 1],
  ["igmp", 2],
  ["ipinip", 4],
  ["nos", 94],
  ["ospf", 89],
  ["pcp", 108],
  ["pim", 103],
  ["sctp", 132],
  ["tcp", 6],
  ["udp", 17],
]);

export const PROTOCOL_NAMES: ReadonlyMap<number, string> = inverse(PROTOCOL_NUMBERS);

/** The number of a protocol by IOS's word or in digits, 0 to 255; undefined when it is neither. */
export function protocolNumber(word: string): number | undefined {
  const named = PROTOCOL_NUMBERS.get(word.toLowerCase());
  if (named !== undefined) return named;
  return /^\d{1,3}$/.test(word) && Number(word) <= 255 ? Number(word) : undefined;
}

export const TCP = 6;
export const UDP = 17;
export const ICMP = 1;
export const IGMP = 2;
const SCTP = 132;

/** Whether entries of a protocol may name ports. */
export function hasPorts(protocol: number | "ip"): boolean {
  return protocol === TCP || protocol === UDP || protocol === SCTP;
}

const tcpPorts: ReadonlyMap<string, number> = new Map([
  ["bgp", 179],
  ["chargen", 19],
  ["cmd", 514],
  ["daytime", 13],
  ["discard", 9],
  ["domain", 53],
  ["echo", 7],
  ["exec", 512],
  ["finger", 79],
  ["ftp", 21],
  ["ftp-data", 20],
  ["gopher", 70],
  ["hostname", 101],
  ["ident", 113],
  ["irc", 194],
  ["klogin", 543],
  ["kshell", 544],
  ["login", 513],
  ["lpd", 515],
  ["msrpc", 135],
  ["nntp", 119],
  ["onep-plain", 15001],
  ["onep-tls", 15002],
  ["pim-auto-rp", 496],
  ["pop2", 109],
  ["pop3", 110],
  ["smtp", 25],
  ["sunrpc", 111],
  ["tacacs", 49],
  ["talk", 517],
  ["telnet", 23],
  ["time", 37],
  ["uucp", 540],
  ["whois", 43],
  ["www", 80],
]);

const udpPorts: ReadonlyMap<string, number> = new Map([
  ["biff", 512],
  ["bootpc", 68],
  ["bootps", 67],
  ["discard", 9],
  ["dnsix", 195],
  ["domain", 53],
  ["echo", 7],
  ["isakmp", 500],
  ["mobile-ip", 434],
  ["nameserver", 42],
  ["netbios-dgm", 138],
  ["netbios-ns", 137],
  ["netbios-ss", 139],
  ["non500-isakmp", 4500],
  ["ntp", 123],
  ["pim-auto-rp", 496],
  ["rip", 520],
  ["ripv6", 521],
  ["snmp", 161],
  ["snmptrap", 162],
  ["sunrpc", 111],
  ["syslog", 514],
  ["tacacs", 49],
  ["talk", 517],
  ["tftp", 69],
  ["time", 37],
  ["who", 513],
  ["xdmcp", 177],
]);

const noPorts: ReadonlyMap<string, number> = new Map();

/** The port keywords of a protocol. */
export function portNumbers(protocol: number | "ip"): ReadonlyMap<string, number> {
  return protocol === TCP ? tcpPorts : protocol === UDP ? udpPorts : noPorts;
}

const tcpPortNames = inverse(tcpPorts);
const udpPortNames = inverse(udpPorts);

/** A port as IOS prints it: by keyword where it has one. */
export function portName(protocol: number | "ip", port: number): string {
  const names = protocol === TCP ? tcpPortNames : protocol === UDP ? udpPortNames : undefined;
  return names?.get(port) ?? String(port);
}

/** Types of ICMP message by keyword. */
export const ICMP_TYPES: ReadonlySet<string> = new Set(
  (
    "administratively-prohibited alternate-address conversion-error dod-host-prohibited dod-net-prohibited echo echo-reply " +
    "general-parameter-problem host-isolated host-precedence-unreachable host-redirect host-tos-redirect host-tos-unreachable " +
    "host-unknown host-unreachable information-reply information-request mask-reply mask-request mobile-redirect net-redirect " +
    "net-tos-redirect net-tos-unreachable net-unreachable network-unknown no-room-for-option option-missing packet-too-big " +
    "parameter-problem port-unreachable precedence-unreachable protocol-unreachable reassembly-timeout redirect " +
    "router-advertisement router-solicitation source-quench source-route-failed time-exceeded timestamp-reply " +
    "timestamp-request traceroute ttl-exceeded unreachable"
  ).split(" "),
);

/** Types of IGMP message by keyword. */
export const IGMP_TYPES: ReadonlySet<string> = new Set(
  "dvmrp host-query host-report mtrace-resp mtrace-route pim trace v2-leave v2-report v3-report".split(" "),
);

/** TCP flags, each an option of its own. */
export const TCP_FLAGS: ReadonlySet<string> = new Set(["ack", "established", "fin", "psh", "rst", "syn", "urg"]);

function inverse(names: ReadonlyMap<string, number>): ReadonlyMap<number, string> {
  return new Map([...names].map(([name, number]) => [number, name]));
}
