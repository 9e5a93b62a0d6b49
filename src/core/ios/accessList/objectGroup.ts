import type { ObjectGroup, ObjectGroupMember } from "../../model/accessList.ts";
import { globalCommand, sectionCommand } from "../command.ts";

const source = "Cisco IOS Security Command Reference, object-group";

export const objectGroupNetwork = globalCommand<"objectGroup", { name: string }>({
  syntax: "object-group network <name:name>",
  kind: "objectGroup",
  opens: "network-group",
  removesElement: true,
  name: (args) => args.name,
  create: (args) => ({ name: args.name, type: "network", members: [] }),
  write: (group) => (group.type === "network" ? [{ name: group.name }] : []),
  summary: "Gathers addresses under a name for use in access lists.",
  source,
});

export const objectGroupService = globalCommand<"objectGroup", { name: string }>({
  syntax: "object-group service <name:name>",
  kind: "objectGroup",
  opens: "service-group",
  removesElement: true,
  name: (args) => args.name,
  create: (args) => ({ name: args.name, type: "service", members: [] }),
  write: (group) => (group.type === "service" ? [{ name: group.name }] : []),
  summary: "Gathers protocols and ports under a name for use in access lists.",
  source,
});

export const objectGroupDescription = sectionCommand<ObjectGroup, { description: string }>({
  syntax: "description <description:description>",
  field: "description",
  summary: "A note on the group, for people.",
  source,
});

export const networkMember = sectionCommand<ObjectGroup, { members: ObjectGroupMember }>({
  syntax: "<members:group-member>",
  field: "members",
  perItem: true,
  summary: "Addresses that belong to the group.",
  source,
  words: { host: "One address.", range: "First and last address.", "group-object": "The members of another group." },
});

export const serviceMember = sectionCommand<ObjectGroup, { text: string }>({
  syntax: "<text:service-member>",
  field: "members",
  read(group, args) {
    const present = group.members.findIndex((member) => member.kind === "service" && member.text === args.text);
    return present >= 0 ? present : group.members.push({ kind: "service", text: args.text }) - 1;
  },
  write: (group) => group.members.flatMap((member) => (member.kind === "service" ? [{ text: member.text }] : [])),
  item: (_args, index) => index,
  remove(group, args) {
    group.members = group.members.filter((member) => member.kind !== "service" || member.text !== args.text);
  },
  summary: "A protocol with its ports that belongs to the group.",
  source,
});
