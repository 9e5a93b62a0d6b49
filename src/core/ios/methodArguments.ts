import { missing, type ArgumentType } from "./argumentType.ts";
import { expecting, wordAt, wordOf } from "./cursor.ts";

const methods = [
  "group",
  "local",
  "local-case",
  "none",
  "line",
  "enable",
  "if-authenticated",
  "start-stop",
  "stop-only",
];

/** An AAA method: a word, or `group` with the name of servers behind it. */
export const aaaMethod: ArgumentType<string> = {
  label: "METHOD",
  what: "a method such as local or group radius",
  keywords: methods,
  read(cursor) {
    const word = wordAt(cursor);
    if (word === undefined) {
      for (const keyword of methods) expecting(cursor, { keyword });
      return missing(cursor, aaaMethod);
    }
    if (word !== "group") {
      cursor.at += 1;
      return word;
    }
    const group = wordOf(cursor, cursor.at + 1);
    if (group === undefined) return missing(cursor, { label: "WORD", what: "radius, tacacs+ or a group of servers" });
    cursor.at += 2;
    // The older spelling.
    if (group === "tacacs") cursor.canonical = false;
    return `group ${group === "tacacs" ? "tacacs+" : group}`;
  },
  format: (text) => text,
};
