import { describe, expect, it } from "vitest";
import { check } from "../check/check.ts";
import { asCanvasId, EMPTY_DESIGN, type Design } from "../model/design.ts";
import { asRouterId, type RouterId } from "../model/router.ts";
import { inOrder, perform } from "./designDraft.ts";
import type { IdSource } from "./ids.ts";
import {
  chainPairs,
  hubPairs,
  linkMany,
  meshPairs,
  MOST_LINKS,
  namedPairs,
  previewLinks,
  routersNamed,
  type LinksPreview,
  type RouterPair,
} from "./linkMany.ts";
import { addRouter } from "./routerOperations.ts";

function countingIds(): IdSource {
  let count = 0;
  return { router: () => asRouterId(`router-${++count}`), canvas: () => asCanvasId(`canvas-${++count}`) };
}

const named = (...hostnames: readonly string[]): Design =>
  perform(
    EMPTY_DESIGN,
    inOrder(
      "build",
      hostnames.map((hostname, index) =>
        addRouter({ id: asRouterId(hostname.toLowerCase()), hostname, position: { x: index * 300, y: 0 } }),
      ),
    ),
  );
const id = asRouterId;
const words = (pairs: readonly RouterPair[]) => pairs.map(({ a, b }) => `${a} ${b}`);
const previewed = (design: Design, pairs: readonly RouterPair[]): LinksPreview => {
  const preview = previewLinks(design, pairs);
  if (typeof preview === "string") throw new Error(preview);
  return preview;
};
const linked = (design: Design, pairs: readonly RouterPair[]) => {
  let count = 0;
  return perform(design, linkMany({ pairs, key: () => `a-key-for-pair-${++count}`, ids: countingIds() }));
};

describe("the patterns", () => {
  const [a, b, c, d] = [id("a"), id("b"), id("c"), id("d")] as const;

  it("a hub is linked with every other, and not with itself", () => {
    expect(words(hubPairs(b, [a, b, c]))).toEqual(["a b", "c b"]);
  });

  it("a mesh has each pair once", () => {
    expect(words(meshPairs([a, b, c, d]))).toEqual(["a b", "a c", "a d", "b c", "b d", "c d"]);
  });

  it("a chain leads from each to the next", () => {
    expect(words(chainPairs([c, a, b]))).toEqual(["c a", "a b"]);
    expect(chainPairs([a])).toEqual([]);
  });

  it("names are matched with * and ? and without case, each pair once", () => {
    const design = named("Hub1", "Hub2", "Site1", "Site10");
    expect(words(namedPairs(design, "hub*", "site?"))).toEqual(["hub1 site1", "hub2 site1"]);
    expect(words(namedPairs(design, "hub*", "hub*"))).toEqual(["hub1 hub2"]);
    expect(namedPairs(design, "", "*")).toEqual([]);
  });

  it("a pattern's other signs are letters like any", () => {
    const design = named("R.1", "Rx1", "R(1");
    expect(routersNamed(design, "r.1")).toEqual([id("r.1")]);
    expect(routersNamed(design, "r(*")).toEqual([id("r(1")]);
  });
});

describe("linking many routers", () => {
  const four = named("R1", "R2", "R3", "R4");
  const ids = [...four.routers.keys()];

  it("makes agreeing tunnels for every pair, each with a key of its own", () => {
    const design = linked(four, meshPairs(ids));
    const { peerings, findings } = check(design);
    expect(peerings.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => "agreed"));
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const keys = [...design.routers.values()].flatMap(({ elements }) =>
      [...elements.isakmpKey.values()].map(({ secret }) => secret.text),
    );
    expect(new Set(keys).size).toBe(6);
  });

  it("is what the preview told", () => {
    const pairs = hubPairs(id("r1"), ids);
    const preview = previewed(four, pairs);
    expect(preview).toMatchObject({ tunnels: 3, mapEntries: 6, mapEntriesOfBusiest: 3 });
    const entries = (router: RouterId) => linked(four, pairs).routers.get(router)?.elements.cryptoMapEntry.size;
    expect(ids.map(entries)).toEqual([3, 1, 1, 1]);
  });

  it("leaves out what is linked already, and says so before", () => {
    const chain = linked(four, chainPairs(ids));
    const preview = previewed(chain, meshPairs(ids));
    expect(preview.tunnels).toBe(3);
    expect(preview.pairs.filter(({ obstacle }) => obstacle !== null).map(({ pair }) => words([pair])[0])).toEqual([
      "r1 r2",
      "r2 r3",
      "r3 r4",
    ]);
    expect(preview.pairs[0]?.obstacle).toMatch(/already linked/);
    expect(check(linked(chain, meshPairs(ids))).peerings).toHaveLength(6);
  });

  it("changes nothing where nothing can be linked", () => {
    const done = linked(four, meshPairs(ids));
    expect(
      linkMany({ pairs: meshPairs(ids), key: () => "another-key-for-all", ids: countingIds() }).plan(done),
    ).toEqual([]);
  });

  it("previews without changing the design, and refuses more than anybody means", () => {
    const before = four.routers;
    previewed(four, meshPairs(ids));
    expect(four.routers).toBe(before);
    const many = Array.from({ length: MOST_LINKS + 1 }, (_, index) => ({ a: id("r1"), b: id(`x${index}`) }));
    expect(previewLinks(four, many)).toMatch(/501 tunnels/);
  });
});
