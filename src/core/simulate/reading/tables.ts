import { transformContent, transformSetNamed } from "../../derive/transforms.ts";
import { accessListEntries } from "../../model/accessList.ts";
import { policiesOf } from "../../negotiate/isakmpPolicies.ts";
import { dialectOf } from "../../derive/dialect.ts";
import { entryWords } from "../show/wording.ts";
import {
  blocksOf,
  extent,
  found,
  type ExplainedRow,
  type OutputReader,
  type PastedLine,
  type PastedPart,
} from "./shownOutput.ts";

const nobody = (): readonly string[] => [];

const lineForm = /^\s*(\d+) ((?:permit|deny)\s.*?)(?: \((\d+) match(?:es)?\))?\s*$/;

/** `show access-lists`: a row for each line that has been met, or that the design has otherwise. */
export const accessLists: OutputReader = {
  command: "show access-lists",
  starts: /^(?:Extended|Standard) IP access list \S+/,
  ownAddresses: nobody,
  explain: (part) => ({
    rows: blocksOf(part.lines, /^(?:Extended|Standard) IP access list/).flatMap((block) => explainList(part, block)),
    missing: [],
  }),
};

function explainList({ design, router }: PastedPart, block: readonly PastedLine[]): readonly ExplainedRow[] {
  const name = found(block, /access list (\S+)/) ?? "";
  const own = router === undefined ? undefined : design.routers.get(router);
  const list = own?.elements.accessList.get(name);
  const isCrypto = [...(own?.elements.cryptoMapEntry.values() ?? [])].some((entry) => entry.matchAddress === name);
  const normal = (text: string) => text.replace(/\s+/g, " ").trim();
  const designed =
    own && list ? accessListEntries(list).map((one) => normal(entryWords(one, list.type, dialectOf(own)))) : [];
  const rows = block.slice(1).flatMap(({ number, text }): readonly ExplainedRow[] => {
    const match = lineForm.exec(text);
    if (!match) return [];
    const [, sequence = "", words = "", count] = match;
    const known = designed.includes(normal(words));
    const met =
      count === undefined
        ? "No packet has met it yet."
        : isCrypto && words.startsWith("permit")
          ? `${count} packets met it and were to be protected.`
          : `${count} packets met it.`;
    return [
      {
        line: number,
        endLine: number,
        about: `${name} ${sequence}: ${normal(words)}`,
        tone: count === undefined ? "info" : "good",
        says: [met],
        differs:
          !own || known
            ? []
            : [list ? "The design's list has no such line." : `The design has no access list ${name} on this router.`],
        peering: null,
        ...(list && router !== undefined && { place: { router, kind: "accessList" as const, name } }),
      },
    ];
  });
  const shown = new Set(block.map(({ text }) => normal(lineForm.exec(text)?.[2] ?? "")));
  const lacking = designed.filter((one) => !shown.has(one));
  if (lacking.length === 0) return rows;
  return [
    ...rows,
    {
      ...extent(block),
      about: `Access list ${name}`,
      tone: "warning",
      says: ["The router's list is shorter than the one that was designed."],
      differs: lacking.map((one) => `The design's list also has: ${one}`),
      peering: null,
    },
  ];
}

/** `show crypto ipsec transform-set`. */
export const transformSets: OutputReader = {
  command: "show crypto ipsec transform-set",
  starts: /^\s*Transform set \S+:/i,
  ownAddresses: nobody,
  explain: ({ design, router, lines }) => ({
    rows: blocksOf(lines, /^\s*Transform set \S+:/i).map((block): ExplainedRow => {
      const name = found(block, /Transform set (\S+):/i) ?? "";
      const own = router === undefined ? undefined : design.routers.get(router)?.elements;
      const set = own && transformSetNamed(own, name);
      const shown = block.flatMap(({ text }) => /\{ ((?:esp|ah|comp)-[^}]*?)\s*\}/.exec(text)?.[1]?.split(/\s+/) ?? []);
      const mode = found(block, /will negotiate = \{ (Tunnel|Transport)/);
      const transforms = shown.map((word) => word.replace(/^esp-(\d+)-aes$/, "esp-aes $1"));
      const same = set && transformContent(set) === transformContent({ ...set, transforms });
      return {
        ...extent(block),
        about: `Transform set ${name}: ${shown.join(" ")}`,
        tone: "info",
        says: [
          `It offers ${shown.join(" with ")} in ${mode === "Transport" ? "transport mode, where the traffic is between the endpoints themselves" : "tunnel mode"}.`,
        ],
        differs: !own
          ? []
          : !set
            ? [`The design has no transform set ${name} on this router.`]
            : [
                ...(same ? [] : [`In the design it is ${set.transforms.join(" ")}.`]),
                ...(mode !== undefined && (set.mode ?? "tunnel") !== mode.toLowerCase()
                  ? [`In the design its mode is ${set.mode ?? "tunnel"}.`]
                  : []),
              ],
        peering: null,
        ...(own?.transformSet.has(name) &&
          router !== undefined && { place: { router, kind: "transformSet" as const, name } }),
      };
    }),
    missing: [],
  }),
};

/** `show crypto isakmp policy`. */
export const isakmpPolicies: OutputReader = {
  command: "show crypto isakmp policy",
  starts: /^\s*(?:Global|Default) IKE policy|^\s*(?:Default )?protection suite of priority \d+/i,
  ownAddresses: nobody,
  explain: ({ design, router, lines }) => ({
    rows: blocksOf(lines, /protection suite of priority \d+/i).map((block): ExplainedRow => {
      const priority = Number(found(block, /priority (\d+)/) ?? 0);
      const own = router === undefined ? undefined : design.routers.get(router);
      const policy = own && policiesOf(own).find((one) => one.priority === priority);
      const shown = readPolicy(block);
      const names = {
        encryption: "encryption",
        hash: "hash",
        authentication: "authentication",
        group: "Diffie-Hellman group",
        lifetimeSeconds: "lifetime",
      } as const;
      return {
        ...extent(block),
        about: `ISAKMP policy ${String(priority)}`,
        tone: "info",
        says: [
          "A lower number is tried first. Both ends need one with the same encryption, hash, authentication and group.",
        ],
        differs: !own
          ? []
          : !policy
            ? [`The design has no ISAKMP policy ${String(priority)} on this router.`]
            : (Object.keys(names) as (keyof typeof names)[]).flatMap((field) =>
                shown[field] === undefined || shown[field] === String(policy[field])
                  ? []
                  : [`Its ${names[field]} is ${shown[field]}; in the design ${String(policy[field])}.`],
              ),
        peering: null,
        ...(policy &&
          !policy.builtIn &&
          router !== undefined && {
            place: { router, kind: "isakmpPolicy" as const, name: String(priority) },
          }),
      };
    }),
    missing: [],
  }),
};

function readPolicy(block: readonly PastedLine[]): Readonly<Record<string, string | undefined>> {
  const encryption = found(block, /encryption algorithm:\s+(.*\S)/) ?? "";
  const bits = /\((128|192|256) bit/.exec(encryption)?.[1];
  const hash = found(block, /hash algorithm:\s+(.*\S)/) ?? "";
  const sha2 = /\((256|384|512) bit/.exec(hash)?.[1];
  const authentication = found(block, /authentication method:\s+(.*\S)/) ?? "";
  return {
    encryption: encryption.startsWith("AES")
      ? `aes ${bits ?? "128"}`
      : encryption.startsWith("Three")
        ? "3des"
        : encryption.startsWith("DES")
          ? "des"
          : undefined,
    hash:
      sha2 === undefined
        ? hash.startsWith("Message")
          ? "md5"
          : hash.startsWith("Secure")
            ? "sha"
            : undefined
        : `sha${sha2}`,
    authentication: authentication.startsWith("Pre")
      ? "pre-share"
      : /Encryption/.test(authentication)
        ? "rsa-encr"
        : /Signature/.test(authentication)
          ? "rsa-sig"
          : undefined,
    group: found(block, /Diffie-Hellman group:\s+#(\d+)/),
    lifetimeSeconds: found(block, /lifetime:\s+(\d+) seconds/),
  };
}
