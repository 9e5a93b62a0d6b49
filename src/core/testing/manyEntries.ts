/** A router whose crypto map VPN has as many entries as asked, entry N being 10 times N; `list` writes each one's access list. */
export function routerOfEntries(count: number, list: (number: number) => readonly string[]): string {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return [
    "=== Hub",
    "hostname Hub",
    "crypto ipsec transform-set TS esp-aes 256 esp-sha256-hmac",
    ...numbers.flatMap((number) => [
      `crypto map VPN ${number * 10} ipsec-isakmp`,
      ` set peer 192.0.${Math.floor(number / 250)}.${(number % 250) + 1}`,
      " set transform-set TS",
      ` match address L${number}`,
    ]),
    "interface GigabitEthernet0/0",
    " ip address 198.51.100.1 255.255.255.0",
    " crypto map VPN",
    ...numbers.flatMap((number) => [`ip access-list extended L${number}`, ...list(number).map((line) => ` ${line}`)]),
  ].join("\n");
}
