import { describe, expect, it } from "vitest";
import type { CheckReport, SimulateReport } from "../core/index.ts";
import { siteA, siteB } from "../core/testing/twoSites.ts";
import type { Console, ExitStatus } from "./console.ts";
import { run } from "./program.ts";

interface Recorded {
  readonly status: ExitStatus;
  readonly out: string;
  readonly errors: readonly string[];
  /** Every file as it stands after the call. */
  readonly files: ReadonlyMap<string, string>;
  readonly written: readonly string[];
}

/** Runs one call on files that exist only here; what is written is recorded. */
async function call(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...args: readonly string[]
): Promise<Recorded> {
  const contents = new Map(
    Object.entries(files).map(([path, text]) => [path, typeof text === "string" ? Buffer.from(text) : text] as const),
  );
  const written: string[] = [];
  const errors: string[] = [];
  let out = "";
  const console: Console = {
    out: (text) => (out += text),
    error: (line) => errors.push(line),
    readStandardInput: () => contents.get("-") ?? new Uint8Array(),
    readFile: (path) => contents.get(path) ?? new Uint8Array(),
    writeFile(path, text) {
      written.push(path);
      contents.set(path, Buffer.from(text));
    },
    kind: (path) =>
      contents.has(path)
        ? "file"
        : [...contents.keys()].some((name) => name.startsWith(`${path}/`))
          ? "folder"
          : "missing",
    list: (folder) =>
      [
        ...new Set(
          [...contents.keys()]
            .filter((name) => name.startsWith(`${folder}/`))
            .map((name) => name.slice(folder.length + 1).split("/")[0] ?? ""),
        ),
      ].sort(),
  };
  const status = await run(console, args);
  return {
    status,
    out,
    errors,
    written,
    files: new Map([...contents].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])),
  };
}

const pair = { "a.cfg": siteA, "b.cfg": siteB };
const report = (recorded: Recorded) => JSON.parse(recorded.out) as CheckReport;

describe("tunnelwright check", () => {
  it("finds the golden pair agreed, with nothing above info", async () => {
    const checked = await call(pair, "check", "--format", "json", "a.cfg", "b.cfg");
    expect(checked.status).toBe(0);
    const { version, routers, peerings, summary } = report(checked);
    expect(version).toBe(1);
    expect(routers.map(({ name, file, dialect }) => ({ name, file, dialect }))).toEqual([
      { name: "SiteA", file: "a.cfg", dialect: "classic" },
      { name: "SiteB", file: "b.cfg", dialect: "classic" },
    ]);
    expect(peerings).toHaveLength(1);
    expect(peerings[0]).toMatchObject({
      a: {
        router: "SiteA",
        interface: "GigabitEthernet0/0",
        address: "198.51.100.2",
        cryptoMap: "VPN",
        sequence: 10,
        dynamicMap: null,
        peer: { configured: "203.0.113.2", position: 1, default: false, router: "SiteB" },
      },
      b: { router: "SiteB", address: "203.0.113.2", peer: { router: "SiteA" } },
      kind: "isakmp",
      role: "primary",
      status: "agreed",
      byDesign: false,
      aToB: {
        outcome: "established",
        failedAt: null,
        phase1: { policy: { a: 10, b: 10 }, lifetimeSeconds: 28800 },
        phase2: {
          transformSet: { a: "TS-AES256", b: "TS-AES256" },
          pfs: "group14",
          mode: "tunnel",
          lifetimeSeconds: 3600,
          lifetimeKilobytes: 4608000,
        },
      },
      flows: [{ relation: "exact", aToB: "established", bToA: "established" }],
    });
    expect({ error: summary.error, warning: summary.warning }).toEqual({ error: 0, warning: 0 });
  });

  it("names a flow's lines in both files", async () => {
    const { peerings } = report(await call(pair, "check", "--format", "json", "a.cfg", "b.cfg"));
    const flow = peerings[0]?.flows[0];
    expect(siteA.split("\n")[(flow?.a?.line ?? 0) - 1]?.trim()).toBe("permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255");
    expect(flow?.a?.text).toBe("permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255");
    expect(siteB.split("\n")[(flow?.b?.line ?? 0) - 1]?.trim()).toBe("permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255");
  });

  it("answers 1 and points at both access lists when one entry no longer mirrors", async () => {
    const altered = siteB.replace(
      "permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255",
      "permit ip 10.2.0.0 0.0.0.255 10.9.0.0 0.0.0.255",
    );
    const checked = await call({ "a.cfg": siteA, "b.cfg": altered }, "check", "--format", "json", "a.cfg", "b.cfg");
    expect(checked.status).toBe(1);
    const { peerings, findings } = report(checked);
    expect(peerings[0]?.status).toBe("broken");
    const finding = findings.find(({ rule }) => rule === "p2-selector-none");
    expect(finding?.severity).toBe("error");
    expect(new Set(finding?.locations.map(({ file }) => file))).toEqual(new Set(["a.cfg", "b.cfg"]));
    expect(peerings[0]?.findings.map((index) => findings[index]?.rule)).toContain("p2-selector-none");
  });

  it("runs only the rules that --rule names", async () => {
    const { findings } = report(
      await call(pair, "check", "--format", "json", "--rule", "psk-weak,no-pfs", "a.cfg", "b.cfg"),
    );
    expect(findings.every(({ rule }) => rule === "psk-weak" || rule === "no-pfs")).toBe(true);
  });

  it("never fails with --fail-on never", async () => {
    const alone = await call(
      { "a.cfg": siteA.replace(" set transform-set TS-AES256\n", "") },
      "check",
      "--fail-on",
      "never",
      "a.cfg",
    );
    expect(alone.out).toContain("map-entry-no-transform");
    expect(alone.status).toBe(0);
  });

  it("says which file is missing and answers 2 without a word on standard output", async () => {
    const checked = await call(pair, "check", "a.cfg", "missing.cfg");
    expect(checked).toMatchObject({ status: 2, out: "" });
    expect(checked.errors).toEqual(["missing.cfg:1:1: error: no such file or folder"]);
  });

  it("refuses a binary file in one line", async () => {
    const checked = await call(
      { "image.cfg": new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]) },
      "check",
      "image.cfg",
    );
    expect(checked).toMatchObject({ status: 2, out: "" });
    expect(checked.errors).toHaveLength(1);
    expect(checked.errors[0]).toMatch(/^image\.cfg:1:1: error: This is not text/);
  });

  it("takes an empty file as an empty design, with a warning", async () => {
    const checked = await call({ "empty.cfg": "" }, "check", "--format", "json", "empty.cfg");
    expect(checked.status).toBe(0);
    expect(report(checked)).toEqual({
      version: 1,
      routers: [],
      peerings: [],
      findings: [],
      summary: { error: 0, warning: 0, info: 0 },
    });
    expect(checked.errors).toEqual(["empty.cfg:1:1: warning: the file is empty"]);
  });

  it("reads a folder for configurations and leaves other files alone", async () => {
    const checked = await call(
      { "net/a.cfg": siteA, "net/deep/b.conf": siteB, "net/notes.md": "not a configuration" },
      "check",
      "--format",
      "json",
      "net",
    );
    expect(report(checked).routers.map(({ file }) => file)).toEqual(["net/a.cfg", "net/deep/b.conf"]);
  });

  it("names routers without a hostname after their file, and tells equal names apart", async () => {
    const nameless = siteA.replace("hostname SiteA\n", "");
    const { routers } = report(
      await call(
        { "one.cfg": siteA, "two.cfg": siteA, "three.cfg": nameless },
        "check",
        "--format",
        "json",
        "one.cfg",
        "two.cfg",
        "three.cfg",
      ),
    );
    expect(routers.map(({ name, hostname }) => ({ name, hostname }))).toEqual([
      { name: "SiteA", hostname: "SiteA" },
      { name: "SiteA (2)", hostname: "SiteA" },
      { name: "three", hostname: null },
    ]);
  });

  it("refuses an unknown rule, format or severity with status 2", async () => {
    for (const args of [
      ["--rule", "no-such-rule"],
      ["--format", "xml"],
      ["--fail-on", "fatal"],
    ]) {
      const checked = await call(pair, "check", ...args, "a.cfg");
      expect(checked).toMatchObject({ status: 2, out: "" });
      expect(checked.errors.join("\n")).toContain(args[1]);
    }
  });

  it("points SARIF results at the file, with the peer's lines beside", async () => {
    const altered = siteB.replace(
      "permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255",
      "permit ip 10.2.0.0 0.0.0.255 10.9.0.0 0.0.0.255",
    );
    const checked = await call({ "a.cfg": siteA, "b.cfg": altered }, "check", "--format", "sarif", "a.cfg", "b.cfg");
    const log = JSON.parse(checked.out) as {
      version: string;
      runs: {
        tool: { driver: { name: string; rules: { id: string }[] } };
        results: {
          ruleId: string;
          ruleIndex: number;
          level: string;
          message: { text: string };
          locations: unknown[];
          relatedLocations?: unknown[];
        }[];
      }[];
    };
    expect(log.version).toBe("2.1.0");
    const [run1] = log.runs;
    expect(run1?.tool.driver.name).toBe("Tunnelwright");
    for (const result of run1?.results ?? []) {
      expect(run1?.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      expect(["error", "warning", "note"]).toContain(result.level);
      expect(result.message.text).not.toBe("");
    }
    const selector = run1?.results.find(({ ruleId }) => ruleId === "p2-selector-none");
    expect(selector?.locations[0]).toMatchObject({
      physicalLocation: {
        artifactLocation: { uri: expect.stringMatching(/^[ab]\.cfg$/) as string },
        region: { startColumn: 2 },
      },
    });
    expect(selector?.relatedLocations?.length).toBeGreaterThan(0);
  });

  it("prints GitHub annotations with their place", async () => {
    const checked = await call(
      { "a.cfg": siteA.replace(" set transform-set TS-AES256\n", "") },
      "check",
      "--format",
      "github",
      "a.cfg",
    );
    expect(checked.out).toMatch(
      /^::error file=a\.cfg,line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=map-entry-no-transform::/m,
    );
  });

  it("fixes only what is safe unless asked for all, and changes only the lines concerned", async () => {
    const altered = siteB.replace(
      "permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255",
      "permit ip 10.2.0.0 0.0.0.255 10.9.0.0 0.0.0.255",
    );
    const files = { "a.cfg": siteA, "b.cfg": altered };
    const safe = await call(files, "check", "--fix", "a.cfg", "b.cfg");
    expect(safe.status).toBe(1);
    expect(safe.files.get("b.cfg")).toContain("10.9.0.0");
    const all = await call(files, "check", "--fix=all", "--format", "json", "a.cfg", "b.cfg");
    expect(report(all).peerings[0]?.status).toBe("agreed");
    const lines = new Set([
      ...(all.files.get("a.cfg") ?? "").split("\n"),
      ...(all.files.get("b.cfg") ?? "").split("\n"),
    ]);
    for (const line of siteA.split("\n")) expect(lines).toContain(line);
  });

  it("prints the mended configuration when it came from standard input", async () => {
    const piped = await call({ "-": siteA }, "check", "--fix", "-");
    expect(piped.out).toBe(siteA);
    expect(piped.written).toEqual([]);
  });
});

describe("tunnelwright print and parse", () => {
  it("print what was printed unchanged", async () => {
    const once = await call(pair, "print", "a.cfg");
    expect(once.status).toBe(0);
    const twice = await call({ "again.cfg": once.out }, "print", "again.cfg");
    expect(twice.out).toBe(once.out);
  });

  it("give the models with addresses as people write them", async () => {
    const parsed = await call(pair, "parse", "--format", "json", "a.cfg");
    const [router] = JSON.parse(parsed.out) as [{ name: string; elements: Record<string, Record<string, unknown>[]> }];
    expect(router.name).toBe("SiteA");
    expect(router.elements.interface?.[0]).toMatchObject({
      name: "GigabitEthernet0/0",
      address: { kind: "static", address: "198.51.100.2", mask: "255.255.255.252" },
    });
    expect(router.elements.cryptoMapEntry?.[0]).toMatchObject({
      map: "VPN",
      sequence: 10,
      peers: [{ peer: { kind: "address", address: "203.0.113.2" } }],
      pfs: 14,
    });
  });
});

describe("tunnelwright import and generate", () => {
  it("keep every line that a person wrote", async () => {
    const commented = siteA.replace("crypto map VPN 10", "! our own note\ncrypto map VPN 10");
    const imported = await call(
      { "a.cfg": commented, "b.cfg": siteB },
      "import",
      "a.cfg",
      "b.cfg",
      "--out",
      "vpn.json",
    );
    expect(imported.status).toBe(0);
    const design = imported.files.get("vpn.json") ?? "";
    const generated = await call({ "vpn.json": design }, "generate", "vpn.json", "--out", "out");
    expect(generated.files.get("out/SiteA.cfg")).toBe(commented);
    expect(generated.files.get("out/SiteB.cfg")).toBe(siteB);
  });

  it("write one router when asked, and say when there is none of that name", async () => {
    const design = (await call(pair, "import", "a.cfg", "b.cfg", "--out", "vpn.json")).files.get("vpn.json") ?? "";
    expect(
      (await call({ "vpn.json": design }, "generate", "vpn.json", "--out", "out", "--router", "SiteB")).written,
    ).toEqual(["out/SiteB.cfg"]);
    const none = await call({ "vpn.json": design }, "generate", "vpn.json", "--out", "out", "--router", "Nobody");
    expect(none).toMatchObject({ status: 2, written: [] });
  });

  it("leave keys out when asked, so that the rest still agrees", async () => {
    const design = (await call(pair, "import", "a.cfg", "b.cfg", "--out", "vpn.json")).files.get("vpn.json") ?? "";
    const generated = await call({ "vpn.json": design }, "generate", "vpn.json", "--out", "out", "--no-secrets");
    const texts = generated.written.map((path) => generated.files.get(path) ?? "");
    expect(texts).toHaveLength(2);
    for (const text of texts) expect(text).not.toContain("Long-Shared-Key-2024");
    const checked = await call(
      { "a.cfg": texts[0] ?? "", "b.cfg": texts[1] ?? "" },
      "check",
      "--format",
      "json",
      "a.cfg",
      "b.cfg",
    );
    expect(report(checked).peerings[0]?.status).toBe("agreed");
  });

  it("refuse a design of a newer version and leave it alone", async () => {
    const newer = await call(
      { "vpn.json": JSON.stringify({ format: "tunnelwright", version: 999 }) },
      "generate",
      "vpn.json",
      "--out",
      "out",
    );
    expect(newer).toMatchObject({ status: 2, out: "", written: [] });
    expect(newer.errors[0]).toMatch(/^vpn\.json:\d+:\d+: error: /);
  });
});

describe("tunnelwright new", () => {
  const sites =
    "name,wan,lan\nHQ,198.51.100.2/30,10.1.0.0/24\nNorth,203.0.113.2/30,10.2.0.0/24\nSouth,192.0.2.2/30,10.3.0.0/24\n";

  it.each([
    ["hub-spoke", 2],
    ["mesh", 3],
  ])("%s makes a design of agreeing sites", async (topology, peerings) => {
    const made = await call({ "sites.csv": sites }, "new", topology, "--sites", "sites.csv", "--out", "vpn.json");
    expect(made).toMatchObject({ status: 0, out: "", errors: [] });
    const checked = report(
      await call({ "vpn.json": made.files.get("vpn.json") ?? "" }, "check", "--format", "json", "vpn.json"),
    );
    expect(checked.routers.map(({ name }) => name)).toEqual(["HQ", "North", "South"]);
    expect(checked.peerings.map(({ status }) => status)).toEqual(Array.from({ length: peerings }, () => "agreed"));
    expect(checked.summary.error).toBe(0);
  });

  it("says where a table is wrong and writes nothing", async () => {
    const made = await call(
      { "sites.csv": sites.replace("10.3.0.0/24", "10.3.0.0/99") },
      "new",
      "mesh",
      "--sites",
      "sites.csv",
      "--out",
      "vpn.json",
    );
    expect(made).toMatchObject({ status: 2, written: [] });
    expect(made.errors[0]).toMatch(/^sites\.csv:4:\d+: error: /);
  });
});

describe("tunnelwright simulate", () => {
  it("tells the negotiation step by step, in either direction", async () => {
    for (const [from, to] of [
      ["SiteA", "SiteB"],
      ["SiteB", "SiteA"],
    ] as const) {
      const played = await call(pair, "simulate", "a.cfg", "b.cfg", "--from", from, "--to", to, "--format", "json");
      expect(played.status).toBe(0);
      const told = JSON.parse(played.out) as SimulateReport;
      expect(told).toMatchObject({
        version: 1,
        initiator: from,
        responder: to,
        outcome: "established",
        rule: null,
        failedAt: null,
        reason: null,
      });
      const messages = told.steps.map(({ message }) => message);
      for (const message of ["MM1", "MM2", "MM5", "QM1"]) expect(messages).toContain(message);
      expect(told.steps.every(({ explains }) => explains !== "")).toBe(true);
    }
  });

  it("stops at the message that is refused, with the rule and the lines of both", async () => {
    const altered = siteB.replace("hash sha256", "hash sha512");
    const played = await call(
      { "a.cfg": siteA, "b.cfg": altered },
      "simulate",
      "a.cfg",
      "b.cfg",
      "--from",
      "SiteA",
      "--to",
      "SiteB",
      "--format",
      "json",
    );
    const told = JSON.parse(played.out) as SimulateReport;
    expect(told).toMatchObject({ outcome: "failed", failedAt: "phase1-policy", rule: "p1-no-common" });
    const refused = told.steps.find(({ ok }) => ok === false);
    expect(new Set(refused?.locations.map(({ file }) => file))).toEqual(new Set(["a.cfg", "b.cfg"]));
  });

  it("does not start for a packet that no entry protects", async () => {
    const played = await call(
      pair,
      "simulate",
      "a.cfg",
      "b.cfg",
      "--from",
      "SiteA",
      "--to",
      "SiteB",
      "--packet",
      "10.1.0.5,192.0.2.9,tcp,1025,80",
      "--format",
      "json",
    );
    expect((JSON.parse(played.out) as SimulateReport).outcome).toBe("not-triggered");
  });

  it("follows a packet there and its answer back, with the same outcome", async () => {
    const packet = ["--from", "SiteA", "--to", "SiteB", "--packet", "10.1.0.5,10.2.0.7,tcp,1025,80"];
    const played = await call(pair, "simulate", "a.cfg", "b.cfg", ...packet, "--format", "json");
    const { outcome, packetWalk } = JSON.parse(played.out) as SimulateReport;
    expect(outcome).toBe("established");
    expect(packetWalk?.there).toMatchObject({ fate: "protected" });
    expect(packetWalk?.back).toMatchObject({ fate: "protected" });
    const taken = packetWalk?.there.stages.find(({ stage }) => stage === "crypto-map");
    expect(taken?.locations.map(({ file }) => file)).toContain("a.cfg");
    const { out } = await call(pair, "simulate", "a.cfg", "b.cfg", ...packet);
    expect(out).toContain("VPN 10: taken, permit ip 10.1.0.0/24 -> 10.2.0.0/24");
    expect(out).toContain("fate: protected");
  });

  it("refuses routers, entries and packets that are not there", async () => {
    const simulate = (...args: readonly string[]) => call(pair, "simulate", "a.cfg", "b.cfg", ...args);
    expect(await simulate("--from", "Nobody", "--to", "SiteB")).toMatchObject({ status: 2, out: "" });
    expect(await simulate("--from", "SiteA", "--to", "SiteB", "--entry", "VPN:99")).toMatchObject({
      status: 2,
      out: "",
    });
    expect(await simulate("--from", "SiteA", "--to", "SiteB", "--packet", "10.1.0.5")).toMatchObject({
      status: 2,
      out: "",
    });
  });
});

describe("tunnelwright explain", () => {
  it("tells what, why, remedy and source of a rule", async () => {
    const explained = await call({}, "explain", "p2-selector-none");
    expect(explained.status).toBe(0);
    for (const word of ["What: ", "Why: ", "Remedy: ", "Source: "]) expect(explained.out).toContain(word);
  });

  it("refuses a name that no rule has", async () => {
    expect(await call({}, "explain", "nothing")).toMatchObject({ status: 2, out: "" });
  });
});
