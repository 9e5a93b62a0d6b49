import {
  applyEdits,
  asCanvasId,
  asRouterId,
  check,
  EMPTY_DESIGN,
  generateDesign,
  parse,
  readSiteTable,
  routerText,
  type AccessList,
  type Design,
  type Router,
  type Topology,
} from "../src/core/index.ts";
import { benchmark, type Benchmark } from "./benchmark.ts";
import { takeTurns } from "./takeTurns.ts";

/** The configurations of a generated design, to be read anew where nothing may be remembered. */
function configurations(topology: Topology, sites: number): readonly string[] {
  const rows = Array.from({ length: sites }, (_, site) => {
    const wan = `100.${String(64 + (site >> 14))}.${String((site >> 6) & 255)}.${String((site & 63) * 4 + 2)}/30`;
    return `Site${String(site)},${wan},10.${String(site >> 8)}.${String(site & 255)}.0/24`;
  });
  let count = 0;
  const ids = {
    router: () => asRouterId(`router-${String((count += 1))}`),
    canvas: () => asCanvasId(`canvas-${String((count += 1))}`),
  };
  const table = readSiteTable(`name,wan,lan\n${rows.join("\n")}\n`);
  const made = generateDesign({ topology, sites: table.sites, ids, key: (a, b) => `A-long-key-for-${a}-and-${b}` });
  if (made.kind === "refused") throw new Error(made.reason);
  return [...made.design.routers.values()].map((router) => routerText(router).text);
}

function read(texts: readonly string[]): Design {
  const routers = texts.flatMap((text, index): readonly Router[] => {
    const parsed = parse(text, { makeId: () => asRouterId(`router-${String(index)}`) });
    return parsed.kind === "configurations" ? parsed.routers : [];
  });
  return { ...EMPTY_DESIGN, routers: new Map(routers.map((router) => [router.id, router])) };
}

/** A design that has been checked, and a way to change the first entry of one router's crypto list back and forth. */
function editable(texts: readonly string[], index: number) {
  let design = read(texts);
  check(design);
  const id = asRouterId(`router-${String(index)}`);
  return () => {
    const router = design.routers.get(id);
    const list = [...(router?.elements.accessList.values() ?? [])].find((one) => one.name.startsWith("VPN"));
    if (!list) throw new Error("The router protects nothing.");
    design = applyEdits(design, [
      { op: "put", key: { router: id, kind: "accessList", name: list.name }, element: turned(list) },
    ]);
    return check(design).findings.length;
  };
}

function turned(list: AccessList): AccessList {
  const [first, ...rest] = list.lines;
  if (first?.kind !== "entry") throw new Error("The list begins with a remark.");
  return { ...list, lines: [{ ...first, protocol: first.protocol === "ip" ? 6 : "ip" }, ...rest] };
}

function family(topology: Topology, sites: number): readonly Benchmark[] {
  const name = `${topology} of ${String(sites)}`;
  return [
    benchmark({
      name: `check: parse ${name}`,
      prepare: () => configurations(topology, sites),
      run: (texts) => read(texts).routers.size,
    }),
    benchmark({
      name: `check: parse and check ${name}`,
      prepare: () => configurations(topology, sites),
      run: (texts) => check(read(texts)).findings.length,
    }),
    benchmark({
      name: `check: recheck ${name} after one entry of a spoke`,
      prepare: () => editable(configurations(topology, sites), sites - 1),
      run: (edit) => edit(),
    }),
    benchmark({
      name: `check: recheck ${name} after one entry of the first site`,
      prepare: () => editable(configurations(topology, sites), 0),
      run: (edit) => edit(),
    }),
  ];
}

/** What a check costs beside reading the same texts. */
function besideParse(topology: Topology, sites: number): Benchmark {
  return benchmark({
    name: `check: ${topology} of ${String(sites)}, beside its parse`,
    tells: true,
    prepare: () => configurations(topology, sites),
    run(texts) {
      const { first, second } = takeTurns(20, () => read(texts), check);
      return `${(second / first).toFixed(2)} × (parse ${first.toFixed(1)} ms, check ${second.toFixed(1)} ms)`;
    },
  });
}

/** One router with so many crypto map entries, each with a network of its own: what overlap and shadowing cost. */
function manyEntries(entries: number): string {
  const lines = Array.from({ length: entries }, (_, index) => {
    const number = String(index + 1);
    return [
      `crypto map VPN ${number} ipsec-isakmp`,
      ` set peer 172.${String(16 + (index >> 16))}.${String((index >> 8) & 255)}.${String(index & 255)}`,
      " set transform-set TS",
      ` match address LIST${number}`,
      `ip access-list extended LIST${number}`,
      ` permit ip 10.0.0.0 0.0.0.255 10.${String(1 + (index >> 8))}.${String(index & 255)}.0 0.0.0.255`,
    ].join("\n");
  });
  return `hostname HUB\ncrypto ipsec transform-set TS esp-aes 256 esp-sha256-hmac\n${lines.join("\n")}\ninterface GigabitEthernet0/0\n ip address 192.0.2.1 255.255.255.252\n crypto map VPN\nip route 0.0.0.0 0.0.0.0 192.0.2.2\n`;
}

export const benchmarks: readonly Benchmark[] = [
  ...[10, 100, 1000].flatMap((sites) => family("hub-spoke", sites)),
  ...[10, 30].flatMap((sites) => family("mesh", sites)),
  besideParse("hub-spoke", 1000),
  ...[1000, 10_000].map((entries) =>
    benchmark({
      name: `check: parse and check one hub of ${String(entries)} entries`,
      prepare: () => [manyEntries(entries)],
      run: (texts) => check(read(texts)).findings.length,
    }),
  ),
];
