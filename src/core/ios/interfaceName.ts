/** The types of interface, spelled as IOS prints them, the usual ones first. */
export const INTERFACE_TYPES: readonly string[] = [
  "GigabitEthernet",
  "FastEthernet",
  "Ethernet",
  "Serial",
  "Loopback",
  "Tunnel",
  "Vlan",
  "Dialer",
  "TenGigabitEthernet",
  "TwoGigabitEthernet",
  "FiveGigabitEthernet",
  "TwentyFiveGigE",
  "FortyGigabitEthernet",
  "HundredGigE",
  "Port-channel",
  "BDI",
  "BVI",
  "Virtual-Template",
  "Virtual-Access",
  "VirtualPortGroup",
  "Embedded-Service-Engine",
  "Multilink",
  "Cellular",
  "ATM",
  "Async",
  "Null",
  "NVI",
  "LISP",
  "nve",
  "Wlan-GigabitEthernet",
  "Service-Engine",
  "Group-Async",
  "MFR",
  "POS",
  "BRI",
  "Hssi",
  "Control",
  "SM",
  "ISM",
  "ucse",
  "AppGigabitEthernet",
];

const typesByLowerCase = new Map(INTERFACE_TYPES.map((type) => [type.toLowerCase(), type]));

/** Short forms whose first letters would fit several types; IOS takes them for these. */
const shortForms = new Map([
  ["e", "Ethernet"],
  ["f", "FastEthernet"],
  ["g", "GigabitEthernet"],
  ["s", "Serial"],
  ["l", "Loopback"],
  ["t", "Tunnel"],
  ["po", "Port-channel"],
  ["v", "Vlan"],
  ["d", "Dialer"],
  ["te", "TenGigabitEthernet"],
  ["tw", "TwoGigabitEthernet"],
  ["fo", "FortyGigabitEthernet"],
  ["hu", "HundredGigE"],
  ["vi", "Virtual-Access"],
  ["vt", "Virtual-Template"],
  ["twe", "TwentyFiveGigE"],
]);

/**
 * Spells an interface name out as IOS prints it: gi0/0 and gigabitethernet0/0 become GigabitEthernet0/0. A type that is not
 * known stands as it is. Undefined when the text is no interface name.
 * Source of the form: type, up to four numbers with slashes, a channel behind a colon, a subinterface behind a point.
 */
export function expandInterfaceName(text: string): string | undefined {
  const digits = startOfNumber(text);
  if (digits < 0) return undefined;
  const type = text.slice(0, digits);
  return (expandType(type) ?? type) + text.slice(digits);
}

function expandType(type: string): string | undefined {
  const lower = type.toLowerCase();
  const whole = typesByLowerCase.get(lower) ?? shortForms.get(lower);
  if (whole !== undefined) return whole;
  return INTERFACE_TYPES.find((known) => known.length > lower.length && known.toLowerCase().startsWith(lower));
}

/** Where the number of an interface name begins; -1 when the text is no interface name. */
function startOfNumber(text: string): number {
  const length = text.length;
  let at = 0;
  while (at < length && isLetterOrHyphen(text.charCodeAt(at))) at += 1;
  const start = at;
  if (start === 0 || text.charCodeAt(0) === 45) return -1;
  let afterDigit = false;
  for (; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) afterDigit = true;
    else if (afterDigit && (code === 47 || code === 58 || code === 46)) afterDigit = false;
    else return -1;
  }
  return afterDigit ? start : -1;
}

function isLetterOrHyphen(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 45;
}

/** Interfaces that a command makes and takes away, up from then on; the others are made of metal, and shut down until somebody says otherwise. */
export function isVirtualInterface(name: string): boolean {
  return /^(Loopback|Tunnel|Virtual-Template|Dialer|Vlan|BVI|BDI|Port-channel)|\./.test(name);
}
