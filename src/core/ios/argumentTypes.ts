import { extendedEntry, standardEntry } from "./accessListArguments.ts";
import {
  address,
  addressOrHostname,
  interfaceName,
  interfaceOrAddress,
  localAddress,
  mask,
  maskOrLength,
  wildMask,
} from "./addressArguments.ts";
import { numberIn, oneNumberOf, oneOf, type ArgumentType } from "./argumentType.ts";
import { interfaceQualifier } from "./interfaceQualifier.ts";
import { groupMember, serviceMember } from "./groupMemberArguments.ts";
import { aaaMethod } from "./methodArguments.ts";
import { isakmpEncryption, pfsGroup, replayWindow } from "./keywordArguments.ts";
import {
  anyWord,
  extendedListNumber,
  hexadecimal,
  hostname,
  ipListNumber,
  key,
  line,
  name,
  password,
  standardListNumber,
  words,
} from "./nameArguments.ts";
import { transforms } from "./transformArguments.ts";

/** Every type of argument that a syntax can name. */
const named: Readonly<Record<string, ArgumentType>> = {
  address,
  mask,
  "wild-mask": wildMask,
  "address-or-hostname": addressOrHostname,
  interface: interfaceName,
  "interface-or-address": interfaceOrAddress,
  "local-address": localAddress,
  "mask-or-length": maskOrLength,
  "aaa-method": aaaMethod,
  "interface-qualifier": interfaceQualifier,
  name,
  word: anyWord,
  words,
  hostname,
  hex: hexadecimal,
  key,
  password,
  description: line("a text of at most 240 characters", 240),
  remark: line("a text of at most 100 characters", 100),
  line: line("a text", 4096),
  "extended-list-number": extendedListNumber,
  "standard-list-number": standardListNumber,
  "list-number": ipListNumber,
  "extended-entry": extendedEntry,
  "standard-entry": standardEntry,
  "group-member": groupMember,
  "service-member": serviceMember,
  transforms,
  encryption: isakmpEncryption,
  "pfs-group": pfsGroup,
  "replay-window": replayWindow,
  // Ranges from the IOS Security Command Reference; the wider ones of IOS-XE from its YANG model.
  "lifetime-seconds": numberIn({ least: 120, most: 86400 }, { least: 120, most: 2592000 }),
  "lifetime-kilobytes": numberIn({ least: 2560, most: 536870912 }, { least: 2560, most: 4294967295 }),
};

const cache = new Map<string, ArgumentType>();

/** The type that a syntax names: by name, as a range, or by its alternatives. An unknown name is a fault in our code, and throws. */
export function argumentTypeOf(notation: string): ArgumentType {
  const known = cache.get(notation);
  if (known !== undefined) return known;
  const type = makeType(notation);
  cache.set(notation, type);
  return type;
}

function makeType(notation: string): ArgumentType {
  const type = named[notation];
  if (type !== undefined) return type;
  const range = /^(\d+)-(\d+)$/.exec(notation);
  if (range) return numberIn({ least: Number(range[1]), most: Number(range[2]) });
  const words = notation.split("|");
  if (words.every((word) => /^\d+$/.test(word))) return oneNumberOf(words.map(Number));
  if (words.length < 2) throw new Error(`No type of argument is called "${notation}".`);
  return oneOf(words);
}
