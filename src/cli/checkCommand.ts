import {
  check,
  placeText,
  checkReport,
  fixAll,
  routerText,
  saveDesign,
  type CheckReport,
  type Design,
  type Dialect,
  type RuleId,
  type Severity,
} from "../core/index.ts";
import type { Console, ExitStatus } from "./console.ts";
import { readInputs, type InputFile, type Inputs } from "./inputs.ts";
import { annotations } from "./formats/github.ts";
import { sarif } from "./formats/sarif.ts";
import { plainText } from "./formats/text.ts";

export interface CheckOptions {
  readonly format: "text" | "json" | "sarif" | "github";
  readonly failOn: Severity | "never";
  readonly rules?: readonly RuleId[];
  readonly dialect?: Dialect;
  /** `safe` applies fixes that change neither what is protected nor how; `all` the others too. */
  readonly fix?: "safe" | "all";
}

const ranks: Readonly<Record<Severity | "never", number>> = { info: 0, warning: 1, error: 2, never: 3 };

/** `tunnelwright check`: the findings of all inputs as one design. With `fix` the files are written back first. */
export function runCheck(console: Console, paths: readonly string[], options: CheckOptions): ExitStatus {
  const inputs = readInputs(console, paths, options.dialect);
  if (!inputs) return 2;
  const rules = { lineText: placeText, ...(options.rules && { rules: options.rules }) };
  const design = options.fix
    ? fixAll(inputs.design, { unsafe: options.fix === "all", ...rules }).design
    : inputs.design;
  if (options.fix) writeBack(console, inputs, design);
  const report = checkReport(design, check(design, rules));
  // Standard output belongs to the mended configuration where that came from standard input.
  if (!(options.fix && paths.includes("-"))) console.out(formatted(report, options.format));
  const worst = Math.max(
    -1,
    ...report.findings.filter((finding) => finding.suppressed === undefined).map((finding) => ranks[finding.severity]),
  );
  return worst >= ranks[options.failOn] ? 1 : 0;
}

function formatted(report: CheckReport, format: CheckOptions["format"]): string {
  switch (format) {
    case "json":
      return `${JSON.stringify(report, null, 2)}\n`;
    case "sarif":
      return `${JSON.stringify(sarif(report), null, 2)}\n`;
    case "github":
      return annotations(report);
    case "text":
      return plainText(report);
  }
}

/** Writes each file whose text the fixes changed, and only those; a file of several routers is put together again in order. */
function writeBack(console: Console, inputs: Inputs, fixed: Design): void {
  for (const file of inputs.files) {
    const text = file.kind === "design" ? designText(inputs, file, fixed) : configurationText(file, fixed);
    if (file.path === "-") console.out(text);
    else if (text !== file.text)
      console.writeFile(file.path, file.encoding === "latin1" ? Buffer.from(text, "latin1") : text);
  }
}

function designText(inputs: Inputs, file: InputFile, fixed: Design): string {
  const unchanged = file.routers.every(
    (id) => fixed.routers.get(id)?.elements === inputs.design.routers.get(id)?.elements,
  );
  if (unchanged) return file.text;
  const own = new Set<string>(file.routers);
  return saveDesign({ ...fixed, routers: new Map([...fixed.routers].filter(([id]) => own.has(id))) });
}

function configurationText(file: InputFile, fixed: Design): string {
  const parts = file.routers.map((id) => fixed.routers.get(id)).filter((router) => router !== undefined);
  if (parts.length === 0) return file.text;
  const lineEnd = parts[0]?.source?.lineEnd ?? "\n";
  const text = parts.flatMap((router) => routerText(router).lines.map((line) => line.text)).join(lineEnd);
  return /[\r\n]$/.test(file.text) ? `${text}${lineEnd}` : text;
}
