/**
 * Lines of a terminal session that are no configuration and begin with a letter or a digit, so that only their words tell.
 * Each pattern is anchored and looks at a bounded beginning.
 */
const sessionLines: readonly RegExp[] = [
  // What IOS writes before a configuration, and around saving one.
  /^Building configuration\.\.\./i,
  /^Current configuration ?:/i,
  /^Using \d+ out of \d+ bytes/i,
  /^Load for five secs/i,
  /^Time source is/i,
  /^Last configuration change at /i,
  /^NVRAM config last updated/i,
  /^No configuration change since last restart/i,
  /^Enter configuration commands, one per line/i,
  /^Enter TEXT message/i,
  /^Destination filename \[/i,
  /^Source filename \[/i,
  /^Press RETURN to get started/i,
  /^User Access Verification/i,
  /^(?:Password|Username|login as): ?\S*$/i,
  /^Trying \S+ .*\.\.\./i,
  /^Translating "/i,
  /^Connected to /i,
  /^Connection to \S+ closed/i,
  /^Escape character is /i,
  /^rommon \d+ >/i,
  /^\S+ con\d+ is now available/i,
  // Exec commands in a script: they configure nothing.
  /^en(?:a|ab|abl|able)?$/i,
  /^disable$/i,
  /^conf(?:i\w*)?(?: t\w*)?$/i,
  /^wr(?:i|it|ite)?(?: mem\w*| t\w*| net\w*)?$/i,
  /^copy (?:run|start|tftp|flash|ftp|scp|http|nvram|system)\S*(?: \S+)?$/i,
  /^reload(?: (?:in|at|cancel).*)?$/i,
  /^do \S/i,
  /^sho?w? \S/i,
  /^(?:ping|traceroute|telnet|ssh) (?:ip )?[\w.:-]+(?: \S+)*$/i,
  /^(?:debug|undebug|un) \S/i,
  /^clear (?:crypto|ip|arp|access-list|counters|line|logging|isakmp)\b/i,
  /^term(?:inal)? (?:len\w*|mon\w*|wid\w*|no)\b/i,
];

/** The first three letters of every line above; a line that begins otherwise is none of them. */
const beginnings = new Set<number>();
for (const letters of `bui cur usi loa tim las nva no\u0020 ent des sou pre use pas log try tra con esc rom en\u0020 ena dis wr\u0020 wri
  cop rel do\u0020 sh\u0020 sho pin tel ssh deb und un\u0020 cle ter`.split(/[ \n]+/))
  beginnings.add(beginningOf(letters));

/** The first three letters of a text, in lower case, as one number; a missing letter counts as a blank. */
export function beginningOf(text: string): number {
  return ((text.charCodeAt(0) | 32) << 16) | ((text.charCodeAt(1) | 32) << 8) | (text.charCodeAt(2) | 32);
}

/** Whether a line that begins with a letter is part of a session and no configuration. */
export function isSessionLine(text: string): boolean {
  return beginnings.has(beginningOf(text)) && sessionLines.some((pattern) => pattern.test(text));
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
