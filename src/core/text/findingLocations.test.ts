import { describe, expect, test } from "vitest";
import { diagnosticPlace } from "../derive/diagnosticPlace.ts";
import { applyEdits } from "../edit/edit.ts";
import { putEdit } from "../edit/elementEdits.ts";
import type { Design } from "../model/design.ts";
import { asRouterId, type Place, type Router } from "../model/router.ts";
import { designFromText } from "../testing/designFromText.ts";
import { siteA } from "../testing/twoSites.ts";
import { placeRange, placeText } from "./findingLocations.ts";

const r1 = asRouterId("r1");

describe("the location of a finding", () => {
  const design = designFromText(siteA);
  const router = routerOf(design);

  test("is the line of its field and item, without the blanks around it", () => {
    const place: Place = { router: r1, kind: "cryptoMapEntry", name: "VPN 10", field: "peers", item: 0 };
    const range = placeRange(router, place);
    expect(range).toEqual({ line: 17, column: 2, endLine: 17, endColumn: 22 });
    expect(placeText(router, place)).toBe("set peer 203.0.113.2");
  });

  test("is the first line of an element where the field has none", () => {
    expect(placeText(router, { router: r1, kind: "cryptoMapEntry", name: "VPN 10", field: "isakmpProfile" })).toBe(
      "crypto map VPN 10 ipsec-isakmp",
    );
  });

  test("is a line of an access list, by its sequence", () => {
    expect(placeText(router, { router: r1, kind: "accessList", name: "NAT", field: "lines", item: 20 })).toBe(
      "permit ip 10.1.0.0 0.0.0.255 any",
    );
  });

  test("is the router's name where the element is missing", () => {
    expect(placeText(router, { router: r1, kind: "isakmpSettings", name: "x" })).toBe("hostname SiteA");
  });

  test("follows its line when others come before it", () => {
    const key = { router: r1, kind: "ipHost", name: "b" } as const;
    const edited = routerOf(applyEdits(design, [{ op: "put", key, element: { name: "b", addresses: [1] } }]));
    const place: Place = { router: r1, kind: "accessList", name: "NAT", field: "lines", item: 20 };
    expect(placeRange(edited, place).line).toBe(placeRange(router, place).line + 1);
    expect(placeText(edited, place)).toBe("permit ip 10.1.0.0 0.0.0.255 any");
  });
});

describe("the location of what the parser found", () => {
  const text = siteA.replace(" set pfs group14", " set pfs group77");

  test("is the columns that it named", () => {
    const router = routerOf(designFromText(text));
    expect(router.source?.diagnostics.length).toBe(1);
    const range = placeRange(router, diagnosticPlace(router, 0));
    expect(text.split("\n")[range.line - 1]?.slice(range.column - 1, range.endColumn - 1)).toBe("group77");
  });

  test("follows its line when others come before it", () => {
    const design = designFromText(text);
    const edited = routerOf(applyEdits(design, [putEdit(r1, "ipHost", { name: "b", addresses: [1] })]));
    expect(placeText(edited, diagnosticPlace(edited, 0))).toBe("set pfs group77");
  });
});

function routerOf(design: Design): Router {
  const router = design.routers.get(r1);
  if (!router) throw new Error("The design has no router.");
  return router;
}
