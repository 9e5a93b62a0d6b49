import { abbreviated, type ArgumentType } from "./argumentType.ts";
import { expecting, wordAt, wordOf } from "./cursor.ts";

const keywords = ["point-to-point", "multipoint", "type"];

/** What may follow an interface's name on its line. */
export const interfaceQualifier: ArgumentType<string> = {
  label: "point-to-point|multipoint|type WORD",
  what: "point-to-point, multipoint or type tunnel",
  keywords,
  read(cursor) {
    const word = wordAt(cursor);
    const keyword =
      word === undefined || keywords.includes(word) ? word : cursor.lenient ? abbreviated(word, keywords) : undefined;
    const behind = wordOf(cursor, cursor.at + 1);
    if (keyword === undefined || (keyword === "type" && behind === undefined)) {
      for (const one of keywords) expecting(cursor, { keyword: one });
      return undefined;
    }
    if (keyword !== word) cursor.canonical = false;
    cursor.at += keyword === "type" ? 2 : 1;
    return keyword === "type" ? `type ${behind ?? ""}` : keyword;
  },
  format: (text) => text,
};
