import {
  formatPrefix,
  lengthOfMask,
  maskOfLength,
  parseIpv4,
  parsePrefix,
  prefixOf,
  prefixOfMask,
  prefixesOverlap,
  type Ipv4Address,
  type Ipv4Prefix,
} from "../net/ipv4.ts";
import { routerNames } from "../derive/routerNames.ts";
import { hostAddresses, usedPrefixes, type WanAddress } from "../edit/addressPlan.ts";
import type { Design } from "../model/design.ts";

/** One site of a table: a router with its WAN address and its networks. */
export interface Site {
  readonly name: string;
  /** Absent: from the address plan. */
  readonly wan?: WanAddress;
  /** Empty: one from the address plan. */
  readonly lans: readonly Ipv4Prefix[];
  /** Whether the table names it a hub. */
  readonly hub: boolean;
  /** The names of sites that a partial mesh links it with. */
  readonly peers: readonly string[];
}

/** What is wrong with a table, as an editor would say it. Lines and columns count from 1. */
export interface SiteTableProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface SiteTable {
  readonly sites: readonly Site[];
  /** Any problem makes the table unfit; the sites are those that could be read. */
  readonly problems: readonly SiteTableProblem[];
}

type Column = "name" | "wan" | "nextHop" | "lan" | "role" | "peers";

/** Words that name a column, in lower case and without blanks. */
const headings: Readonly<Record<string, Column>> = {
  name: "name",
  site: "name",
  hostname: "name",
  router: "name",
  wan: "wan",
  wanaddress: "wan",
  address: "wan",
  publicip: "wan",
  nexthop: "nextHop",
  gateway: "nextHop",
  lan: "lan",
  network: "lan",
  subnet: "lan",
  prefix: "lan",
  role: "role",
  peers: "peers",
  links: "peers",
};

/**
 * Reads a table of sites as spreadsheets write it: a line per site, cells between commas, semicolons or tabs, with quotes where
 * needed. The columns are name, WAN address and LAN prefixes, unless a first row says otherwise with headings such as name, wan,
 * next hop, lan, role, peers. Empty lines and lines that begin with # are passed over. Sites that are to be added to a design keep
 * clear of the addresses `beside` it; a site that is called as one of its routers is that router.
 */
export function readSiteTable(text: string, beside?: Design): SiteTable {
  const rows = rowsOf(text);
  const problems: SiteTableProblem[] = [];
  const [first] = rows;
  const columns = first ? columnsOf(first) : undefined;
  const body = columns ? rows.slice(1) : rows;
  const sites = body.map((row) => readSite(row, columns ?? positional, problems));
  const lines = body.map((row) => row.line);
  findRepetitions(sites, lines, problems);
  if (beside) findTaken(sites, lines, beside, problems);
  if (sites.length === 0 && problems.length === 0) {
    problems.push({
      line: 1,
      column: 1,
      message: "The table has no sites. Write one per line: name, WAN address, LAN prefix.",
    });
  }
  return { sites, problems: problems.sort((one, other) => one.line - other.line || one.column - other.column) };
}

interface Cell {
  readonly text: string;
  readonly column: number;
}

interface Row {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** Name, WAN address, and every further column a LAN. */
const positional = (index: number): Column => (index === 0 ? "name" : index === 1 ? "wan" : "lan");

function rowsOf(text: string): readonly Row[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const separator = separatorOf(lines);
  return lines.flatMap((content, index) =>
    content.trim() === "" || content.trimStart().startsWith("#")
      ? []
      : [{ line: index + 1, cells: cellsOf(content, separator) }],
  );
}

/** The separator that the first line with content uses; spreadsheets in many countries write semicolons. */
function separatorOf(lines: readonly string[]): string {
  const sample = lines.find((line) => line.trim() !== "" && !line.trimStart().startsWith("#")) ?? "";
  return ["\t", ";"].find((candidate) => sample.includes(candidate)) ?? ",";
}

function cellsOf(line: string, separator: string): readonly Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  for (;;) {
    const start = at;
    let text = "";
    if (line[at] === '"') {
      at += 1;
      while (at < line.length && !(line[at] === '"' && line[at + 1] !== '"')) {
        if (line[at] === '"') at += 1;
        text += line[at] ?? "";
        at += 1;
      }
      at += 1;
      while (at < line.length && line[at] !== separator) at += 1;
    } else {
      while (at < line.length && line[at] !== separator) at += 1;
      text = line.slice(start, at);
    }
    const blanks = text.length - text.trimStart().length;
    cells.push({ text: text.trim(), column: start + blanks + 1 });
    if (at >= line.length) return cells;
    at += 1;
  }
}

/** How to tell a column by its place; undefined where the row holds a site and no headings. */
function columnsOf(row: Row): ((index: number) => Column | undefined) | undefined {
  const columns = row.cells.map((cell) => headings[cell.text.toLowerCase().replace(/[\s_-]|\d+$/g, "")]);
  return columns[0] !== undefined && columns.slice(1).some((column) => column !== undefined)
    ? (index) => columns[index]
    : undefined;
}

function readSite(row: Row, columnAt: (index: number) => Column | undefined, problems: SiteTableProblem[]): Site {
  let name = "";
  let wan: Cell | undefined;
  let nextHop: Ipv4Address | undefined;
  const lans: Ipv4Prefix[] = [];
  let hub = false;
  let peers: readonly string[] = [];
  const complain = (cell: Cell, message: string) => problems.push({ line: row.line, column: cell.column, message });
  for (const [index, cell] of row.cells.entries()) {
    const column = columnAt(index);
    if (cell.text === "" && column !== "name") continue;
    switch (column) {
      case "name":
        name = cell.text;
        if (!/^[A-Za-z][A-Za-z0-9-]{0,62}$/.test(name)) {
          complain(
            cell,
            name === ""
              ? "The site has no name."
              : `"${name}" is no hostname: it begins with a letter and holds letters, digits and hyphens, at most 63.`,
          );
        }
        break;
      case "wan":
        wan = cell;
        break;
      case "nextHop":
        nextHop = parseIpv4(cell.text);
        if (nextHop === undefined) complain(cell, `"${cell.text}" is no IPv4 address.`);
        break;
      case "lan":
        for (const word of cell.text.split(/[\s|]+/)) {
          const prefix = readPrefix(word);
          if (!prefix) complain(cell, `"${word}" is no prefix such as 10.1.0.0/24.`);
          else if (prefix.length < 8 || prefix.length > 30) complain(cell, `A LAN is a /8 to a /30; ${word} is not.`);
          else lans.push(prefix);
        }
        break;
      case "role":
        if (!/^(hub|spoke|site|branch)$/i.test(cell.text))
          complain(cell, `The role is hub or spoke, not "${cell.text}".`);
        hub = /^hub$/i.test(cell.text);
        break;
      case "peers":
        peers = cell.text.split(/[\s|]+/);
        break;
      case undefined:
        break;
      default:
        column satisfies never;
    }
  }
  const address = wan && readWan(wan.text, nextHop);
  if (wan && typeof address === "string") complain(wan, address);
  return { name, lans, hub, peers, ...(typeof address === "object" ? { wan: address } : {}) };
}

/** A prefix as 10.1.0.0/24, or as an address with a mask of dots behind the slash. */
function readPrefix(text: string): Ipv4Prefix | undefined {
  const [address, mask] = text.split("/");
  const network = parseIpv4(address ?? "");
  const dotted = parseIpv4(mask ?? "");
  const length = dotted === undefined ? undefined : lengthOfMask(dotted);
  return network !== undefined && length !== undefined ? prefixOf(network, length) : parsePrefix(text);
}

/**
 * A WAN address with its provider: the next hop that the table names, else the first other address of the prefix. Without a length,
 * the smallest prefix that holds the address as a host is taken. A string tells what is wrong.
 */
function readWan(text: string, nextHop: Ipv4Address | undefined): WanAddress | string {
  const address = parseIpv4(text.split("/")[0] ?? "");
  if (address === undefined) return `"${text}" is no WAN address such as 198.51.100.2/30.`;
  const prefix = text.includes("/") ? readPrefix(text) : smallestPrefix(address);
  if (!prefix) return `"${text}" is no WAN address such as 198.51.100.2/30.`;
  const hosts = [...firstHosts(prefix)];
  const isHost = prefix.length >= 31 || (address !== prefix.network && address !== lastOf(prefix));
  if (!isHost || prefix.length > 31) return `${text} is no host's address in ${formatPrefix(prefix)}.`;
  const provider = nextHop ?? hosts.find((host) => host !== address);
  if (provider === undefined || provider === address) return `${text} leaves no address for the provider.`;
  return { address, mask: maskOfLength(prefix.length), nextHop: provider };
}

function smallestPrefix(address: Ipv4Address): Ipv4Prefix | undefined {
  for (let length = 30; length >= 8; length -= 1) {
    const prefix = prefixOf(address, length);
    if (address !== prefix.network && address !== lastOf(prefix)) return prefix;
  }
  return undefined;
}

function* firstHosts(prefix: Ipv4Prefix): Generator<Ipv4Address> {
  let count = 0;
  for (const host of hostAddresses(prefix)) {
    if ((count += 1) > 2) return;
    yield host;
  }
}

function lastOf(prefix: Ipv4Prefix): Ipv4Address {
  return prefix.network + 2 ** (32 - prefix.length) - 1;
}

/** Names and addresses that two sites have, networks that overlap, and peers that no site is called. */
function findRepetitions(sites: readonly Site[], lines: readonly number[], problems: SiteTableProblem[]): void {
  const names = new Map<string, number>();
  const addresses = new Map<Ipv4Address, string>();
  const seen: { readonly prefix: Ipv4Prefix; readonly site: Site }[] = [];
  const complain = (index: number, message: string) => problems.push({ line: lines[index] ?? 1, column: 1, message });
  for (const [index, site] of sites.entries()) {
    const name = site.name.toLowerCase();
    const earlier = names.get(name);
    if (name !== "" && earlier !== undefined)
      complain(index, `${site.name} is the site on line ${lines[earlier] ?? 1} too.`);
    else names.set(name, index);
    if (site.wan) {
      const owner = addresses.get(site.wan.address);
      if (owner !== undefined) complain(index, `${site.name} has the WAN address of ${owner}.`);
      addresses.set(site.wan.address, site.name);
    }
    for (const prefix of site.lans) {
      const other = seen.find((one) => prefixesOverlap(one.prefix, prefix));
      // Two hubs of one centre share its LAN and stand in for each other.
      if (other && !(other.site.hub && site.hub && other.prefix.network === prefix.network)) {
        complain(
          index,
          `${formatPrefix(prefix)} of ${site.name} overlaps ${formatPrefix(other.prefix)} of ${other.site.name}.`,
        );
      }
      seen.push({ prefix, site });
    }
  }
  for (const [index, site] of sites.entries()) {
    for (const peer of site.peers) {
      if (!names.has(peer.toLowerCase()))
        complain(index, `${site.name} is to be linked with ${peer}, which is no site.`);
      else if (peer.toLowerCase() === site.name.toLowerCase())
        complain(index, `${site.name} can't be linked with itself.`);
    }
  }
}

/** Addresses that a design has already, and cells that would change a router of it. */
function findTaken(
  sites: readonly Site[],
  lines: readonly number[],
  design: Design,
  problems: SiteTableProblem[],
): void {
  const names = new Set([...routerNames(design.routers).values()].map((name) => name.toLowerCase()));
  const used = usedPrefixes(design);
  for (const [index, { name, wan, lans }] of sites.entries()) {
    const complain = (message: string) => problems.push({ line: lines[index] ?? 1, column: 1, message });
    if (names.has(name.toLowerCase())) {
      if (wan || lans.length > 0)
        complain(`${name} is in the design already and keeps its addresses: leave their cells empty.`);
      continue;
    }
    const segment = wan && prefixOfMask(wan.address, wan.mask);
    for (const prefix of segment ? [segment, ...lans] : lans) {
      if (used.overlaps(prefix)) complain(`${formatPrefix(prefix)} of ${name} is in use in the design already.`);
    }
  }
}
