const SHORT: readonly (readonly [string, string])[] = [
  ["TenGigabitEthernet", "Te"],
  ["TwoGigabitEthernet", "Tw"],
  ["FiveGigabitEthernet", "Fi"],
  ["GigabitEthernet", "Gi"],
  ["FastEthernet", "Fa"],
  ["Ethernet", "Et"],
  ["Loopback", "Lo"],
  ["Serial", "Se"],
  ["Tunnel", "Tu"],
  ["Port-channel", "Po"],
  ["Dialer", "Di"],
];

/** An interface as `show ip interface brief` and people shorten it: Gi0/1. Only for reading; it is never printed into a text. */
export function shortInterfaceName(name: string): string {
  const known = SHORT.find(([long]) => name.startsWith(long));
  return known ? known[1] + name.slice(known[0].length) : name;
}
