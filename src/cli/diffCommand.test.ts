import { describe, expect, it } from "vitest";
import type { ChangeReport } from "../core/index.ts";
import { siteA, siteB } from "../core/testing/twoSites.ts";
import type { Console } from "./console.ts";
import { run } from "./program.ts";

/** Runs one call on files that exist only here. */
async function call(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const errors: string[] = [];
  let out = "";
  const below = (folder: string) => Object.keys(files).filter((path) => path.startsWith(`${folder}/`));
  const console: Console = {
    out: (text) => (out += text),
    error: (line) => errors.push(line),
    readStandardInput: () => new Uint8Array(),
    readFile: (path) => Buffer.from(files[path] ?? ""),
    writeFile: (path) => {
      throw new Error(`Nothing is written, but ${path} was.`);
    },
    kind: (path) => (path in files ? "file" : below(path).length > 0 ? "folder" : "missing"),
    list: (folder) => below(folder).map((path) => path.slice(folder.length + 1)),
  };
  const status = await run(console, args);
  return { status, out, errors };
}

const peerLine = " permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255\n";
const wider = siteA.replace(peerLine, `${peerLine} permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255\n`);

describe("tunnelwright diff", () => {
  it("prints the change and the way back, ready to paste, with what happens to tunnels as comments", async () => {
    const { out, status } = await call({ "old.cfg": siteA, "new.cfg": wider }, "diff", "old.cfg", "new.cfg");
    expect(status).toBe(0);
    expect(out).toBe(`! === SiteA: change ===
configure terminal
crypto map VPN 10 ipsec-isakmp
 no match address VPN-PEER
! VPN 10 goes down.
ip access-list extended VPN-PEER
 20 permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255
crypto map VPN 10 ipsec-isakmp
 match address VPN-PEER
! VPN 10 can come up.
end

! === SiteA: the way back ===
configure terminal
crypto map VPN 10 ipsec-isakmp
 no match address VPN-PEER
! VPN 10 goes down.
ip access-list extended VPN-PEER
 no 20
crypto map VPN 10 ipsec-isakmp
 match address VPN-PEER
! VPN 10 can come up.
end
`);
  });

  it("gives other programs the lines with their marks", async () => {
    const { out } = await call(
      { "old.cfg": siteA, "new.cfg": wider },
      "diff",
      "--format",
      "json",
      "old.cfg",
      "new.cfg",
    );
    const { routers, version } = JSON.parse(out) as ChangeReport;
    expect(version).toBe(1);
    expect(routers).toHaveLength(1);
    expect(routers[0]).toMatchObject({ name: "SiteA", kind: "changed", notes: [] });
    expect(routers[0]?.change[1]).toEqual({ text: " no match address VPN-PEER", drops: "VPN 10" });
    expect(routers[0]?.change.at(-1)).toEqual({ text: " match address VPN-PEER", restores: "VPN 10" });
    expect(routers[0]?.back[3]).toEqual({ text: " no 20" });
  });

  it("pairs routers of folders by name, and tells those that came and went", async () => {
    const files = { "old/a.cfg": siteA, "old/b.cfg": siteB, "new/1.cfg": wider, "new/2.cfg": "hostname Third\n" };
    const { out } = await call(files, "diff", "old", "new", "--format", "json");
    const { routers } = JSON.parse(out) as ChangeReport;
    expect(routers.map(({ kind, name }) => `${name} ${kind}`)).toEqual([
      "SiteA changed",
      "Third added",
      "SiteB removed",
    ]);
    expect(routers[1]?.change).toEqual([{ text: "hostname Third" }]);
    expect(routers[2]?.change).toEqual([]);
  });

  it("takes the only router of either side for the same one under a new hostname", async () => {
    const files = { "old.cfg": siteA, "new.cfg": siteA.replace("hostname SiteA", "hostname HQ") };
    const { out } = await call(files, "diff", "old.cfg", "new.cfg", "--format", "json");
    const { routers } = JSON.parse(out) as ChangeReport;
    expect(routers).toMatchObject([
      { name: "HQ", change: [{ text: "hostname HQ" }], back: [{ text: "hostname SiteA" }] },
    ]);
  });

  it("says so when nothing differs", async () => {
    const { out, status } = await call({ "a.cfg": siteA }, "diff", "a.cfg", "a.cfg");
    expect({ out, status }).toEqual({ out: "! Nothing differs.\n", status: 0 });
  });

  it("answers 2 when a side can't be read", async () => {
    const { errors, status } = await call({ "a.cfg": siteA }, "diff", "a.cfg", "gone.cfg");
    expect(status).toBe(2);
    expect(errors).toEqual(["gone.cfg:1:1: error: no such file or folder"]);
  });
});
