import type { LogicalLine } from "./logicalLine.ts";
import { isSameName, nameKey } from "./prompts.ts";

/** The lines of one router in a paste, and what told its name. */
export interface RouterPart {
  readonly lines: LogicalLine[];
  promptName?: string;
  /** The name of its `hostname` line. */
  hostname?: string;
  /** Whether any of its lines is a command. */
  commands: boolean;
  /** Where, in `lines`, the next router would begin: behind `end`, or at a second header. */
  nextStart?: number;
  /** An `end` stands in it, so that a header begins another configuration. */
  ended: boolean;
  version: boolean;
  /** The names by which its prompts are known. */
  names: string[];
}

/**
 * Tells routers in one paste apart: by prompts with another name, by a header behind `end`, by a second `hostname` of another
 * name. A router that comes back in the prompts is the same router.
 */
export function routerParts(
  lines: LogicalLine[],
  promptNames: ReadonlyMap<number, string>,
  base: number,
): readonly RouterPart[] {
  if (promptNames.size === 0 && isOneRouter(lines, base)) return [{ ...newPart(), lines }];
  const parts: RouterPart[] = [newPart()];
  let current = parts[0] ?? newPart();
  let before: LogicalLine | undefined;
  const byName = new Map<string, RouterPart[]>();
  const name = (part: RouterPart, known: string) => {
    part.names.push(known);
    const others = byName.get(nameKey(known));
    if (others === undefined) byName.set(nameKey(known), [part]);
    else others.push(part);
  };
  const begin = (start: number, promptName?: string) => {
    const next = newPart();
    if (promptName !== undefined) {
      next.promptName = promptName;
      name(next, promptName);
    }
    for (const line of current.lines.splice(start)) next.lines.push(line);
    parts.push(next);
    current = next;
  };
  for (const line of lines) {
    const promptName = promptNames.size > 0 ? promptNames.get(line.number) : undefined;
    if (promptName !== undefined && promptName !== "") {
      if (current.names.length === 0) {
        current.promptName = promptName;
        name(current, promptName);
      } else if (!hasName(current, promptName)) {
        const known = byName.get(nameKey(promptName))?.find((part) => hasName(part, promptName));
        if (known === undefined) begin(current.lines.length, promptName);
        else current = known;
      }
    }
    if (isHeader(line, base) && current.ended) begin(current.nextStart ?? current.lines.length, current.promptName);
    if (line.kind === "command") {
      const hostname = hostnameOf(line, before, base);
      if (hostname !== undefined) {
        if (line.promptMode !== undefined) {
          // Typed behind a prompt, the command renames the router, and its prompts change with it.
          current.names = [];
        } else if (current.hostname !== undefined && current.hostname !== hostname) {
          begin(current.nextStart ?? behindLastCommand(current.lines));
        }
        current.hostname = hostname;
        name(current, hostname);
      }
      if (isEnd(line, base)) {
        current.ended = true;
        current.nextStart = current.lines.length + 1;
      } else if (isHeader(line, base)) {
        if (current.version || current.hostname !== undefined) current.nextStart = current.lines.length;
        current.version = true;
      }
      current.commands = true;
      before = line;
    }
    current.lines.push(line);
  }
  return sameRouters(withCommands(parts));
}

/** Whether nothing in a text without prompts could begin a second router, which spares most texts the closer look. */
function isOneRouter(lines: readonly LogicalLine[], base: number): boolean {
  const seen = { hostnames: 0, ended: false };
  return !lines.some((line) => mayBeginAnother(seen, line, base));
}

/** What the lines so far hold that tells one router from the next. */
export interface RouterMarks {
  hostnames: number;
  ended: boolean;
}

/** Whether a second router might begin with a line of a text without prompts. */
export function mayBeginAnother(seen: RouterMarks, line: LogicalLine, base: number): boolean {
  switch (line.text.charCodeAt(0)) {
    case 66:
    case 67:
    case 118:
      return seen.ended && isHeader(line, base);
    case 72:
    case 104:
      if (line.kind === "command" && hostnameOf(line, undefined, base) !== undefined) seen.hostnames += 1;
      return seen.hostnames > 1;
    case 101:
      if (line.kind === "command" && isEnd(line, base)) seen.ended = true;
      return false;
    default:
      return false;
  }
}

function newPart(): RouterPart {
  return { lines: [], commands: false, ended: false, version: false, names: [] };
}

function hasName(part: RouterPart, name: string): boolean {
  return part.names.some((known) => isSameName(known, name));
}

function isEnd(line: LogicalLine, base: number): boolean {
  return line.indent <= base && line.promptMode === undefined && line.text === "end";
}

/** A line that stands once at the beginning of a configuration. */
function isHeader({ indent, kind, text }: LogicalLine, base: number): boolean {
  switch (text.charCodeAt(0)) {
    case 66:
      return kind === "outside" && text.startsWith("Building configuration");
    case 67:
      return kind === "outside" && text.startsWith("Current configuration");
    case 118:
      return kind === "command" && indent <= base && /^version \d+\.\d/.test(text);
    default:
      return false;
  }
}

/** The name that a global `hostname` line gives. In an IKEv2 keyring a peer has a line of that name too. */
function hostnameOf(line: LogicalLine, before: LogicalLine | undefined, base: number): string | undefined {
  if ((line.text.charCodeAt(0) | 32) !== 104 || line.indent > base) return undefined;
  if (line.promptMode !== undefined && line.promptMode !== "config") return undefined;
  const name = /^hostname\s+"?([^\s"]+)"?$/i.exec(line.text)?.[1];
  return name !== undefined && before?.text.startsWith("peer ") === true ? undefined : name;
}

/** Where the comments and blanks behind the last command begin: they head what follows. */
function behindLastCommand(lines: readonly LogicalLine[]): number {
  let start = lines.length;
  while (start > 0 && lines[start - 1]?.kind === "outside") start -= 1;
  return start;
}

/** Lines of parts without commands go to the part after them, or to the last that has commands. */
function withCommands(parts: readonly RouterPart[]): readonly RouterPart[] {
  const kept: RouterPart[] = [];
  let waiting: LogicalLine[] = [];
  for (const part of parts) {
    if (!part.commands) {
      for (const line of part.lines) waiting.push(line);
      continue;
    }
    kept.push(waiting.length === 0 ? part : { ...part, lines: waiting.concat(part.lines) });
    waiting = [];
  }
  const last = kept[kept.length - 1];
  if (last === undefined) return parts.slice(0, 1).map((part) => ({ ...part, lines: waiting }));
  for (const line of waiting) last.lines.push(line);
  return kept;
}

/** Parts that prompts show to be one router become one; configurations without prompts stay apart even under one name. */
function sameRouters(parts: readonly RouterPart[]): readonly RouterPart[] {
  const found: RouterPart[] = [];
  const named = new Map<string, RouterPart>();
  for (const part of parts) {
    const name = part.promptName === undefined ? undefined : (part.hostname ?? part.promptName);
    const same = name === undefined ? undefined : named.get(name);
    if (same === undefined) {
      found.push(part);
      if (name !== undefined) named.set(name, part);
    } else for (const line of part.lines) same.lines.push(line);
  }
  return found;
}
