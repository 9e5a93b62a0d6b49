import type { ClientRequest, ClientSession } from "../negotiate/clientGateway.ts";

/** A client of a record: what is the case, the changes of the gateway, what the person types, and who is in already. */
export interface TracedClient {
  readonly title: string;
  readonly changes?: string;
  readonly request?: ClientRequest;
  readonly connected?: readonly ClientSession[];
}

const GROUP = "+crypto isakmp client configuration group STAFF";
const profile = (...lines: readonly string[]) =>
  [
    "crypto isakmp profile STAFF",
    ...lines.map((line) => `   ${line}`),
    "+crypto dynamic-map DYN 10",
    " set isakmp-profile STAFF",
  ].join("\n");
const filter = (...lines: readonly string[]) =>
  [
    "+interface GigabitEthernet0/0",
    " ip access-group IN in",
    "ip access-list extended IN",
    ...lines.map((line) => ` ${line}`),
  ].join("\n");
const entryList = (line: string) =>
  `+crypto dynamic-map DYN 10\n match address CLIENTS\nip access-list extended CLIENTS\n ${line}`;
const at = (user: string, last: number, group = "STAFF"): ClientSession => ({
  group,
  user,
  address: 0x0a090000 + last,
});
const login = "aaa authentication login CLIENTS local";
const network = "aaa authorization network GROUPS local";
const user = "username alice secret Long-Secret-2024";
const transforms = (words: string) =>
  `crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha-hmac => crypto ipsec transform-set TS-AES256 ${words}`;

/** Remote clients of `clientGateway`, one after the other along the way that a connection takes. */
export const tracedClients: readonly TracedClient[] = [
  { title: "all is well" },
  { title: "no dynamic map", changes: "- crypto map VPN 10 ipsec-isakmp dynamic DYN" },
  {
    title: "the map is on no interface",
    changes: "interface GigabitEthernet0/0\n ip address 198.51.100.2 255.255.255.252",
  },
  { title: "the map's interface is shut down", changes: "+interface GigabitEthernet0/0\n shutdown" },
  {
    title: "the map speaks from a loopback",
    changes: "interface Loopback0\n ip address 192.0.2.9 255.255.255.255\ncrypto map VPN local-address Loopback0",
  },
  {
    title: "the gateway's address is not told",
    changes: `ip address 198.51.100.2 255.255.255.252 => ip address dhcp\n${filter("permit ip any any")}`,
  },
  { title: "IKE is kept out", changes: filter("permit esp any any") },
  { title: "ESP is kept out", changes: filter("permit udp any any eq isakmp") },
  {
    title: "IKE is let in from some addresses only",
    changes: filter("permit udp 192.0.2.0 0.0.0.255 any eq isakmp", "permit esp any any"),
  },
  {
    title: "IKE and ESP are let in to the gateway",
    changes: filter("permit udp any host 198.51.100.2 eq isakmp", "permit esp any host 198.51.100.2"),
  },
  {
    title: "a list that does not exist lets everything in",
    changes: "+interface GigabitEthernet0/0\n ip access-group IN in",
  },
  { title: "IKE is off", changes: "no crypto isakmp enable" },
  { title: "aggressive mode is off", changes: "crypto isakmp aggressive-mode disable" },
  { title: "the policy's group is 14", changes: "group 2 => group 14" },
  { title: "the policy's group is 5", changes: "group 2 => group 5" },
  { title: "the policy's cipher is DES", changes: "encr aes 256 => encr des" },
  {
    title: "the policy's cipher is 3DES and its hash MD5",
    changes: "encr aes 256 => encr 3des\n+crypto isakmp policy 10\n hash md5",
  },
  { title: "the policy's hash is SHA-256", changes: "+crypto isakmp policy 10\n hash sha256" },
  { title: "the policy is for certificates", changes: "- authentication pre-share" },
  { title: "the release refuses group 2", changes: "version 17.12" },
  {
    title: "the second policy is for clients",
    changes: "crypto isakmp policy 5\n encr aes 256\n authentication pre-share\n group 14",
  },
  { title: "no policy of the router's own", changes: "- crypto isakmp policy 10" },
  { title: "no list for groups", changes: "- crypto map VPN isakmp authorization list GROUPS" },
  { title: "the list for groups is not defined", changes: `${network} => aaa authorization network OTHERS local` },
  { title: "no aaa new-model", changes: "- aaa new-model" },
  { title: "a server is asked for groups", changes: `${network} => aaa authorization network GROUPS group radius` },
  {
    title: "a server is asked for groups, and the group is not here",
    changes: `${network} => aaa authorization network GROUPS group radius\n- crypto isakmp client configuration group STAFF`,
  },
  {
    title: "groups by a profile's list",
    changes: `- crypto map VPN isakmp authorization list GROUPS\n${profile("match identity group STAFF", "isakmp authorization list GROUPS")}`,
  },
  {
    title: "the group is another one",
    changes: "crypto isakmp client configuration group STAFF => crypto isakmp client configuration group GUESTS",
  },
  { title: "there is no group", changes: "- crypto isakmp client configuration group STAFF" },
  { title: "the group has no key", changes: "- key Long-Group-Key-2024" },
  { title: "the right group key is typed", request: { groupKey: "Long-Group-Key-2024" } },
  { title: "a wrong group key is typed", request: { groupKey: "long-group-key-2024" } },
  {
    title: "the group key is encrypted, and one is typed",
    changes: "key Long-Group-Key-2024 => key 6 AAAA",
    request: { groupKey: "AAAA" },
  },
  { title: "the group key is encrypted, and none is typed", changes: "key Long-Group-Key-2024 => key 6 AAAA" },
  {
    title: "the group is one short of full",
    changes: `${GROUP}\n max-users 2`,
    connected: [at("bob", 1), at("eve", 2, "GUESTS")],
  },
  { title: "the group is full", changes: `${GROUP}\n max-users 2`, connected: [at("bob", 1), at("eve", 2)] },
  { title: "nobody asks for a user", changes: "- crypto map VPN client authentication list CLIENTS" },
  { title: "the list of users is not defined", changes: `${login} => aaa authentication login OTHERS local` },
  {
    title: "users by a profile's list",
    changes: `- crypto map VPN client authentication list CLIENTS\n${profile("match identity group STAFF", "client authentication list CLIENTS")}`,
  },
  { title: "everybody is let in", changes: `${login} => aaa authentication login CLIENTS none` },
  {
    title: "everybody is let in, whatever they call themselves",
    changes: `${login} => aaa authentication login CLIENTS none\n- ${user}`,
    request: { user: "mallory" },
  },
  { title: "a server is asked for users", changes: `${login} => aaa authentication login CLIENTS group radius local` },
  { title: "users by name in their own case", changes: `${login} => aaa authentication login CLIENTS local-case` },
  { title: "there are no users", changes: `- ${user}` },
  { title: "there are no users, and one is typed", changes: `- ${user}`, request: { user: "bob" } },
  { title: "the user is not known", request: { user: "mallory" } },
  { title: "the right password is typed", request: { user: "alice", password: "Long-Secret-2024" } },
  { title: "a wrong password is typed", request: { user: "alice", password: "long-secret-2024" } },
  {
    title: "the password is stored as a hash",
    changes: `${user} => username alice secret 5 $1$abcd$efghijklmnopqrstuvwxyz`,
    request: { password: "guess" },
  },
  {
    title: "one login is left",
    changes: `${GROUP}\n max-logins 2`,
    connected: [at("alice", 1), at("bob", 2), at("alice", 3, "GUESTS")],
  },
  { title: "no login is left", changes: `${GROUP}\n max-logins 2`, connected: [at("alice", 1), at("alice", 2)] },
  { title: "nothing hands out addresses", changes: "- crypto map VPN client configuration address respond" },
  {
    title: "the gateway offers addresses itself",
    changes: "client configuration address respond => client configuration address initiate".replace(
      /client/g,
      "crypto map VPN client",
    ),
  },
  {
    title: "the gateway offers addresses and is asked",
    changes: "crypto map VPN client configuration address initiate",
  },
  {
    title: "addresses by a profile",
    changes: `- crypto map VPN client configuration address respond\n${profile("match identity group STAFF", "client configuration address respond")}`,
  },
  { title: "no pool", changes: "- pool CLIENT-POOL" },
  {
    title: "the older pool for everybody",
    changes: "- pool CLIENT-POOL\ncrypto isakmp client configuration address-pool local CLIENT-POOL",
  },
  { title: "the pool does not exist", changes: "pool CLIENT-POOL => pool OTHERS" },
  {
    title: "the pool ends before it starts",
    changes: "ip local pool CLIENT-POOL 10.9.0.1 10.9.0.200 => ip local pool CLIENT-POOL 10.9.0.200 10.9.0.1",
  },
  { title: "the first address is taken", connected: [at("bob", 1)] },
  {
    title: "one address is left",
    changes: "ip local pool CLIENT-POOL 10.9.0.1 10.9.0.200 => ip local pool CLIENT-POOL 10.9.0.1 10.9.0.2",
    connected: [at("bob", 1)],
  },
  {
    title: "no address is left",
    changes: "ip local pool CLIENT-POOL 10.9.0.1 10.9.0.200 => ip local pool CLIENT-POOL 10.9.0.1",
    connected: [at("bob", 1)],
  },
  {
    title: "all that a group can say",
    changes: `${GROUP}\n domain example.net\n dns 10.1.0.53 10.1.0.54\n wins 10.1.0.55\n split-dns example.net\n split-dns example.org`,
  },
  { title: "no split-tunnel list", changes: "- acl SPLIT" },
  { title: "the split-tunnel list does not exist", changes: "acl SPLIT => acl GONE" },
  {
    title: "two networks in the split-tunnel list",
    changes: "+ip access-list extended SPLIT\n permit ip 10.3.0.0 0.0.255.255 any",
  },
  { title: "the dynamic map is not there", changes: "- crypto dynamic-map DYN 10" },
  { title: "the dynamic entry has no transform set", changes: "- set transform-set TS-AES256" },
  { title: "the transform set has AH", changes: transforms("ah-sha-hmac esp-aes 256 esp-sha-hmac") },
  { title: "the transform set has DES", changes: transforms("esp-des esp-sha-hmac") },
  { title: "the transform set has 3DES and MD5", changes: transforms("esp-3des esp-md5-hmac") },
  { title: "the transform set has SHA-256", changes: transforms("esp-aes 256 esp-sha256-hmac") },
  { title: "the transform set has no authenticator", changes: transforms("esp-aes 256") },
  {
    title: "the second transform set is for clients",
    changes:
      "crypto ipsec transform-set STRONG esp-aes 256 esp-sha256-hmac\nset transform-set TS-AES256 => set transform-set STRONG TS-AES256",
  },
  { title: "the dynamic entry wants PFS", changes: "+crypto dynamic-map DYN 10\n set pfs group2" },
  {
    title: "the dynamic entry wants PFS, and the group tells clients so",
    changes: `+crypto dynamic-map DYN 10\n set pfs group2\n${GROUP}\n pfs`,
  },
  {
    title: "the dynamic entry permits what clients get",
    changes: entryList("permit ip 10.1.0.0 0.0.255.255 10.9.0.0 0.0.0.255"),
  },
  {
    title: "the dynamic entry permits something else",
    changes: entryList("permit ip 10.7.0.0 0.0.0.255 10.9.0.0 0.0.0.255"),
  },
  {
    title: "the second dynamic entry takes the client",
    changes: `${entryList("permit ip 10.7.0.0 0.0.0.255 10.9.0.0 0.0.0.255")}\ncrypto dynamic-map DYN 20\n set transform-set TS-AES256\n reverse-route`,
  },
  { title: "answers are translated", changes: "- deny   ip 10.1.0.0 0.0.0.255 10.9.0.0 0.0.0.255" },
  {
    title: "answers would be translated, but not out of this interface",
    changes: "- deny   ip 10.1.0.0 0.0.0.255 10.9.0.0 0.0.0.255\n- ip nat outside",
  },
  {
    title: "answers would be translated, but come from no inside interface",
    changes: "- deny   ip 10.1.0.0 0.0.0.255 10.9.0.0 0.0.0.255\n- ip nat inside",
  },
];
