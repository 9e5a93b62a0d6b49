/**
 * The characters that web pages, word processors and chat programs put where a person typed another. IOS itself can't hold any
 * of them in a command word, so reading them as what was meant alters nothing that a router could have had.
 */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const blank = /[\t\v\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
const hyphen = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const doubleQuote = /[\u201c-\u201f\u00ab\u00bb]/g;
const singleQuote = /[\u2018-\u201b]/g;

/** A line without any of these needs no reading: it has printable ASCII characters only. */
export const unusualCharacter = /[^\x20-\x7e]/;

/** After these words a person's own text follows to the end of the line; it stays as it came. */
const freeTextWords = new Set(["description", "desc", "remark", "title", "alias", "banner", "command", "menu"]);

/** After these words, and a digit for the type of encryption, a secret follows; it stays as it came. */
const secretWords = new Set([
  "key",
  "password",
  "secret",
  "pre-shared-key",
  "key-string",
  "community",
  "local",
  "remote",
  "cipher",
  "authenticator",
]);

/**
 * The command words of a line as IOS would hold them: ordinary blanks, hyphens and quotes, nothing invisible. Descriptions,
 * remarks and secrets keep their characters.
 */
export function ordinaryText(line: string): string {
  const words = line.replace(blank, " ").split(" ");
  let at = 0;
  let secretNext = false;
  const read: string[] = [];
  for (const word of words) {
    const ordinary = ordinaryWord(word);
    read.push(secretNext ? word : ordinary);
    at += word.length + 1;
    const name = ordinary.toLowerCase();
    if (freeTextWords.has(name)) {
      read.push(line.slice(at));
      break;
    }
    secretNext = secretWords.has(name) || (secretNext && /^[0-9]?$/.test(ordinary));
  }
  return read.join(" ").trim();
}

function ordinaryWord(word: string): string {
  return word.replace(invisible, "").replace(hyphen, "-").replace(doubleQuote, '"').replace(singleQuote, "'");
}

/** Whether a character takes no room at the start of a line. */
export function isInvisible(character: string): boolean {
  invisible.lastIndex = 0;
  return invisible.test(character);
}

/** Whether a character is some kind of blank. */
export function isBlank(character: string): boolean {
  blank.lastIndex = 0;
  return character === " " || blank.test(character);
}
