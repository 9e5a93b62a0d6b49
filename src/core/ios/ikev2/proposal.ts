import type { Ikev2Proposal } from "../../model/ikev2.ts";
import { globalCommand, sectionCommand } from "../command.ts";

const source = "Cisco IOS Security Command Reference, crypto ikev2 proposal";

export const ikev2Proposal = globalCommand<"ikev2Proposal", { name: string }>({
  syntax: "crypto ikev2 proposal <name:name>",
  kind: "ikev2Proposal",
  opens: "ikev2-proposal",
  removesElement: true,
  name: (args) => args.name,
  create: (args) => ({ name: args.name, encryption: [], integrity: [], prf: [], groups: [], kept: [] }),
  write: (proposal) => [{ name: proposal.name }],
  summary: "What IKEv2 offers: ciphers, hashes and groups, several of each.",
  source,
});

export const ikev2Encryption = sectionCommand<Ikev2Proposal>({
  syntax: "encryption <encryption:des|3des|aes-cbc-128|aes-cbc-192|aes-cbc-256|aes-gcm-128|aes-gcm-256>...",
  field: "encryption",
  summary: "Ciphers in order of preference. With GCM the proposal has a prf and no integrity.",
  source,
});

export const ikev2Integrity = sectionCommand<Ikev2Proposal>({
  syntax: "integrity <integrity:md5|sha1|sha256|sha384|sha512>...",
  field: "integrity",
  summary: "Hashes that authenticate messages, in order of preference.",
  source,
});

export const ikev2Prf = sectionCommand<Ikev2Proposal>({
  syntax: "prf <prf:md5|sha1|sha256|sha384|sha512>...",
  field: "prf",
  withoutIt: "The same as the integrity hash.",
  summary: "Functions that keys are derived with, in order of preference.",
  source,
});

export const ikev2Group = sectionCommand<Ikev2Proposal>({
  syntax: "group <groups:1|2|5|14|15|16|19|20|21|24>...",
  field: "groups",
  summary: "Diffie-Hellman groups in order of preference.",
  source,
});
