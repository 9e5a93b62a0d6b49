import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { check } from "../check/check.ts";
import { asCanvasId, EMPTY_DESIGN, type Design } from "../model/design.ts";
import { asRouterId, type Router } from "../model/router.ts";
import { parse } from "../parse/parse.ts";
import { perform } from "./designDraft.ts";
import { importRouters } from "./importRouters.ts";
import { linkObstacle } from "./linkObstacle.ts";
import { linkRouters } from "./linkRouters.ts";

/** Configurations that people published; they lie beside the repository where it is worked on, and nowhere else. */
const folder = fileURLToPath(new URL("../../../../shared/corpus", import.meta.url));
let next = 0;
const ids = { router: () => asRouterId(`r${++next}`), canvas: () => asCanvasId(`c${++next}`) };

function routersOf(file: string): readonly Router[] {
  const answer = parse(readFileSync(`${folder}/${file}`, "utf8"), {
    file,
    makeId: (index) => asRouterId(`${file} ${index}`),
  });
  return answer.kind === "configurations" ? answer.routers.slice(0, 1) : [];
}

/** The statuses of the peerings between two routers alone, without those that lead elsewhere. */
const between = (design: Design, a: Router, b: Router) =>
  check(design)
    .peerings.filter(({ peering }) => peering.b && peering.a.router !== peering.b.router)
    .filter(({ peering }) => [a.id, b.id].includes(peering.a.router))
    .map(({ status, aToB, bToA }) => `${status} ${aToB?.rule ?? ""} ${bToA?.rule ?? ""}`.trim());

describe.skipIf(!existsSync(folder))("routers that strangers configured", () => {
  it("agree once they are linked, or nobody can know", () => {
    const routers = readdirSync(folder)
      .filter((file) => file.endsWith(".cfg"))
      .sort()
      .flatMap(routersOf);
    const failures: string[] = [];
    let linked = 0;
    let agreed = 0;
    routers.forEach((a, index) => {
      // Every seventh partner, so that all are tried with some and the test stays short.
      for (const b of routers.slice(index + 1).filter((_, step) => step % 7 === 0)) {
        const design = perform(EMPTY_DESIGN, importRouters([a, b], ids));
        if (between(design, a, b).length > 0 || linkObstacle(design, a.id, b.id) !== null) continue;
        const after = between(perform(design, linkRouters({ a: a.id, b: b.id, key: "corpus-link-key", ids })), a, b);
        linked += 1;
        if (after.includes("agreed")) agreed += 1;
        // A routing protocol, a map on two interfaces, or a keyring beside the global keys leaves the outcome open; a route for
        // just the other's network that leads elsewhere was written on purpose and is not overruled.
        const fine = after.length > 0 && after.every((one) => /^(agreed|unknown)\b|route-wrong-interface/.test(one));
        if (!fine) failures.push(`${a.id} and ${b.id}: ${after.join(", ")}`);
      }
    });
    expect(failures).toEqual([]);
    expect(linked).toBeGreaterThan(100);
    expect(agreed).toBeGreaterThan(linked * 0.8);
  }, 60_000);
});
