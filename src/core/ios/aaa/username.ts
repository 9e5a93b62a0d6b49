import type { Secret } from "../../model/isakmp.ts";
import type { User } from "../../model/remoteAccess.ts";
import { globalCommand } from "../command.ts";

interface UserArguments {
  name: string;
  privilege?: number;
  secret?: Secret;
  password?: Secret;
}

export const username = globalCommand<"user", UserArguments>({
  syntax:
    "username <name:word> [privilege <privilege:0-15>] [{secret <secret:password> | password <password:password>}]",
  kind: "user",
  removesElement: true,
  name: (args) => args.name,
  create: (args) => ({ name: args.name }),
  read(user, args) {
    const secret = args.secret ?? args.password;
    if (args.privilege !== undefined) user.privilege = args.privilege;
    if (secret === undefined) return undefined;
    user.secret = secret;
    user.kind = args.secret === undefined ? "password" : "secret";
    return undefined;
  },
  write: (user) => [argumentsOf(user)],
  summary: "A user of the router; with local methods also a remote user of the VPN.",
  source: "Cisco IOS Security Command Reference, username",
  words: {
    privilege: "What the user may do, 0 to 15; 1 without it.",
    secret: "Stored as a hash that can't be turned back.",
    password: "Stored in clear, or so that it can be turned back.",
  },
});

function argumentsOf(user: User): UserArguments {
  const { kind, name, privilege, secret } = user;
  return {
    name,
    ...(privilege === undefined ? {} : { privilege }),
    ...(secret === undefined ? {} : { [kind ?? "password"]: secret }),
  };
}
