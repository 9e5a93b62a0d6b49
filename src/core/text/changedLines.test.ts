import { describe, expect, it } from "vitest";
import { editAccessListLine } from "../edit/accessListOperations.ts";
import { asRouterId } from "../model/router.ts";
import { designFromText } from "../testing/designFromText.ts";
import { twoSites } from "../testing/twoSites.ts";
import { changedLines } from "./changedLines.ts";

const a = asRouterId("r1");

describe("the lines that edits would change", () => {
  const design = designFromText(twoSites);

  it("are those of the routers that they touch, and no others", () => {
    const list = design.routers.get(a)!.elements.accessList.get("VPN-PEER")!;
    const [line] = list.lines;
    if (line?.kind !== "entry") throw new Error("The list begins with a remark.");
    const edits = editAccessListLine(a, "VPN-PEER", line.sequence, { ...line, protocol: 6 }).plan(design);
    expect(changedLines(design, edits)).toEqual([
      {
        router: "r1",
        removed: ["permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255"],
        added: ["permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255"],
      },
    ]);
  });

  it("don't show keys", () => {
    const [name, key] = [...design.routers.get(a)!.elements.isakmpKey][0]!;
    const secret = { type: 0 as const, text: "Another-Secret-2025" };
    const edits = [
      { op: "put" as const, key: { router: a, kind: "isakmpKey" as const, name }, element: { ...key, secret } },
    ];
    expect(changedLines(design, edits)).toEqual([
      {
        router: "r1",
        removed: ["crypto isakmp key ••• address 203.0.113.2"],
        added: ["crypto isakmp key ••• address 203.0.113.2"],
      },
    ]);
  });

  it("are none where nothing changes", () => {
    expect(changedLines(design, [])).toEqual([]);
  });
});
