import fc from "fast-check";
import { expect, test } from "vitest";
import { ELEMENT_KINDS, type Elements, type Router } from "../model/router.ts";
import { parse } from "../parse/parse.ts";
import { print } from "../print/print.ts";
import { arbitraryRouter } from "../testing/arbitraryRouter.ts";

/** The nightly run asks for more. */
const numRuns = Number(process.env["PROPERTY_RUNS"] ?? 60);

function read(text: string): Router {
  const result = parse(text);
  if (result.kind !== "configurations" || result.routers.length !== 1) throw new Error(`Read as ${result.kind}.`);
  return result.routers[0]!;
}

/** Elements without regard to the order in which they came, which print decides. */
function sorted(elements: Elements): unknown {
  return Object.fromEntries(
    ELEMENT_KINDS.map((kind) => [
      kind,
      Object.fromEntries([...elements[kind]].sort(([one], [other]) => (one < other ? -1 : 1))),
    ]),
  );
}

test("a printed router reads back as itself, with every field of every element", () => {
  fc.assert(
    fc.property(arbitraryRouter, (router) => {
      expect(sorted(read(print(router).text).elements)).toEqual(sorted(router.elements));
    }),
    { numRuns },
  );
}, 3_600_000);

test("printing what was printed and read changes nothing", () => {
  fc.assert(
    fc.property(arbitraryRouter, (router) => {
      const { text } = print(router);
      expect(print(read(text)).text).toBe(text);
    }),
    { numRuns },
  );
}, 3_600_000);

test("every printed line but separators and the end has a place, and reading finds the same place", () => {
  fc.assert(
    fc.property(arbitraryRouter, (router) => {
      const printed = print(router);
      for (const { place, text } of printed.lines)
        expect(place === undefined, text).toBe(text === "!" || text === "end");
      const lines = read(printed.text).source!.lines;
      lines.forEach((line, index) => {
        const { place } = printed.lines[index]!;
        expect({ text: line.text, place: line.place }).toEqual({ text: line.text, place });
      });
    }),
    { numRuns },
  );
}, 3_600_000);

test("a canonical line is canonical when it is read, and no line of it is faulty", () => {
  fc.assert(
    fc.property(arbitraryRouter, (router) => {
      const { diagnostics, lines } = read(print(router).text).source!;
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      for (const { canonical, state, text } of lines) if (state === "modelled") expect(canonical).toBe(text.trim());
    }),
    { numRuns },
  );
}, 3_600_000);

test.each([
  ["whose number is of the other kind", "ip access-list extended 1\n deny   tcp any any\n"],
  ["that is empty", "ip access-list extended 101\n"],
  ["with a line that is not understood", "ip access-list extended 101\n permit ip any any\n evaluate REPLIES\n"],
  ["whose number is written otherwise", "ip access-list extended 0101\n permit ip any any\n"],
])("a numbered list %s is printed as a section, since global lines can't say it", (_what, text) => {
  expect(print(read(text)).text).toContain(text);
});

test("a block outside the model stays where it stood, though control characters part the words above it", () => {
  const text = "hostname R\n!\nversion 12.4\ncrypto\u0006ipsec x\naddress ipv4 192.0.2.1\n timeout 9\n";
  const { text: printed } = print(read(text));
  expect(print(read(printed)).text).toBe(printed);
});

test("a block outside the model is not taken for a member of the service group above it", () => {
  const text =
    "hostname R\nobject-group service G\n tcp eq www\n!\ninterface Tunnel0\n!\ncrypto ikev2 keyring K  x\n peer J\n";
  const { text: printed } = print(read(text));
  expect(print(read(printed)).text).toBe(printed);
  expect(read(printed).elements.objectGroup).toEqual(read(text).elements.objectGroup);
});
