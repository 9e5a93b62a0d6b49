import { describe, expect, it } from "vitest";
import { check, exampleDesign, routerText } from "../../core/index.ts";
import { designFormat } from "../../store/designFormat.ts";
import { makeShareLink, readShareLink } from "./shareLink.ts";

const page = "https://example.net/tunnelwright/#old";
const fragmentOf = (address: string) => address.slice(address.indexOf("#"));

describe("a share link", () => {
  it("carries the design in its fragment, with placeholders for its keys", async () => {
    const design = exampleDesign();
    const { address, secretsLeftOut, isTooLong } = await makeShareLink(design, designFormat, page);
    expect(address.startsWith("https://example.net/tunnelwright/#v1:")).toBe(true);
    expect(secretsLeftOut).toBe(1);
    expect(isTooLong).toBe(false);
    const opened = (await readShareLink(fragmentOf(address), designFormat))!;
    expect([...opened.routers.keys()]).toEqual([...design.routers.keys()]);
    expect(opened.layout).toEqual(design.layout);
    const texts = [...opened.routers.values()].map((router) => routerText(router).text).join("");
    expect(texts).toContain("crypto isakmp key secret-left-out-1 address");
    expect(designFormat.write(opened)).not.toContain("Example-Only-Change-Me");
    // The placeholders raise nothing that the keys did not.
    expect(check(opened).findings.map(({ rule }) => rule)).toEqual(check(design).findings.map(({ rule }) => rule));
  });

  it("is told from any other fragment", async () => {
    expect(await readShareLink("", designFormat)).toBeNull();
    expect(await readShareLink("#help", designFormat)).toBeNull();
  });

  it("that is damaged, of another version or a bomb is refused with a reason", async () => {
    await expect(readShareLink("#v1:AAAA", designFormat)).rejects.toThrow(/damaged|JSON/);
    await expect(readShareLink("#v1:%%%", designFormat)).rejects.toThrow(/damaged/);
    await expect(readShareLink("#v2:AAAA", designFormat)).rejects.toThrow(/newer version/);
    const { deflateSync } = await import("fflate");
    const bomb = Buffer.from(deflateSync(new Uint8Array(34 * 1024 * 1024))).toString("base64url");
    await expect(readShareLink(`#v1:${bomb}`, designFormat)).rejects.toThrow(/damaged/);
  });
});
