import { boundProfile } from "../derive/isakmpIdentity.ts";
import { entryView } from "../derive/cryptoMapSet.ts";
import type { AaaList, ClientGroup, User } from "../model/remoteAccess.ts";
import { placeAtGateway as place, type ClientRequest, type ClientSession, type Gateway } from "./clientGateway.ts";
import { formatPolicy, policiesOf, weakness, type FullPolicy } from "./isakmpPolicies.ts";
import { leaveOpen, refuse, tell, type ClientStory } from "./clientStory.ts";

/** What phase 1 settles with a client. */
export interface ClientPhase1 {
  readonly group: ClientGroup;
  readonly policy: number | null;
}

/** Aggressive mode with the group's key: the client names its group in the first message, and the gateway looks it up. */
export function authenticateGroup(
  story: ClientStory,
  gateway: Gateway,
  groupName: string | undefined,
  typedKey: string | undefined,
): ClientPhase1 | null {
  const { router, name } = gateway;
  const { elements } = router;
  const first = { stage: "phase1", message: "AM1", from: "client" } as const;
  const answer = { stage: "phase1", message: "AM2", from: "gateway" } as const;
  const settings = elements.isakmpSettings.get("");
  const globals = place(gateway, "isakmpSettings", "");
  if (settings?.disabled) return refuse(story, first, "ike-disabled", `${name} has IKE switched off.`, [globals]);
  if (groupName === undefined) {
    return refuse(story, first, null, "The clients have no group, so they have nothing to call themselves by.");
  }
  tell(
    story,
    first,
    `The client calls itself by its group, ${groupName}, and offers AES and 3DES with SHA and MD5, groups 2 and 5, with a pre-shared key.`,
  );
  if (settings?.aggressiveModeDisabled) {
    return refuse(
      story,
      answer,
      null,
      `${name} refuses aggressive mode, which is all that clients with a group key use.`,
      [globals],
    );
  }
  const policies = policiesOf(router);
  const policy = policies.find((one) => isForClients(one) && weakness(router, one) === undefined);
  if (!policy) {
    return refuse(
      story,
      answer,
      "ra-policy-group",
      `No ISAKMP policy of ${name} has 3DES or AES with group 2 or 5 and a pre-shared key, which is all that clients propose.`,
      policies.filter((one) => !one.builtIn).map((one) => place(gateway, "isakmpPolicy", String(one.priority))),
    );
  }
  if (policy.builtIn) {
    leaveOpen(
      story,
      answer,
      "p1-no-policy",
      `${name} has no ISAKMP policy, and which built-in ones it has depends on its release.`,
    );
  }
  const group = lookUpGroup(story, gateway, groupName);
  if (!group) return null;
  const groupAt = place(gateway, "clientGroup", group.name);
  if (!group.key) {
    return refuse(story, answer, "ra-group-no-key", `Group ${group.name} of ${name} has no key.`, [groupAt]);
  }
  const keyAt = place(gateway, "clientGroup", group.name, "key");
  if (typedKey !== undefined && group.key.type === 0 && typedKey !== group.key.text) {
    return refuse(story, answer, "psk-mismatch", `The client's key is not the key of group ${group.name}.`, [keyAt]);
  }
  if (typedKey !== undefined && group.key.type !== 0) {
    leaveOpen(story, answer, "psk-opaque", `The key of group ${group.name} is encrypted and can't be compared.`, [
      keyAt,
    ]);
  }
  tell(
    story,
    answer,
    `${name} takes policy ${policy.priority} (${formatPolicy(policy)}) and proves that it knows the group's key.`,
    [...(policy.builtIn ? [] : [place(gateway, "isakmpPolicy", String(policy.priority))]), keyAt],
  );
  tell(
    story,
    { stage: "phase1", message: "AM3", from: "client" },
    "The client proves the same; the IKE security association stands.",
  );
  return { group, policy: policy.builtIn ? null : policy.priority };
}

/** What software clients propose can't be configured. Source: Cisco Press on remote access servers. */
function isForClients({ encryption, hash, authentication, group }: FullPolicy): boolean {
  return (
    encryption !== "des" &&
    (hash === "sha" || hash === "md5") &&
    authentication === "pre-share" &&
    (group === 2 || group === 5)
  );
}

function lookUpGroup(story: ClientStory, gateway: Gateway, groupName: string): ClientGroup | null {
  const { router, name, set } = gateway;
  const { elements } = router;
  const moment = { stage: "phase1", message: "group", from: "gateway" } as const;
  const used = listNames(gateway).authorization;
  const mapAt = place(gateway, "cryptoMap", set.name);
  if (used === undefined) {
    return refuse(
      story,
      moment,
      null,
      `${name}: crypto map ${set.name} names no list for isakmp authorization, so no group is looked up.`,
      [mapAt],
    );
  }
  const list = definedList(story, gateway, "authorization network", used, "ra-net-list");
  if (!list) return null;
  if (!asksItself(list)) {
    const group = elements.clientGroup.get(groupName);
    leaveOpen(
      story,
      moment,
      null,
      `${name} asks ${list.methods[0] ?? "nobody"} for group ${groupName}, whose answer no configuration tells.`,
      [place(gateway, "aaaList", `authorization network ${used}`)],
    );
    return group ?? null;
  }
  const group = elements.clientGroup.get(groupName);
  if (!group) {
    return refuse(
      story,
      moment,
      elements.clientGroup.size === 0 ? "ra-no-group" : null,
      `${name} has no client configuration group ${groupName}.`,
      [mapAt],
    );
  }
  return group;
}

/** XAUTH: the user's name, without a name where nobody asks for one, null where the connection ends here. */
export function authenticateUser(
  story: ClientStory,
  gateway: Gateway,
  group: ClientGroup,
  { user: typedName, password }: ClientRequest,
  connected: readonly ClientSession[],
): { readonly name: string | null } | null {
  const { router, name, set } = gateway;
  const ask = { stage: "user", message: "XAUTH", from: "gateway" } as const;
  const answer = { stage: "user", message: "XAUTH", from: "client" } as const;
  const groupAt = place(gateway, "clientGroup", group.name);
  const inGroup = connected.filter((one) => one.group === group.name);
  if (group.maxUsers !== undefined && inGroup.length >= group.maxUsers) {
    return refuse(story, ask, null, `Group ${group.name} takes ${group.maxUsers} at most, and they are all in.`, [
      groupAt,
    ]);
  }
  const used = listNames(gateway).authentication;
  if (used === undefined) {
    tell(story, ask, `Crypto map ${set.name} asks for no user: whoever has the group's key is in.`, [
      place(gateway, "cryptoMap", set.name),
    ]);
    return { name: null };
  }
  const list = definedList(story, gateway, "authentication login", used, "ra-login-list");
  if (!list) return null;
  tell(story, ask, `${name} asks for a user and a password, by the list ${used}.`, [
    place(gateway, "aaaList", `authentication login ${used}`),
  ]);
  const { user: users } = router.elements;
  const wanted = typedName ?? [...users.keys()][0];
  if (list.methods[0] === "none") {
    tell(story, answer, "The list's method is none: anybody is let in.");
    return { name: wanted ?? null };
  }
  if (!asksItself(list)) {
    leaveOpen(
      story,
      answer,
      null,
      `${name} asks ${list.methods[0] ?? "nobody"}, whose answer no configuration tells.`,
      [place(gateway, "aaaList", `authentication login ${used}`)],
    );
    return { name: wanted ?? null };
  }
  if (users.size === 0 || wanted === undefined) {
    return refuse(story, answer, "ra-no-local-user", `${name} looks users up locally and has none.`, [
      place(gateway, "aaaList", `authentication login ${used}`),
    ]);
  }
  const user = users.get(wanted);
  if (!user) return refuse(story, answer, null, `${name} knows no user ${wanted}.`);
  if (!passwordHolds(story, gateway, user, password)) return null;
  const logins = inGroup.filter((one) => one.user === user.name).length;
  if (group.maxLogins !== undefined && logins >= group.maxLogins) {
    return refuse(
      story,
      answer,
      null,
      `${user.name} is logged in ${logins} times, as often as group ${group.name} allows.`,
      [groupAt],
    );
  }
  tell(story, answer, `${user.name} is who they say.`, [place(gateway, "user", user.name)]);
  return { name: user.name };
}

function passwordHolds(story: ClientStory, gateway: Gateway, user: User, typed: string | undefined): boolean {
  const moment = { stage: "user", message: "XAUTH", from: "client" } as const;
  const userAt = [place(gateway, "user", user.name)];
  if (typed === undefined) return true;
  if (user.secret?.type !== 0) {
    leaveOpen(
      story,
      moment,
      null,
      `The password of ${user.name} is stored as a hash, so it can't be compared here.`,
      userAt,
    );
    return true;
  }
  if (user.secret.text === typed) return true;
  refuse(story, moment, null, `The password is not that of ${user.name}.`, userAt);
  return false;
}

/** The lists that the map, or the profile that its clients come in by, names. */
function listNames({ router, set, anchor }: Gateway): {
  readonly authentication: string | undefined;
  readonly authorization: string | undefined;
} {
  const profile = boundProfile(router.elements, entryView(set, anchor, anchor.dynamicEntries[0]));
  return {
    authentication: set.settings?.clientAuthenticationList ?? profile?.clientAuthenticationList,
    authorization: set.settings?.isakmpAuthorizationList ?? profile?.isakmpAuthorizationList,
  };
}

function definedList(
  story: ClientStory,
  gateway: Gateway,
  service: AaaList["service"],
  list: string,
  rule: "ra-net-list" | "ra-login-list",
): AaaList | null {
  const { router, name, set } = gateway;
  const moment =
    rule === "ra-net-list"
      ? ({ stage: "phase1", message: "group", from: "gateway" } as const)
      : ({ stage: "user", message: "XAUTH", from: "gateway" } as const);
  const mapAt = place(gateway, "cryptoMap", set.name);
  if (router.elements.aaaSettings.get("")?.newModel !== true) {
    return refuse(story, moment, "ra-no-aaa", `${name} has no aaa new-model, so its lists do not exist.`, [mapAt]);
  }
  return (
    router.elements.aaaList.get(`${service} ${list}`) ??
    refuse(
      story,
      moment,
      rule,
      `${name}: crypto map ${set.name} names the list ${list}, and there is no aaa ${service} ${list}.`,
      [mapAt],
    )
  );
}

/** The next method counts only when a server is down. */
function asksItself({ methods }: AaaList): boolean {
  return methods[0] === "local" || methods[0] === "local-case";
}
