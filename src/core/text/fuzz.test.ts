import fc from "fast-check";
import { expect, test } from "vitest";
import type { SourceLine } from "../model/source.ts";
import { parse } from "../parse/parse.ts";
import { print } from "../print/print.ts";
import { arbitraryRouter } from "../testing/arbitraryRouter.ts";

/** Mutated lines in a run; the nightly run asks for a million. */
const lines = Number(process.env["FUZZ_LINES"] ?? 6_000);

type Mutation = (lines: string[], pick: number, other: number) => void;

const mutations: readonly Mutation[] = [
  function flipCharacter(text, pick, other) {
    const at = pick % text.length;
    const line = text[at]!;
    const column = other % (line.length + 1);
    text[at] = line.slice(0, column) + String.fromCharCode(other % 0x250) + line.slice(column + 1);
  },
  function cutShort(text, pick, other) {
    const at = pick % text.length;
    text[at] = text[at]!.slice(0, other % (text[at]!.length + 1));
  },
  function repeat(text, pick, other) {
    text.splice(other % text.length, 0, text[pick % text.length]!);
  },
  function swap(text, pick, other) {
    const [one, two] = [pick % text.length, other % text.length];
    [text[one], text[two]] = [text[two]!, text[one]!];
  },
  function dropIndentation(text, pick) {
    text[pick % text.length] = text[pick % text.length]!.trimStart();
  },
  function indent(text, pick, other) {
    text[pick % text.length] = " ".repeat(other % 9) + text[pick % text.length]!;
  },
  function join(text, pick, other) {
    text[pick % text.length] = `${text[pick % text.length]!} ${text[other % text.length]!}`;
  },
  function negate(text, pick) {
    const line = text[pick % text.length]!;
    text[pick % text.length] = line.replace(/^(\s*)/, "$1no ");
  },
  function abbreviate(text, pick, other) {
    text[pick % text.length] = text[pick % text.length]!.replace(/\b[a-z-]+\b/g, (word) =>
      word.slice(0, 1 + (other % 6)),
    );
  },
  function makeGiant(text, pick, other) {
    text[pick % text.length] = text[pick % text.length]!.padEnd(other % 5000, "x ");
  },
];

/** Whether a line takes away elements of its kind, or a member that has lines of its own: a peer of an IKEv2 keyring. */
function takesElementBack({ place, text }: SourceLine): boolean {
  if (place === undefined || place.kind === "keptBlock" || !/^\s*(?:no|default)\s/i.test(text)) return false;
  return place.field === undefined || (place.kind === "ikev2Keyring" && place.field === "peers");
}

test("no mutation of a configuration makes a throw, loses a line or a kept command", () => {
  let mutated = 0;
  const mutation = fc.tuple(fc.nat(mutations.length - 1), fc.nat(100_000), fc.nat(100_000));
  const property = fc.property(
    arbitraryRouter,
    fc.array(mutation, { minLength: 30, maxLength: 60 }),
    (router, steps) => {
      const text = print(router).text.split("\n");
      for (const [which, pick, other] of steps) mutations[which]!(text, pick, other);
      mutated += steps.length;
      const result = parse(text.join("\n"));
      if (result.kind !== "configurations") return;
      for (const read of result.routers) {
        const printed = print(read);
        const again = parse(printed.text);
        expect(again.kind).toBe("configurations");
        if (again.kind === "configurations" && again.routers.length === 1)
          expect(print(again.routers[0]!).text).toBe(printed.text);
        for (const { state } of read.source!.lines)
          expect(["modelled", "kept", "unmodelled", "outside"]).toContain(state);
        // Kept lines are in the model, so that a print has them; a "no" takes its element with all that was kept in it.
        const takenBack = new Set(read.source!.lines.filter(takesElementBack).map(({ place }) => place?.kind));
        const elements = JSON.stringify(
          Object.values(read.elements).map((map) => [...(map as Map<string, unknown>).values()]),
        );
        for (const line of read.source!.lines)
          if (line.state === "unmodelled" && line.canonical !== undefined && !takenBack.has(line.place?.kind))
            expect(elements.includes(JSON.stringify(line.canonical.trim()).slice(1, -1)), line.text).toBe(true);
      }
      const count = result.routers.reduce((sum, read) => sum + read.source!.lines.length, 0);
      expect(count).toBeGreaterThan(0);
    },
  );
  // A counterexample is told as it is found: making it smaller takes longer than reading it.
  fc.assert(property, { numRuns: Math.ceil(lines / 30), endOnFailure: true });
  expect(mutated).toBeGreaterThan(lines / 2);
}, 3_600_000);
