import { describe, expect, it } from "vitest";
import { siteA, siteB } from "../core/testing/twoSites.ts";
import type { Console } from "./console.ts";
import { run } from "./program.ts";

const files: Readonly<Record<string, string>> = { "a.cfg": siteA, "b.cfg": siteB };

/** Runs one call on files that exist only here. */
async function call(...args: readonly string[]) {
  const errors: string[] = [];
  let out = "";
  const console: Console = {
    out: (text) => (out += text),
    error: (line) => errors.push(line),
    readStandardInput: () => new Uint8Array(),
    readFile: (path) => Buffer.from(files[path] ?? ""),
    writeFile: (path) => {
      throw new Error(`Nothing is written, but ${path} was.`);
    },
    kind: (path) => (path in files ? "file" : "missing"),
    list: () => [],
  };
  const status = await run(console, args);
  return { status, out, errors };
}

describe("tunnelwright show", () => {
  it("prints what the router would, after traffic", async () => {
    const { status, out, errors } = await call("show", "a.cfg", "b.cfg", "--router", "SiteA", "show crypto isakmp sa");
    expect(errors).toEqual([]);
    expect(status).toBe(0);
    expect(out).toBe(`IPv4 Crypto ISAKMP SA
dst             src             state          conn-id status
203.0.113.2     198.51.100.2    QM_IDLE           1001 ACTIVE

IPv6 Crypto ISAKMP SA

`);
  });

  it("takes abbreviations, and the router's name in any case and place", async () => {
    const { out } = await call("show", "--router", "siteb", "a.cfg", "b.cfg", "sh cry map | i Peer =");
    expect(out).toBe("        Peer = 198.51.100.2\n");
  });

  it.each([
    ["show crypto nonsense", "show crypto nonsense\n            ^\n% Invalid input detected at '^' marker."],
    ["show crypto", "% Incomplete command."],
    ["show crypto i sa", '% Ambiguous command:  "show crypto i sa"'],
  ])("refuses %s as IOS does, with status 2", async (line, expected) => {
    const { status, out, errors } = await call("show", "a.cfg", "b.cfg", "--router", "SiteA", line);
    expect({ status, out, errors }).toEqual({ status: 2, out: "", errors: [expected] });
  });

  it("names the routers where none is called so", async () => {
    const { status, errors } = await call("show", "a.cfg", "b.cfg", "--router", "R9", "show crypto map");
    expect(status).toBe(2);
    expect(errors).toEqual(["show: no router is called R9; there are SiteA, SiteB"]);
  });

  it("asks for a command where only a path is given", async () => {
    const { status, errors } = await call("show", "a.cfg", "--router", "SiteA");
    expect(status).toBe(2);
    expect(errors[0]).toContain("last, a command");
  });
});
