import type { ElementKind, Place, Router } from "../model/router.ts";
import { interfaceNameOf } from "./interfaceWord.ts";

/** A part of printed output that stands for something in the router's configuration. */
export interface OutputLink {
  /** Line of the output and columns in it, counted from 0; `end` is behind the last character. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly place: Place;
}

/** Forms of output lines that name an element; the first group is the name, a second one is the sequence of an entry. */
const forms: readonly { readonly kind: ElementKind; readonly form: RegExp }[] = [
  { kind: "cryptoMapEntry", form: /^Crypto Map (?:IPv4 )?"([^"]+)" (\d+)/ },
  { kind: "dynamicMapEntry", form: /^Crypto Map Template "([^"]+)" (\d+)/ },
  { kind: "dynamicMapEntry", form: /dynamic map (\S+)\/(\d+)/ },
  { kind: "interface", form: /^\s*interface:? (\S+)/i },
  { kind: "interface", form: /^ {16}([A-Z][a-zA-Z-]+[\d/.:]+)$/ },
  { kind: "interface", form: /^([A-Z][A-Za-z-]+\d[\d/.:]*) +\S+ +YES / },
  { kind: "accessList", form: /(?:Extended|Standard) IP access list (\S+)/ },
  { kind: "transformSet", form: /^Transform set ([^:]+):/ },
  { kind: "transformSet", form: /^ {16}(\S+): {2}\{/ },
  { kind: "isakmpPolicy", form: /(?:suite of priority|against priority) (\d+)/ },
  { kind: "isakmpProfile", form: /^\s*(?:ISAKMP )?Profile: (\S+)/ },
  { kind: "ipsecProfile", form: /^IPSEC profile (\S+)/ },
];

const listLine = /^ {4}(\d+) (?:permit|deny)\s.*?(?= \(\d+ match|$)/;

/** What the lines of a router's output lead to in its configuration; names that it does not define lead nowhere. */
export function outputLinks(router: Router, text: string): readonly OutputLink[] {
  const links: OutputLink[] = [];
  let list: string | undefined;
  text.split("\n").forEach((content, line) => {
    const heading = /^(?:Extended|Standard) IP access list (\S+)/.exec(content)?.[1];
    if (heading !== undefined) list = heading;
    else if (!content.startsWith(" ")) list = undefined;
    const numbered = listLine.exec(content);
    if (numbered && list !== undefined && router.elements.accessList.has(list)) {
      const place = {
        router: router.id,
        kind: "accessList",
        name: list,
        field: "lines",
        item: Number(numbered[1]),
      } as const;
      links.push({ line, start: 4, end: numbered[0].length, place });
      return;
    }
    for (const { kind, form } of forms) {
      const match = form.exec(content);
      const place = match && placeOf(router, kind, match[1] ?? "", match[2]);
      if (!place) continue;
      const start = match.index + match[0].indexOf(match[1] ?? "");
      links.push({ line, start, end: start + (match[1] ?? "").length, place });
      return;
    }
  });
  return links;
}

function placeOf(router: Router, kind: ElementKind, word: string, sequence: string | undefined): Place | undefined {
  const name =
    kind === "interface" ? (interfaceNameOf(word) ?? word) : sequence === undefined ? word : `${word} ${sequence}`;
  return router.elements[kind].has(name) ? { router: router.id, kind, name } : undefined;
}
