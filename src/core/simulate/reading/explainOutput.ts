import { addressesOfInterface } from "../../derive/interfaceAddresses.ts";
import { routerNames } from "../../derive/routerNames.ts";
import type { Design } from "../../model/design.ts";
import type { RouterId } from "../../model/router.ts";
import { formatIpv4 } from "../../net/ipv4.ts";
import { cryptoMap } from "./cryptoMap.ts";
import { debugOutput } from "./debugOutput.ts";
import { ipsecSa } from "./ipsecSa.ts";
import { isakmpSa } from "./isakmpSa.ts";
import { isakmpSaDetail } from "./isakmpSaDetail.ts";
import { tunnelsWith } from "./tunnels.ts";
import { session } from "./session.ts";
import type { ExplainedOutput, OutputReader, PastedLine } from "./shownOutput.ts";
import { accessLists, isakmpPolicies, transformSets } from "./tables.ts";

const readers: readonly OutputReader[] = [
  isakmpSa,
  isakmpSaDetail,
  ipsecSa,
  session,
  cryptoMap,
  accessLists,
  transformSets,
  isakmpPolicies,
  debugOutput,
];

/**
 * Explains output of real routers against a design: which commands it is of, what each row means, and in what it is otherwise than
 * the design. Lines of other commands are passed over. `router` is who printed it where the text does not tell.
 */
export function explainOutput(design: Design, text: string, router?: RouterId): readonly ExplainedOutput[] {
  return partsOf(design, linesOf(text)).map(({ reader, lines, prompted }) => {
    const printedBy =
      prompted ?? ownerOf(design, reader.ownAddresses(lines)) ?? speakerTo(design, reader.peer?.(lines)) ?? router;
    const { rows, missing } = reader.explain({ design, router: printedBy, lines });
    return { command: reader.command, router: printedBy ?? null, line: lines[0]?.number ?? 1, rows, missing };
  });
}

/** What a terminal puts between the lines is taken off: pager marks with what wipes them out, and carriage returns. */
function linesOf(text: string): readonly PastedLine[] {
  return text.split(/\r?\n/).map((line, index) => ({
    number: index + 1,
    text: line
      .replaceAll("\b", "")
      .replaceAll("\r", "")
      .replace(/^\s*-+ ?More ?-+\s*/, "")
      .trimEnd(),
  }));
}

interface Part {
  readonly reader: OutputReader;
  readonly lines: PastedLine[];
  /** The router that the prompt above names. */
  readonly prompted: RouterId | undefined;
}

/** Outputs one after the other: each goes on until a prompt, or until the beginning of another. */
function partsOf(design: Design, lines: readonly PastedLine[]): readonly Part[] {
  const parts: Part[] = [];
  let prompted: RouterId | undefined;
  let open: Part | undefined;
  for (const line of lines) {
    const name = /^([A-Za-z0-9._-]+)(?:\([^)]*\))?[#>]/.exec(line.text)?.[1];
    if (name !== undefined) {
      prompted = routerNamed(design, name) ?? prompted;
      open = undefined;
      continue;
    }
    const reader = readers.find(({ starts }) => starts.test(line.text));
    // Lines that would begin an output stand within some too, such as an access list within a crypto map.
    if (reader && reader !== open?.reader && !belongsTo(open, reader)) {
      open = { reader, lines: [], prompted };
      parts.push(open);
    }
    open?.lines.push(line);
  }
  return parts;
}

/** What `show crypto map` prints of access lists and transform sets is no output of its own. */
function belongsTo(open: Part | undefined, reader: OutputReader): boolean {
  return open?.reader === cryptoMap && (reader === accessLists || reader === transformSets);
}

/** The only router that has a peering with a peer. */
function speakerTo(design: Design, peer: string | undefined): RouterId | undefined {
  const speakers = new Set(
    (peer === undefined ? [] : tunnelsWith(design, undefined, peer)).flatMap(({ peering: { a, b } }) =>
      [a, b].flatMap((end, index) => {
        const other = index === 0 ? b : a;
        const names =
          end?.peer?.configured === peer || (typeof other?.address === "number" && formatIpv4(other.address) === peer);
        return end && names ? [end.router] : [];
      }),
    ),
  );
  return speakers.size === 1 ? [...speakers][0] : undefined;
}

function routerNamed(design: Design, name: string): RouterId | undefined {
  return [...routerNames(design.routers)].find(([, one]) => one.toLowerCase() === name.toLowerCase())?.[0];
}

function ownerOf(design: Design, addresses: readonly string[]): RouterId | undefined {
  return [...design.routers.values()].find(({ elements }) =>
    [...elements.interface.values()].some((one) =>
      addressesOfInterface(one).some((address) => addresses.includes(formatIpv4(address))),
    ),
  )?.id;
}
