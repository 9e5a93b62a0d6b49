import type { ElementKind } from "../model/router.ts";
import type { ScriptLine } from "./scriptLine.ts";
import type { SectionLine } from "./sectionChange.ts";

/** Fields of an entry whose change ends its security associations. Source: Command Reference, crypto map (global IPsec). */
const entryFields: ReadonlySet<string> = new Set([
  "peers",
  "transformSets",
  "pfs",
  "matchAddress",
  "sessionKeys",
  "isakmpProfile",
  "ikev2Profile",
  "identity",
]);

/** Fields of an interface whose change ends the tunnels that end there. */
const interfaceFields: ReadonlySet<string> = new Set(["vrf", "address", "shutdown", "tunnel", "cryptoMap"]);

/** The element whose lines are marked. */
export interface Marking {
  readonly kind: ElementKind;
  readonly before: object | undefined;
  readonly wanted: object;
  /** The tunnels that its lines can end. */
  readonly tunnels: readonly string[];
  /** Tunnels that the section brings into action. */
  readonly comesUp: readonly string[];
  /** It was taken out of action before. */
  readonly out: boolean;
  /** It was taken away before, and comes anew. */
  readonly remade: boolean;
}

export function marked(mark: "drops" | "restores", tunnels: readonly string[]): Partial<ScriptLine> {
  return tunnels.length === 0 ? {} : { [mark]: tunnels.join(", ") };
}

/** The lines of a section, with a mark where tunnels go down and where they can come up. */
export function withMarks(lines: readonly SectionLine[], marking: Marking): readonly ScriptLine[] {
  const { comesUp, out, remade, tunnels } = marking;
  const ending = endingLines(lines, marking);
  const first = out || remade ? -1 : (ending[0] ?? -1);
  const last = remade || comesUp.length > 0 ? lines.length - 1 : (ending.at(-1) ?? -1);
  const back = comesUp.length > 0 ? comesUp : carriesAgain(marking) ? tunnels : [];
  return lines.map(({ note, place, text }, index) => ({
    text,
    place,
    ...(index === first && marked("drops", tunnels)),
    ...(index === last && marked("restores", back)),
    ...(note !== undefined && { note }),
  }));
}

/** The lines that end tunnels, or that a tunnel waits for which another line ended. */
function endingLines(lines: readonly SectionLine[], { kind, out }: Marking): readonly number[] {
  const fields = kind === "interface" ? interfaceFields : entryFields;
  // Another peer behind those that there are ends nothing.
  const peersStay = !out && !lines.some(({ alters, field }) => field === "peers" && alters);
  return lines.flatMap(({ field = "" }, index) =>
    fields.has(field) && !(field === "peers" && peersStay) ? [index] : [],
  );
}

/** Whether the element can carry its tunnels once its lines are given. */
function carriesAgain({ before, kind, wanted }: Marking): boolean {
  if (kind !== "interface") return true;
  const [old, one] = [before, wanted] as readonly (
    | {
        readonly shutdown?: true;
        readonly cryptoMap?: { readonly name: string };
        readonly tunnel?: { readonly protectionProfile?: string };
      }
    | undefined
  )[];
  if (one?.shutdown === true) return false;
  return one?.cryptoMap?.name === old?.cryptoMap?.name;
}
