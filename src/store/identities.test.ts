import { describe, expect, it } from "vitest";
import { newPresharedKey, randomIds } from "./identities.ts";

describe("new identities and keys", () => {
  it("make keys of 28 characters that a terminal takes and that are never the same", () => {
    const keys = Array.from({ length: 200 }, newPresharedKey);
    expect(new Set(keys).size).toBe(200);
    for (const key of keys) expect(key).toMatch(/^[A-HJ-NP-Za-km-z2-9]{28}$/);
    // Every character of the alphabet turns up, so none is favoured to the point of never being drawn.
    expect(new Set(keys.join("")).size).toBeGreaterThan(50);
  });

  it("make identities that tell what they are for", () => {
    expect(randomIds.router()).toMatch(/^router-[0-9a-z]{10}$/);
    expect(randomIds.canvas()).toMatch(/^canvas-[0-9a-z]{10}$/);
  });
});
