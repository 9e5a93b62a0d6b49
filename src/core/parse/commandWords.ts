/**
 * The first words of IOS's global commands, classic and XE, from public running-configs. They tell a command from prose
 * and from the rest of a wrapped line; what a command means is not decided here.
 */
const globalWords = new Set(
  `aaa access-list alias archive arp authentication banner beep boot boot-end-marker boot-start-marker bridge buffers call
  call-home card cdp cef class-map clns clock cns config-register configuration control-plane crypto cts default-value
  define diagnostic dial-peer dialer dialer-list dot11 dot1x dspfarm eigrp-group enable end errdisable ethernet event
  exception exit facility-alarm fhrp file flow frame-relay ftp-server gatekeeper gateway hostname hw-module interface ip
  ipc ipv6 isdn kerberos key kron l2tp l2tp-class lacp lane ldap license line lldp location logging login mac
  mac-address-table macro map-class map-list memory memory-size menu mgcp mls mmi mmi-name modemcap monitor mpls
  multilink netconf netconf-yang network network-clock network-object ntp object object-group parameter-map parser
  partition password platform policy-map port-channel power process-max-time privilege process prompt queue-list
  radius radius-server redundancy regexp resource restconf resume rmon route-map route-tag router rtr sccp scheduler
  security service sip-ua snmp snmp-server spanning-tree stackwise standby state-machine subscriber subscribe switch
  system tacacs tacacs-server telephony-service template terminal-queue tftp-server time-range track
  transceiver trunk tunnel-group udld upgrade username vc-class version virtual-profile vlan vlan-group vmps voice
  voice-card voice-port vpdn vpdn-group vrf vtp vty-async wcm webvpn wireless wism wsma x25 x29 xconnect zone zone-pair
  virtual-template virtual-service bba-group module dsl nameif access-group group-policy dynamic-access-policy-record same-security-traffic isakmp no default do`.split(
    /\s+/,
  ),
);

/** The first words of commands inside sections: interfaces, ACLs, crypto modes, routing, lines, and ACL entries' options. */
const sectionWords = new Set(
  `absolute accept accept-lifetime access-class access-restrict accounting acl action activation-character active address address-family
  advertise aggregate-address allocate anyconnect any area arap asymmetric-routing auto auto-cost auto-summary autoselect
  backup backup-gateway bandwidth bfd bgp broadcast bundle
  cablelength carrier-delay cdp-url certificate channel-group class clear client client-identifier client-name clock
  commands community compress configuration connect controller crl crypto-engine csr database database-agent data dead-peer-detection
  default-gateway default-information default-metric default-router delay deny description destination dhcp dialer-group
  disable discard distance distribute-list dns dns-server domain domain-name dot1q dpd duplex dynamic
  eap echo eigrp enrollment encr encryption encapsulation exec exec-timeout exit-address-family exit-peer-policy
  exit-peer-session exit-vrf export fair-queue fingerprint firewall fqdn frequency full-duplex
  glbp gdoi grant group group-lock group-object guard half-duplex hash hello-interval hidekeys history hold-queue host
  icmp icmp-echo icmp-object identity idle-timeout ike import import-map include-local-lan initiate inspect integrity
  issuer-name ivrf isis keepalive key-hash key-string keyring keylength lease length lifetime load-balance load-interval local local-address
  local-port log-adjacency-changes logout-warning logging loopback mac-address mask match max-logins max-metric max-users
  maximum-paths maximum-prefix maximum-routes media-type message-digest-key method metric mode modem mop mroute mtu named-key nat
  negotiation neighbor net netbios-name-server netmask network-object next-hop node object-id object option other-config-flag
  option-code output passive passive-interface pass peer peer-config-version-pfs periodic permit persistent pfs pool
  pool-member port port-object ppp pppoe pppoe-client pre-shared-key pre-shared-keys pre-authorization prefix preempt priority
  proposal prf profile protocol qos query quit random-detect range rate-limit rd reauthentication reliability redistribute
  refuse-message rekey remark remote remote-as remote-port request-data-size requested reset responder reverse-route revocation-check
  rotary route route-reflector-client route-target router-id rsakeypair routing rule
  sa sap save-password send-lifetime sequence serial-number server server-key server-private service-module
  service-policy session session-limit session-timeout session-protection set shape show-clear shutdown snmp soft source source-interface
  speed split-dns split-exclude ssh stopbits storm-control stub subject-name subject-alt-name subnet-mask summary-address
  switch switchport synchronization tag tcp tcp-udp telnet telephone threshold timeout timers timer title tos transport
  transport-map ttl tunnel txspeed type udp unicast-routing usage user-group validation-usage vacant-message vlan-id vrid
  vrrp width wins write-memory xauth zone-member access aggressive-mode automatic asdm flexconnect ikev1 ikev2 replay
  self-identity security-level security-association security-passwords esp ah gre ospf dscp precedence reflect
  evaluate dlsw bestpath timestamps ip-address keypair
  cryptographic-algorithm static pvc serial inservice real vserver serverfarm slb-policy path country state locality
  common-name organization-name organization-unit smtp auto-import virtual ft`.split(/\s+/),
);

/** Words in both lists that English prose also begins with; they need a second look before a text is taken for IOS. */
const englishWords = new Set(
  `absolute accept access account action active address advertise alias any archive area auto backup banner boot bridge
  broadcast buffers bundle call card class clear client clock commands community configuration connect data database
  default define delay deny description destination disable discard distance do domain dynamic echo enable end event exception exec
  exit export facility file flow frequency full gateway grant group guard hash history host identity import inspect
  integrity interface isis key length license lifetime line load local location log login mask match media memory menu
  message method metric mode monitor named nat net network no node object option other output pass passive password peer
  periodic permit platform policy pool port power prefix priority process profile prompt proposal protocol query quit
  random range redundancy remark remote requested reset resource resume responder route router routing rule save scheduler security
  self send sequence server service session set shape soft source speed standby state storm subscribe switch
  system tag template threshold timer timers timeout title track transport trunk tunnel type upgrade usage user username
  version vlan voice width write zone track time range template test exit key static real path country virtual module serial`.split(
    /\s+/,
  ),
);

/** Second words that make a command of a first word that prose may also begin with. */
const secondLook: readonly RegExp[] = [
  /^(?:no|default) (?:aaa|access-list|address|cdp|crypto|encr\w*|ip|ipv6|logging|neighbor|network|ntp|router|service|set peer|set transform|shut\w*|snmp|switchport|username|match address|isakmp|enable secret)\b/,
  /^int\w* (?:range )?[a-z][a-z-]*[ -]?\d/,
  /^line (?:\d|con|vty|aux|tty|console)\b/,
  /^router (?:bgp|ospf|ospfv3|eigrp|rip|isis|odr|mobile)\b/,
  /^set (?:peer|transform-set|pfs|security-association|session-key|isakmp-profile|ikev2-profile|ip next-hop|nat demux|reverse-route|interface|vrf)\b/,
  /^match (?:address|identity|ip|ipv6|protocol|access-group|fvrf|certificate|interface|community)\b/,
  /^(?:permit|deny) +(?:\d{1,3}(?:\.|\b)|ip|tcp|udp|icmp|esp|ahp|gre|any|host|ospf|eigrp|igmp|ipinip|object-group|pim)\b/,
  /^description \S/,
  /^remark \S/,
  /^(?:address|peer|server|server-private|network|neighbor|dns|wins|netmask) \d{1,3}\.\d/,
  /^network \d/,
  /^authentication (?:pre|rsa|remote|local|login|ms|mode)/,
  /^hash (?:sha|md5)/,
  /^group \d{1,2}$/,
  /^(?:lifetime|keepalive|mtu|speed|bandwidth|clock rate|width|length|delay) (?:seconds )?\d+$/,
  /^(?:exit|end|shutdown|quit)$/,
  /^version \d+\.\d/,
  /^service (?:timestamps|password-encryption|tcp|pad|dhcp|config|compress-config|nagle|sequence-numbers|internal|unsupported)/,
  /^enable (?:secret|password|last-resort)\b/,
  /^username \S+ (?:password|secret|privilege|view|role|autocommand|nopassword)\b/,
  /^banner (?:motd|login|exec|incoming|\^c|\x03)/, // eslint-disable-line no-control-regex -- The end-of-text character is a delimiter.
  /^mode (?:tunnel|transport)\b/,
  /^tunnel (?:source|destination|mode|protection|key|vrf|path-mtu)/,
  /^key (?:chain|\d+|config-key|\S+ address)\b/,
  /^(?:clock|logging|boot|archive|transport|login|privilege|access-class|redundancy|track|vlan|monitor) (?:timezone|summer-time|set|buffered|console|host|trap|system|log|input|output|preferred|local|authentication|level|session|\d)/,
  /^(?:event manager|file prompt|license (?:udi|boot|accept|smart)|platform \S+|policy-map|prompt \S+$|time-range|zone security|zone-member|class \S+$|memory (?:free|reserve|statistics)|object network|process cpu|security passwords|switch \d|template \S+$|voice \S+|system (?:mtu|ignore))/,
  /^(?:standby|vrrp|glbp) \d/,
  /^(?:type \S+ |address-family |nat \(|menu \S+ (?:title|text|command|prompt|options|clear-screen|line-mode|single-space|status-line|default)\b)/,
  /^route \S+ \d{1,3}\.\d/,
  /^(?:cr|cry|cryp|crypt|crypto) (?:isa|ips|map|dyn|key|ik|pki|ca)/,
  /^acc\w*(?:-\w*)? \d+ (?:p|d|r)/,
  /^(?:ena|en) sec/,
  /^(?:encr?|auth|gr|hash|lif|lifet|life) (?:aes|3des|des|pre|sha|md5|\d+$)/,
];

/** Whether a first word is one that an IOS command begins with, in full and in any case. */
export function isCommandWord(word: string): boolean {
  const lower = word.toLowerCase();
  return globalWords.has(lower) || sectionWords.has(lower);
}

/** Whether a first word begins a global command, in full or abbreviated to at least two letters. */
export function beginsGlobalCommand(word: string): boolean {
  return globalWords.has(word.toLowerCase()) || (word.length >= 2 && isPrefixOf(globalPrefixes(), word));
}

/**
 * Whether a line could be a command on its own, typed or printed: its first word is a command word or the beginning of
 * one, or a sequence number before an entry. A line that can't be is the rest of the line before it.
 */
export function couldBeCommand(text: string): boolean {
  const [first = "", second = ""] = text.split(" ", 2);
  if (/^\d+$/.test(first)) return /^(?:permit|deny|remark|evaluate|no|default)$/i.test(second);
  if (!/^[a-z]/i.test(first)) return text.startsWith("!") || text.startsWith("#");
  // One letter abbreviates nothing: IOS would find it ambiguous.
  if (first.length < 2) return false;
  return isCommandWord(first) || isPrefixOf(globalPrefixes(), first) || isPrefixOf(sectionPrefixes(), first);
}

/** Whether a command is plainly IOS's. Prose that happens to begin with a command word is not. */
export function looksLikeIos(text: string): boolean {
  const start = text.slice(0, 200);
  const lower = start
    .toLowerCase()
    .replace(/ {2,}/g, " ")
    .replace(/^\d+ (?=permit|deny|remark)/, "");
  if (/^[A-Z][a-z]/.test(start) || proseMark.test(start)) return commandOfProse.test(lower);
  if (secondLook.some((pattern) => pattern.test(lower))) return true;
  const [first = "", second] = lower.split(" ", 2);
  if (first === "crypto" || englishWords.has(first)) return false;
  if (!globalWords.has(first) && !sectionWords.has(first)) return false;
  return second !== undefined || first.includes("-");
}

/** What sentences and the tables of show commands have, and commands only in a person's own text. */
const proseMark = /[:,;.)](?: |$)|\(|`/;

/** Commands that may end with a person's own text, and those that people capitalise. */
const commandOfProse =
  /^(?:description \S|remark \S|(?:access-list \S+|\d+) remark \S|hostname \S+$|crypto (?:isakmp (?:policy \d|key \S)|map \S+ \d+ )|int\w* [a-z-]+ ?\d+[\d/.:]*$|banner (?:motd|login|exec|incoming) |ip (?:address \d|access-list (?:ext|stan)|route \d)|set (?:peer \d|transform-set \S+$)|match address \S+$|username \S+ (?:password|secret)|enable (?:secret|password))/;

let globalSorted: readonly string[] | undefined;
let sectionSorted: readonly string[] | undefined;

function globalPrefixes(): readonly string[] {
  globalSorted ??= [...globalWords].sort();
  return globalSorted;
}

function sectionPrefixes(): readonly string[] {
  sectionSorted ??= [...sectionWords].sort();
  return sectionSorted;
}

/** Whether a word in sorted words begins with this one, found by halving. */
function isPrefixOf(sorted: readonly string[], word: string): boolean {
  const lower = word.toLowerCase();
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < lower) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(lower) ?? false;
}
