/** What stands behind the pipe of a show command. */
export interface OutputModifier {
  readonly is: "include" | "exclude" | "begin" | "section";
  readonly pattern: RegExp;
}

const modifiers = ["begin", "exclude", "include", "section"] as const;

/** Reads what stands behind a pipe; undefined when it is no modifier, or names nothing to look for. */
export function readModifier(text: string): OutputModifier | undefined {
  const [, word = "", sought = ""] = /^\s*(\S+)\s+(.*\S)\s*$/.exec(text) ?? [];
  const matching = modifiers.filter((one) => word !== "" && one.startsWith(word.toLowerCase()));
  const [is] = matching;
  return is && matching.length === 1 && sought !== "" ? { is, pattern: patternOf(sought) } : undefined;
}

/** IOS takes a regular expression; what is none is sought as it stands. */
function patternOf(sought: string): RegExp {
  try {
    return new RegExp(sought);
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
    return new RegExp(sought.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  }
}

/** The lines that a modifier leaves. */
export function applyModifier({ is, pattern }: OutputModifier, lines: readonly string[]): readonly string[] {
  switch (is) {
    case "include":
      return lines.filter((line) => pattern.test(line));
    case "exclude":
      return lines.filter((line) => !pattern.test(line));
    case "begin": {
      const first = lines.findIndex((line) => pattern.test(line));
      return first < 0 ? [] : lines.slice(first);
    }
    case "section":
      return sectionsOf(lines, pattern);
  }
}

/** Lines that match, each with the lines below it that are indented deeper. */
function sectionsOf(lines: readonly string[], pattern: RegExp): readonly string[] {
  let depth: number | undefined;
  return lines.filter((line) => {
    const indent = line.length - line.trimStart().length;
    if (depth !== undefined && line.trim() !== "" && indent > depth) return true;
    depth = pattern.test(line) ? indent : undefined;
    return depth !== undefined;
  });
}
