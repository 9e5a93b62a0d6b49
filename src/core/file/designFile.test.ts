import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { exampleDesign } from "../generate/exampleDesign.ts";
import { EMPTY_DESIGN, type Design } from "../model/design.ts";
import { asRouterId } from "../model/router.ts";
import { parsePrefix } from "../net/ipv4.ts";
import { parse } from "../parse/parse.ts";
import { siteA } from "../testing/twoSites.ts";
import { routerText } from "../text/routerText.ts";
import { FORMAT_VERSION, savedDesign } from "./format.ts";
import { loadDesign, loadDesignGradually, type LoadResult } from "./load.ts";
import { migrate, MIGRATIONS, type Migration } from "./migrations.ts";
import { saveDesign, saveDesignGradually } from "./save.ts";
import { designSchema } from "./schema.ts";

const fixtures = new URL("fixtures/", import.meta.url);

function opened(result: LoadResult) {
  if (result.kind === "refused") throw new Error(result.message);
  return result;
}

const imported = () => {
  const text = siteA.replace("hostname SiteA", "! somebody's own note\nhostname   SiteA");
  const parsed = parse(text, { file: "site-a.cfg", makeId: () => asRouterId("site-a") });
  if (parsed.kind !== "configurations") throw new Error("The fixture is a configuration.");
  const [router] = parsed.routers;
  if (!router) throw new Error("The fixture holds a router.");
  const example = exampleDesign();
  return { ...example, routers: new Map([...example.routers, [router.id, router]]) };
};

describe("the design file", () => {
  it("gives back a design as it was saved, a person's text included", () => {
    const design = imported();
    const { design: again, problems } = opened(loadDesign(saveDesign(design)));
    expect(problems).toEqual([]);
    expect(saveDesign(again)).toBe(saveDesign(design));
    expect([...again.routers.keys()]).toEqual([...design.routers.keys()]);
    expect({ ...again, routers: null }).toEqual({ ...design, routers: null });
    for (const [id, router] of design.routers) {
      const read = again.routers.get(id);
      if (!read) throw new Error("A router was lost.");
      expect(routerText(read).text).toBe(routerText(router).text);
      expect(read.elements).toEqual(router.elements);
      expect(read.source === undefined).toBe(router.source === undefined);
      expect(read.source?.file).toBe(router.source?.file);
    }
  });

  it("is JSON with one space for each level, whatever is in it", () => {
    const everything: Design = {
      ...imported(),
      name: 'A "name"\nof two lines',
      suppressions: [{ rule: "no-pfs", reason: "known" }],
      wishedFlows: [{ source: parsePrefix("10.1.0.0/24")!, destination: parsePrefix("10.2.0.0/24")!, initiates: true }],
    };
    for (const design of [everything, EMPTY_DESIGN]) {
      const text = saveDesign(design);
      expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 1)}\n`);
    }
  });

  it("is written and read the same in small steps, which are many", () => {
    const drained = <T>(steps: Generator<undefined, T>): { readonly value: T; readonly steps: number } => {
      for (let count = 0; ; count += 1) {
        const step = steps.next();
        if (step.done) return { value: step.value, steps: count };
      }
    };
    const design = imported();
    const written = drained(saveDesignGradually(design));
    expect(written.value).toBe(saveDesign(design));
    expect(written.steps).toBeGreaterThan(design.routers.size);
    const read = drained(loadDesignGradually(written.value));
    expect(saveDesign(opened(read.value).design)).toBe(written.value);
    expect(read.steps).toBeGreaterThan(design.routers.size);
  });

  it("keeps the sequence numbers of a drawn router's lists, which classic IOS does not print", () => {
    const id = asRouterId("drawn");
    const text = `ip access-list extended A
 15 permit ip host 10.0.0.1 any
 20 deny   ip any any
ip access-list extended 101
 5 permit ip any any
access-list 102 permit ip any any
`;
    const parsed = parse(text, { makeId: () => id });
    if (parsed.kind !== "configurations") throw new Error("The fixture is a configuration.");
    const { elements } = parsed.routers[0]!;
    const design = { ...exampleDesign(), routers: new Map([[id, { id, elements }]]) };
    const read = opened(loadDesign(saveDesign(design))).design.routers.get(id);
    expect(read?.elements.accessList).toEqual(elements.accessList);
    expect(routerText(read!).text).toBe(routerText({ id, elements }).text);
  });

  it("keeps CRLF line ends and a router whose text is comments alone", () => {
    const design = imported();
    const parsed = parse("hostname X\r\n", { makeId: () => asRouterId("crlf") });
    const crlf = parsed.kind === "configurations" ? parsed.routers[0] : undefined;
    if (!crlf) throw new Error("The fixture holds a router.");
    const saved = JSON.parse(saveDesign({ ...design, routers: new Map([[crlf.id, crlf]]) })) as {
      routers: { configuration: string[] }[];
    };
    expect(opened(loadDesign(JSON.stringify(saved))).design.routers.get(crlf.id)?.source?.lineEnd).toBe("\r\n");
    saved.routers[0] = { ...saved.routers[0], configuration: ["! nothing here yet"] };
    const commented = opened(loadDesign(JSON.stringify(saved))).design.routers.get(crlf.id);
    expect(commented && routerText(commented).lines.map((line) => line.text)).toEqual(["! nothing here yet"]);
  });

  it("is written with sorted keys, and the same for the same design", () => {
    const text = saveDesign(imported());
    const sorted = (value: unknown): boolean => {
      if (typeof value !== "object" || value === null) return true;
      const keys = Object.keys(value);
      const inOrder = Array.isArray(value) || keys.every((key, index) => index === 0 || (keys[index - 1] ?? "") <= key);
      return inOrder && Object.values(value).every(sorted);
    };
    expect(sorted(JSON.parse(text))).toBe(true);
    expect(saveDesign(imported())).toBe(text);
    expect(v.is(savedDesign, JSON.parse(text))).toBe(true);
  });

  it("sets a bad element aside with its place and opens the rest", () => {
    const saved = JSON.parse(saveDesign(imported())) as {
      routers: unknown[];
      subnets: Record<string, unknown>[];
      layout: Record<string, unknown>;
    };
    saved.routers.push({ id: "broken", configuration: "not a list" });
    saved.subnets.push({ ...saved.subnets[0], id: "bad", prefix: "999.1.1.0/24" });
    saved.layout.somewhere = { x: "left", y: 0 };
    const { design, problems } = opened(loadDesign(JSON.stringify(saved)));
    expect(design.routers.size).toBe(imported().routers.size);
    expect(problems.map(({ path }) => path)).toEqual([
      `routers[${String(design.routers.size)}].configuration`,
      "subnet bad",
      "layout.somewhere",
    ]);
  });

  it("has a JSON Schema that names every part of it", () => {
    const schema = designSchema() as { properties?: Record<string, unknown>; required?: string[] };
    expect(Object.keys(schema.properties ?? {}).sort()).toEqual(
      Object.keys(JSON.parse(saveDesign(imported())) as object).sort(),
    );
    expect(schema.required).toContain("routers");
  });

  it("sets a second router of one id aside", () => {
    const saved = JSON.parse(saveDesign(imported())) as { routers: unknown[] };
    saved.routers.push(saved.routers[0]);
    const { design, problems } = opened(loadDesign(JSON.stringify(saved)));
    expect(design.routers.size).toBe(saved.routers.length - 1);
    expect(problems).toHaveLength(1);
  });

  it("of a newer version is refused, and says so", () => {
    const result = loadDesign(JSON.stringify({ format: "tunnelwright", version: FORMAT_VERSION + 1 }));
    expect(result).toMatchObject({ kind: "refused", message: expect.stringContaining("newer") as string });
  });

  it.each([
    "[]",
    "null",
    "{}",
    '{"format":"drawing"}',
    '{"format":"tunnelwright"}',
    '{"format":"tunnelwright","version":0.5}',
  ])("is not %s", (text) => {
    expect(loadDesign(text).kind).toBe("refused");
  });

  it("that is no JSON is refused with the line and column of the fault", () => {
    expect(loadDesign('{\n "format": "tunnelwright",\n oops')).toMatchObject({ kind: "refused", line: 3 });
  });
});

describe("migrations", () => {
  it("follow each other without gaps up to the version that is written", () => {
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(MIGRATIONS.map((_, index) => index + 2));
    expect(MIGRATIONS.length).toBe(FORMAT_VERSION - 1);
  });

  it("run in order from a design's version on", () => {
    const step = (to: number): Migration => ({
      to,
      why: "",
      up: (saved) => ({ ...saved, ran: [...((saved.ran as number[] | undefined) ?? []), to] }),
    });
    expect(migrate({ version: 2 }, 2, [step(2), step(3), step(4)])).toEqual({ version: 4, ran: [3, 4] });
  });

  it("open a real file of every version", () => {
    for (let version = 1; version <= FORMAT_VERSION; version += 1) {
      const files = readdirSync(fixtures).filter((file) => file.startsWith(`v${String(version)}-`));
      expect(files, `version ${String(version)}`).not.toEqual([]);
      for (const file of files) {
        expect(existsSync(new URL(file, fixtures))).toBe(true);
        const { design, problems } = opened(loadDesign(readFileSync(new URL(file, fixtures), "utf8")));
        expect(problems).toEqual([]);
        expect(design.routers.size).toBeGreaterThan(0);
      }
    }
  });
});
