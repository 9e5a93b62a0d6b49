/**
 * Lines of a terminal session that are no configuration and begin with a letter or a digit, so that only their words tell.
 * Each pattern is anchored and looks at a bounded beginning; before it the first three letters, a blank among them, that it takes.
 */
const sessionLines: readonly (readonly [beginnings: string, pattern: RegExp])[] = [
  // What IOS writes before a configuration, and around saving one.
  ["bui", /^Building configuration\.\.\./i],
  ["cur", /^Current configuration ?:/i],
  ["usi", /^Using \d+ out of \d+ bytes/i],
  ["loa", /^Load for five secs/i],
  ["tim", /^Time source is/i],
  ["las", /^Last configuration change at /i],
  ["nva", /^NVRAM config last updated/i],
  ["no ", /^No configuration change since last restart/i],
  ["ent", /^Enter configuration commands, one per line/i],
  ["ent", /^Enter TEXT message/i],
  ["des", /^Destination filename \[/i],
  ["sou", /^Source filename \[/i],
  ["pre", /^Press RETURN to get started/i],
  ["use", /^User Access Verification/i],
  ["pas|use|log", /^(?:Password|Username|login as): ?\S*$/i],
  ["try", /^Trying \S+ .*\.\.\./i],
  ["tra", /^Translating "/i],
  ["con", /^Connected to /i],
  ["con", /^Connection to \S+ closed/i],
  ["esc", /^Escape character is /i],
  ["rom", /^rommon \d+ >/i],
  // Exec commands in a script: they configure nothing.
  ["en |ena", /^en(?:a|ab|abl|able)?$/i],
  ["dis", /^disable$/i],
  ["con", /^conf(?:i\w*)?(?: t\w*)?$/i],
  ["wr |wri", /^wr(?:i|it|ite)?(?: mem\w*| t\w*| net\w*)?$/i],
  ["cop", /^copy (?:run|start|tftp|flash|ftp|scp|http|nvram|system)\S*(?: \S+)?$/i],
  ["rel", /^reload(?: (?:in|at|cancel).*)?$/i],
  ["do ", /^do \S/i],
  ["sh |sho", /^sho?w? \S/i],
  ["pin|tra|tel|ssh", /^(?:ping|traceroute|telnet|ssh) (?:ip )?[\w.:-]+(?: \S+)*$/i],
  ["deb|und|un ", /^(?:debug|undebug|un) \S/i],
  ["cle", /^clear (?:crypto|ip|arp|access-list|counters|line|logging|isakmp)\b/i],
  ["ter", /^term(?:inal)? (?:len\w*|mon\w*|wid\w*|no)\b/i],
];

/** What a router's name begins, which may be any of them. */
const consoleIsAvailable = /^\S+ con\d+ is now available/i;

/** The patterns by the first three letters of a line; a line that begins otherwise is none of these. */
const patterns = new Map<number, RegExp[]>();
for (const [beginnings, pattern] of sessionLines)
  for (const letters of beginnings.split("|")) {
    const known = patterns.get(beginningOf(letters));
    if (known === undefined) patterns.set(beginningOf(letters), [consoleIsAvailable, pattern]);
    else known.push(pattern);
  }

/** The first three letters of a text, in lower case, as one number; a missing letter counts as a blank. */
export function beginningOf(text: string): number {
  return asOne(letterOf(text, 0), letterOf(text, 1), letterOf(text, 2));
}

/** The same of characters. */
export function beginningIn(codes: Uint16Array, from: number, end: number): number {
  const second = from + 1 < end ? (codes[from + 1] ?? 0) : 32;
  const third = from + 2 < end ? (codes[from + 2] ?? 0) : 32;
  return asOne(from < end ? (codes[from] ?? 0) : 32, second, third);
}

function letterOf(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 32;
}

function asOne(first: number, second: number, third: number): number {
  return ((first | 32) << 16) | ((second | 32) << 8) | (third | 32);
}

/** Behind it stands what a person wrote, whatever it looks like. */
export const DESCRIPTION = "description ";

/** Whether a line that begins with a letter is part of a session and no configuration. */
export function isSessionLine(text: string): boolean {
  if (text.startsWith(DESCRIPTION)) return false;
  return patterns.get(beginningOf(text))?.some((pattern) => pattern.test(text)) === true;
}

/** How lines begin that may be part of a session. */
export function sessionBeginnings(): Iterable<number> {
  return patterns.keys();
}

const consoleMessage =
  /^(?:<\d{1,3}>)?(?:[\d.]{1,15}:? )?(?:\d{1,10}: )?(?:[\w.-]{1,63}: )?(?:[*.]?(?:[A-Z][a-z]{2} {1,2}\d{1,2} (?:\d{4} )?\d\d?:\d\d:\d\d|\d\d?:\d\d:\d\d|\d+[ywd]\d+[wdh])(?:\.\d{1,6})?(?: [A-Z]{2,5})?: |%[A-Z][A-Z0-9_-]{1,60}-[0-7]-[A-Z0-9_]{1,60}: ?)/;
const clockLine = /^[*.]?\d\d:\d\d:\d\d(?:\.\d+)? [A-Z]{2,5} [A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d/;

/** Whether a line is a console or debug message: `*Mar  1 00:01:02.123: %SYS-5-CONFIG_I: …`, `00:01:02: ISAKMP: …`. */
export function isConsoleMessage(text: string): boolean {
  return consoleMessage.test(text) || clockLine.test(text);
}

/** IOS's refusals of the line before, under which a caret may stand. */
const refusal = /^% ?(?:Invalid input|Incomplete command|Ambiguous command|Unrecognized command|Unknown command)/i;

/** Whether IOS says that it did not take the line before. */
export function isRefusal(text: string): boolean {
  return refusal.test(text);
}
