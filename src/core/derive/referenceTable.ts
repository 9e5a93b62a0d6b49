import type { AccessList, AccessListAddress, AccessListLine, ObjectGroup } from "../model/accessList.ts";
import type { Interface } from "../model/interface.ts";
import type { Ikev2Profile } from "../model/ikev2.ts";
import type { IsakmpProfile } from "../model/isakmp.ts";
import type { NatRule, StaticNat } from "../model/nat.ts";
import type { AaaList } from "../model/remoteAccess.ts";
import type { ElementKind, ElementTypes } from "../model/router.ts";

/**
 * What a name in a configuration can be the name of. Names of one kind share a namespace; a crypto map, a dynamic map and a route
 * map are named by all their entries together.
 */
export type NameKind =
  | "aaaAccounting"
  | "aaaAuthentication"
  | "aaaAuthorization"
  | "accessList"
  | "clientGroup"
  | "cryptoMap"
  | "dynamicMap"
  | "ikev2Keyring"
  | "ikev2Profile"
  | "ikev2Proposal"
  | "interface"
  | "ipsecProfile"
  | "isakmpProfile"
  | "keyring"
  | "localPool"
  | "natPool"
  | "objectGroup"
  | "routeMap"
  | "transformSet"
  | "vrf";

/** A name within an element, and how to put another in its place. */
export interface NameField<E> {
  readonly field: string;
  readonly to: NameKind;
  /** Every name that stands in the field, with the list member that it stands in where there are several. */
  names(element: E): readonly { readonly name: string; readonly item?: string | number }[];
  renamed(element: E, from: string, into: string): E;
}

type Table = { readonly [K in ElementKind]?: readonly NameField<ElementTypes[K]>[] };

const none: readonly never[] = [];

/** A field that holds one name or none. */
function one<E>(field: keyof E & string, to: NameKind): NameField<E> {
  return {
    field,
    to,
    names: (element) => (typeof element[field] === "string" ? [{ name: element[field] }] : none),
    renamed: (element, from, into) => (element[field] === from ? { ...element, [field]: into } : element),
  };
}

/** A field that holds a list of names. */
function many<E>(field: keyof E & string, to: NameKind): NameField<E> {
  const list = (element: E) => element[field] as readonly string[];
  return {
    field,
    to,
    names: (element) => list(element).map((name) => ({ name, item: name })),
    renamed: (element, from, into) =>
      list(element).includes(from)
        ? { ...element, [field]: list(element).map((name) => (name === from ? into : name)) }
        : element,
  };
}

/** A field that holds a name of an interface or an address. */
function interfaceOrAddress<E>(field: keyof E & string): NameField<E> {
  const plain = one<E>(field, "interface");
  return { ...plain, names: (element) => plain.names(element).filter(({ name }) => !/^[\d.]+$/.test(name)) };
}

/** A name inside a nested object. */
function within<E>(
  field: keyof E & string,
  to: NameKind,
  get: (element: E) => string | undefined,
  set: (element: E, name: string) => E,
): NameField<E> {
  return {
    field,
    to,
    names: (element) => {
      const name = get(element);
      return name === undefined ? none : [{ name }];
    },
    renamed: (element, from, into) => (get(element) === from ? set(element, into) : element),
  };
}

const entryFields = [
  "matchAddress accessList",
  "accessGroupIn accessList",
  "accessGroupOut accessList",
  "isakmpProfile isakmpProfile",
  "ikev2Profile ikev2Profile",
] as const;

function cryptoMapEntryFields<K extends "cryptoMapEntry" | "dynamicMapEntry">(): readonly NameField<ElementTypes[K]>[] {
  return [
    many<ElementTypes[K]>("transformSets", "transformSet"),
    ...entryFields.map((field) => {
      const [name, to] = field.split(" ") as [keyof ElementTypes[K] & string, NameKind];
      return one<ElementTypes[K]>(name, to);
    }),
  ];
}

function tunnelField(
  field: "source" | "protectionProfile" | "protectionPolicy" | "vrf",
  to: NameKind,
): NameField<Interface> {
  return within<Interface>(
    "tunnel",
    to,
    (element) => {
      const name = element.tunnel?.[field];
      return name !== undefined && field === "source" && /^[\d.]+$/.test(name) ? undefined : name;
    },
    (element, name) => ({ ...element, tunnel: { ...element.tunnel, [field]: name } }),
  );
}

/** The names that refer, by the kind of element that they stand in. */
export const REFERENCES: Table = {
  interface: [
    one("accessGroupIn", "accessList"),
    one("accessGroupOut", "accessList"),
    one("vrf", "vrf"),
    within(
      "cryptoMap",
      "cryptoMap",
      (element) => element.cryptoMap?.name,
      (element, name) => ({ ...element, cryptoMap: { ...element.cryptoMap, name } }),
    ),
    within(
      "address",
      "interface",
      (element) => (element.address?.kind === "unnumbered" ? element.address.interface : undefined),
      (element, name) => ({ ...element, address: { kind: "unnumbered", interface: name } }),
    ),
    tunnelField("source", "interface"),
    tunnelField("protectionProfile", "ipsecProfile"),
    tunnelField("protectionPolicy", "accessList"),
    tunnelField("vrf", "vrf"),
  ],
  cryptoMap: [
    one("localAddress", "interface"),
    one("clientAuthenticationList", "aaaAuthentication"),
    one("isakmpAuthorizationList", "aaaAuthorization"),
    one("clientAccountingList", "aaaAccounting"),
    one("isakmpProfile", "isakmpProfile"),
  ],
  cryptoMapEntry: [...cryptoMapEntryFields<"cryptoMapEntry">(), one("dynamicMap", "dynamicMap")],
  dynamicMapEntry: cryptoMapEntryFields<"dynamicMapEntry">(),
  ipsecProfile: [
    many("transformSets", "transformSet"),
    one("isakmpProfile", "isakmpProfile"),
    one("ikev2Profile", "ikev2Profile"),
  ],
  isakmpProfile: [
    many("keyrings", "keyring"),
    one("vrf", "vrf"),
    one("clientAuthenticationList", "aaaAuthentication"),
    one("isakmpAuthorizationList", "aaaAuthorization"),
    one("accounting", "aaaAccounting"),
    one("clientConfigurationGroup", "clientGroup"),
    interfaceOrAddress("localAddress"),
    within<IsakmpProfile>(
      "virtualTemplate",
      "interface",
      (profile) => (profile.virtualTemplate === undefined ? undefined : `Virtual-Template${profile.virtualTemplate}`),
      (profile, name) => ({ ...profile, virtualTemplate: Number(/\d+$/.exec(name)?.[0] ?? profile.virtualTemplate) }),
    ),
    {
      field: "matches",
      to: "clientGroup",
      names: (profile) => profile.matches.flatMap((match) => (match.kind === "group" ? [{ name: match.name }] : [])),
      renamed: (profile, from, into) => ({
        ...profile,
        matches: profile.matches.map((match) =>
          match.kind === "group" && match.name === from ? { ...match, name: into } : match,
        ),
      }),
    },
    {
      field: "matches",
      to: "vrf",
      names: (profile) =>
        profile.matches.flatMap((match) =>
          match.kind === "address" && match.vrf !== undefined ? [{ name: match.vrf }] : [],
        ),
      renamed: (profile, from, into) => ({
        ...profile,
        matches: profile.matches.map((match) =>
          match.kind === "address" && match.vrf === from ? { ...match, vrf: into } : match,
        ),
      }),
    },
  ],
  keyring: [one("vrf", "vrf"), interfaceOrAddress("localAddress")],
  ikev2Policy: [many("proposals", "ikev2Proposal"), one("matchFvrf", "vrf")],
  ikev2Profile: [
    within<Ikev2Profile>(
      "keyring",
      "ikev2Keyring",
      (profile) => /^local (\S+)/.exec(profile.keyring ?? "")?.[1],
      (profile, name) => ({ ...profile, keyring: (profile.keyring ?? "").replace(/^local \S+/, `local ${name}`) }),
    ),
    one("ivrf", "vrf"),
  ],
  clientGroup: [one("pool", "localPool"), one("acl", "accessList"), many("accessRestrict", "interface")],
  isakmpSettings: [one("addressPoolLocal", "localPool")],
  natRule: [
    natField("match", "accessList", (rule) => rule.match.kind === "list"),
    natField("match", "routeMap", (rule) => rule.match.kind === "route-map"),
    natField("to", "interface", (rule) => rule.to.kind === "interface"),
    natField("to", "natPool", (rule) => rule.to.kind === "pool"),
    one("vrf", "vrf"),
  ],
  staticNat: [
    within<StaticNat>(
      "global",
      "interface",
      (nat) => (nat.global.kind === "interface" ? nat.global.name : undefined),
      (nat, name) => ({ ...nat, global: { kind: "interface", name } }),
    ),
    one("routeMap", "routeMap"),
    one("vrf", "vrf"),
  ],
  staticRoute: [one("interface", "interface"), one("vrf", "vrf")],
  routeMapEntry: [many("matchAddress", "accessList")],
  accessList: [
    {
      field: "lines",
      to: "objectGroup",
      names: (list) =>
        // Few lists name any.
        !list.lines.some(namesGroups)
          ? none
          : list.lines.flatMap((line) =>
              line.kind === "remark"
                ? []
                : [groupOf(line.source), groupOf(line.destination), line.serviceGroup].flatMap((name) =>
                    name === undefined ? [] : [{ name, item: line.sequence }],
                  ),
            ),
      renamed: renamedInList,
    },
  ],
  objectGroup: [
    {
      field: "members",
      to: "objectGroup",
      names: (group) => group.members.flatMap((member) => (member.kind === "group" ? [{ name: member.name }] : [])),
      renamed: (group: ObjectGroup, from, into) => ({
        ...group,
        members: group.members.map((member) =>
          member.kind === "group" && member.name === from ? { ...member, name: into } : member,
        ),
      }),
    },
  ],
};

/** The kinds of element that bring a name into being, by the field that holds it. */
export const DEFINITIONS: Table = {
  accessList: [one("name", "accessList")],
  aaaList: (
    [
      ["authentication login", "aaaAuthentication"],
      ["authorization network", "aaaAuthorization"],
      ["accounting network", "aaaAccounting"],
    ] as const
  ).map(([service, to]) =>
    within<AaaList>(
      "name",
      to,
      (list) => (list.service === service ? list.name : undefined),
      (list, name) => ({ ...list, name }),
    ),
  ),
  clientGroup: [one("name", "clientGroup")],
  cryptoMap: [one("name", "cryptoMap")],
  cryptoMapEntry: [one("map", "cryptoMap")],
  dynamicMapEntry: [one("map", "dynamicMap")],
  ikev2Keyring: [one("name", "ikev2Keyring")],
  ikev2Profile: [one("name", "ikev2Profile")],
  ikev2Proposal: [one("name", "ikev2Proposal")],
  interface: [one("name", "interface")],
  ipsecProfile: [one("name", "ipsecProfile")],
  isakmpProfile: [one("name", "isakmpProfile")],
  keyring: [one("name", "keyring")],
  localPool: [one("name", "localPool")],
  natPool: [one("name", "natPool")],
  objectGroup: [one("name", "objectGroup")],
  routeMapEntry: [one("map", "routeMap")],
  transformSet: [one("name", "transformSet")],
  vrf: [one("name", "vrf")],
};

/** Names that IOS knows without a definition: the global keys, the built-in set and profile, what `default` lists stand for. */
export const BUILT_IN_NAMES: { readonly [K in NameKind]?: readonly string[] } = {
  keyring: ["default"],
  transformSet: ["default"],
  ipsecProfile: ["default"],
  ikev2Proposal: ["default"],
};

function natField(field: "match" | "to", to: NameKind, applies: (rule: NatRule) => boolean): NameField<NatRule> {
  return within<NatRule>(
    field,
    to,
    (rule) => (applies(rule) ? rule[field].name : undefined),
    (rule, name) => ({ ...rule, [field]: { ...rule[field], name } }),
  );
}

function namesGroups(line: AccessListLine): boolean {
  return (
    line.kind === "entry" &&
    (line.serviceGroup !== undefined || line.source.kind === "object-group" || line.destination.kind === "object-group")
  );
}

function groupOf(address: AccessListAddress): string | undefined {
  return address.kind === "object-group" ? address.name : undefined;
}

function renamedInList(list: AccessList, from: string, into: string): AccessList {
  const side = (address: AccessListAddress): AccessListAddress =>
    groupOf(address) === from ? { kind: "object-group", name: into } : address;
  return {
    ...list,
    lines: list.lines.map((line) =>
      line.kind === "remark"
        ? line
        : {
            ...line,
            source: side(line.source),
            destination: side(line.destination),
            ...(line.serviceGroup === from ? { serviceGroup: into } : {}),
          },
    ),
  };
}
