import { describe, expect, it } from "vitest";
import { inOrder } from "../edit/designDraft.ts";
import type { Operation } from "../edit/edit.ts";
import { filterFromInternet, translateToInternet } from "../edit/internetEdge.ts";
import { linkRouters } from "../edit/linkRouters.ts";
import { addRouter } from "../edit/routerOperations.ts";
import { addSubnet, attachSubnet } from "../edit/subnetOperations.ts";
import { saveDesign } from "../file/save.ts";
import { asCanvasId, EMPTY_DESIGN } from "../model/design.ts";
import { asRouterId, elementName, type Elements } from "../model/router.ts";
import { LINKS_IN_A_CHAPTER, withChapter } from "./chapters.ts";
import { generateDesign } from "./generateDesign.ts";
import { readSiteTable } from "./siteTable.ts";
import { workshop } from "./workshop.ts";

const SPOKES = 2 * LINKS_IN_A_CHAPTER + 22;
const hub = asRouterId("r0");
const ids = { router: () => hub, canvas: () => asCanvasId("none") };

function site(number: number): Operation {
  const [id, subnet] = [asRouterId(`r${number}`), asCanvasId(`c${number}`)];
  const outside = 0xc6120000 + 4 * number;
  const position = { x: 0, y: 0 };
  return inOrder("", [
    addRouter({
      id,
      hostname: `S${number}`,
      wan: { address: outside + 2, mask: 0xfffffffc, nextHop: outside + 1 },
      position,
    }),
    addSubnet({ id: subnet, prefix: { network: 0x0a000000 + 256 * number, length: 24 }, position }),
    attachSubnet(id, subnet),
    translateToInternet(id),
    filterFromInternet(id),
  ]);
}

/** A hub with so many spokes, and the most crypto map entries of the hub that a link has seen. */
function hubWithSpokes(inChapters: boolean, change: (spoke: number, link: Operation) => Operation = (_, link) => link) {
  const parts = workshop(EMPTY_DESIGN, inChapters);
  let seen = 0;
  for (let number = 0; number <= SPOKES; number += 1) {
    const id = asRouterId(`r${number}`);
    parts.run([id], site(number));
    if (number === 0) continue;
    const link = change(number, linkRouters({ a: id, b: hub, key: `Key-${number}`, ids }));
    const watched: Operation = {
      label: "",
      plan(design) {
        seen = Math.max(seen, design.routers.get(hub)?.elements.cryptoMapEntry.size ?? 0);
        return link.plan(design);
      },
    };
    expect(parts.run([id, hub], watched)).toBe(true);
  }
  return { whole: parts.whole(), seen };
}

describe("the links of a large hub, added in chapters", { timeout: 60_000 }, () => {
  it("are the very links that come of looking at all of them each time, and each looks at few", () => {
    const [all, chapters] = [hubWithSpokes(false), hubWithSpokes(true)];
    const textOf = ({ whole }: typeof all) => saveDesign({ ...EMPTY_DESIGN, ...whole });
    expect(textOf(chapters)).toBe(textOf(all));
    expect(all.seen).toBe(SPOKES - 1);
    expect(chapters.seen).toBeLessThan(2 * LINKS_IN_A_CHAPTER);
  });

  it("are not put together where one has changed what was there", () => {
    const withLifetime = (number: number, link: Operation): Operation => {
      if (number !== SPOKES) return link;
      const settings = {
        op: "put",
        key: { router: hub, kind: "isakmpSettings", name: "" },
        element: { keepalive: { seconds: 60, mode: "on-demand" } },
      } as const;
      return { label: "", plan: (design) => [...link.plan(design), settings] };
    };
    expect(hubWithSpokes(true, withLifetime).whole).toBeUndefined();
  });
});

it("what a chapter took away, or calls as another one does, can't be put behind the others", () => {
  const { whole } = hubWithSpokes(false);
  const { elements } = whole?.routers.get(hub) ?? {};
  if (!elements) throw new Error("There is no hub.");
  const [first] = elements.isakmpKey.values();
  if (!first) throw new Error("There is no key.");
  const without: Elements = {
    ...elements,
    isakmpKey: new Map([...elements.isakmpKey].filter(([name]) => name !== elementName("isakmpKey", first))),
  };
  expect(withChapter(elements, elements, without)).toBeUndefined();
  expect(withChapter(elements, without, elements)).toBeUndefined();
  expect(withChapter(without, without, elements)?.isakmpKey.size).toBe(elements.isakmpKey.size);
});

it("two sites that share a network are linked as they are one by one", { timeout: 60_000 }, () => {
  const table = Array.from({ length: SPOKES }, (_, index) => `S${index},,10.9.${index}.0/24`);
  const generate = (last: string) => {
    let next = 0;
    return generateDesign({
      topology: "hub-spoke",
      sites: readSiteTable(["name,wan,lan", "HQ,,10.1.0.0/24", ...table, last].join("\n")).sites,
      ids: { router: () => asRouterId(`r${++next}`), canvas: () => asCanvasId(`c${++next}`) },
      key: (a, b) => `${a}-${b}`,
    });
  };
  expect(generate("Own,,10.8.0.0/24").kind).toBe("made");
  expect(generate("Twin,,10.9.3.0/24")).toMatchObject({ kind: "refused" });
});
