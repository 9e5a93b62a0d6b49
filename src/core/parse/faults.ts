import { expectationText, type FailedLine } from "../ios/explain.ts";
import { wordsOf, type Cursor } from "../ios/cursor.ts";
import { stepOfWords } from "../ios/globalSteps.ts";
import { modeOf } from "../ios/modes.ts";
import { nearestWord } from "../ios/nearMiss.ts";
import type { ElementKind } from "../model/router.ts";
import type { SyntaxDiagnostic } from "../model/source.ts";
import type { Reading, Section } from "./reading.ts";

/** What is wrong with a line, and with which of its words. */
export interface Fault extends Omit<SyntaxDiagnostic, "line" | "column" | "endColumn"> {
  readonly from: number;
  readonly to: number;
}

/** Sections that are about VPNs from their first line to their last. */
const vpnKinds: ReadonlySet<ElementKind> = new Set<ElementKind>([
  "ikev2Proposal",
  "ikev2Policy",
  "ikev2Keyring",
  "ikev2Profile",
  "keyring",
  "isakmpPolicy",
  "isakmpPeer",
  "clientGroup",
  "isakmpProfile",
  "transformSet",
  "ipsecProfile",
  "dynamicMapEntry",
  "cryptoMapEntry",
  "accessList",
]);

/** Certificates and keys: about trust, and kept as they are. */
const trustWords = new Set(["pki", "ca", "key", "provisioning", "ssl"]);

/** Why a line that is no command of the model concerns VPNs; undefined where it does not, and is kept without a word. */
export function faultOf(
  failed: FailedLine,
  reading: Reading,
  section: Section | undefined,
  start: number,
): Fault | undefined {
  const { cursor } = reading;
  const words = wordsOf(cursor);
  const word = words[failed.at];
  const keywords = failed.expected.flatMap((one) => (one.keyword === undefined ? [] : [one.keyword]));
  const suggestion = word === undefined ? undefined : (nearestWord(word, keywords) ?? gluedTitle(word, section));
  const inVpnSection = section !== undefined && vpnKinds.has(section.owner.kind);
  const first = (words[start] ?? "").toLowerCase();
  const crypto = first === "crypto" && words.length > start + 1;
  if (failed.command !== undefined) return malformed(failed, word, suggestion, crypto || inVpnSection);
  if (crypto && trustWords.has((words[start + 1] ?? "").toLowerCase())) return undefined;
  if (!crypto && !inVpnSection) {
    // Outside VPN matters a slip of the pen is worth a word only where no other command has that name.
    if (suggestion === undefined || stepOfWords(words) !== undefined) return undefined;
    if (failed.at !== start || !/^[\w-]+$/.test(word ?? "")) return undefined;
  }
  if (suggestion !== undefined)
    return fault(
      failed,
      "error",
      "syntax",
      `There is no "${word ?? ""}" here. Did you mean ${suggestion}?`,
      suggestion,
    );
  const known = expectationText(failed.expected);
  return fault(
    failed,
    "info",
    "unknown-line",
    `This line is not understood; it is kept as it is. Known here: ${known}.`,
  );
}

/** The keywords agree with a command, and its arguments do not. */
function malformed(
  failed: FailedLine,
  word: string | undefined,
  suggestion: string | undefined,
  aboutVpn: boolean,
): Fault {
  const expected = expectationText(failed.expected);
  if (word === undefined) return fault(failed, "error", "syntax", `The command is incomplete: expected ${expected}.`);
  const told = `"${word}" does not fit here: expected ${expected}.`;
  if (suggestion !== undefined)
    return fault(failed, "error", "syntax", `${told} Did you mean ${suggestion}?`, suggestion);
  // Of commands that are not about VPNs the model knows the usual forms, and not each that IOS takes.
  return aboutVpn
    ? fault(failed, "error", "syntax", told)
    : fault(failed, "warning", "unknown-line", `${told} The line is kept as it is, and not taken into account.`);
}

function fault(
  { at }: FailedLine,
  severity: Fault["severity"],
  rule: Fault["rule"],
  message: string,
  suggestion?: string,
): Fault {
  return { from: at, to: at, severity, rule, message, ...(suggestion === undefined ? {} : { suggestion }) };
}

/** The command whose keywords somebody wrote as one word, or joined by a hyphen: `cryptomap`, `set-peer`. */
function gluedTitle(word: string, section: Section | undefined): string | undefined {
  const lower = word.toLowerCase();
  return (section?.mode ?? modeOf("global")).commands
    .map(({ title }) => title)
    .find((title) => title.includes(" ") && glued(title.toLowerCase()) === glued(lower));
}

function glued(words: string): string {
  return words.replace(/[ -]/g, "");
}

/** First words that are global commands in one place and commands of an interface in another. */
const alsoOfInterfaces = new Set([
  "cdp",
  "ip dhcp",
  "ip inspect",
  "ip tcp",
  "ip vrf",
  "ipv6 cef",
  "lldp",
  "logging",
  "no cdp",
  "no logging",
  "ntp",
  "vlan",
]);

/** Whether the words are known to begin a global command outside the model. */
export function isKnownElsewhere(cursor: Cursor, section: Section): boolean {
  const words = wordsOf(cursor);
  const step = stepOfWords(words);
  if (step === undefined) return false;
  const two = `${words[0] ?? ""} ${words[1] ?? ""}`;
  return section.owner.kind !== "interface" || !(alsoOfInterfaces.has(two) || alsoOfInterfaces.has(words[0] ?? ""));
}
