import { describe, expect, it } from "vitest";
import { asRouterId } from "../../core/index.ts";
import { linkViewWords, readLinkView, type LinkView } from "./linkView.ts";

describe("the view of a link", () => {
  it("is read back as it was written", () => {
    const view: LinkView = {
      mode: "present",
      theme: "dark",
      selected: { kind: "router", id: asRouterId("a.b&c") },
      tab: "hq",
      at: { x: -120, y: 4000, zoom: 1.25 },
      step: { lesson: "mirror images", scenario: "case&1" },
    };
    expect(readLinkView("", `#v1:AAAA${linkViewWords(view)}`)).toEqual(view);
    expect(linkViewWords({ mode: "edit", theme: "system" })).toBe("");
  });

  it("can stand in the query too, in one word", () => {
    expect(readLinkView("?embed", "")).toEqual({ mode: "embed" });
    expect(readLinkView("?mode=present&theme=high-contrast", "#v1:AAAA")).toEqual({
      mode: "present",
      theme: "high-contrast",
    });
  });

  it("of unknown words is none", () => {
    expect(readLinkView("?mode=admin&theme=<script>", "#v1:AAAA&selected=nonsense&at=1e9,0,1")).toEqual({});
  });
});
