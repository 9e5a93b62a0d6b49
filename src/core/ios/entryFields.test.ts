import { describe, expect, it } from "vitest";
import { entryKindOf, entryTakes } from "./entryFields.ts";

describe("what an entry of a crypto map takes", () => {
  it("by hand is a session key, and no lifetime and no group", () => {
    expect(entryTakes("ipsec-manual", "sessionKeys")).toBe(true);
    expect(entryTakes("ipsec-manual", "lifetimeSeconds")).toBe(false);
    expect(entryTakes("ipsec-manual", "pfs")).toBe(false);
  });

  it("negotiated is a lifetime and a group, and no session key", () => {
    expect(entryTakes("ipsec-isakmp", "lifetimeSeconds")).toBe(true);
    expect(entryTakes("dynamic", "pfs")).toBe(true);
    expect(entryTakes("ipsec-isakmp", "sessionKeys")).toBe(false);
  });

  it("is nothing where it only anchors a dynamic map", () => {
    const body = { map: "VPN", sequence: 10, peers: [], transformSets: [], sessionKeys: [], kept: [] };
    const kind = entryKindOf({ ...body, type: "ipsec-isakmp", dynamicMap: "DYN" });
    expect(kind).toBe("anchor");
    expect(entryTakes(kind, "matchAddress")).toBe(false);
    expect(entryKindOf(body)).toBe("dynamic");
  });
});
