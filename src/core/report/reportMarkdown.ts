import type { DesignReport, ReportBlock, ReportSection } from "./designReport.ts";
import type { ReportPicture } from "./reportHtml.ts";

/**
 * The report as Markdown, with tables as GitHub and most editors read them. The picture stands at its end as a reference, where its
 * long address is in nobody's way.
 */
export function reportMarkdown(report: DesignReport, picture?: ReportPicture): string {
  const parts = [
    `# ${escaped(report.title)}`,
    ...report.sections.flatMap((section) => sectionMarkdown(section, picture !== undefined)),
    ...(picture ? [`[picture]: ${dataAddress(picture.svg)}`] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

function sectionMarkdown({ title, level, blocks }: ReportSection, hasPicture: boolean): readonly string[] {
  const written = blocks.map((block) => blockMarkdown(block, hasPicture)).filter((text) => text !== "");
  return [`${"#".repeat(level)} ${escaped(title)}`, ...written];
}

function blockMarkdown(block: ReportBlock, hasPicture: boolean): string {
  switch (block.kind) {
    case "text":
      return escaped(block.text);
    case "picture":
      return hasPicture ? "![The topology][picture]" : "";
    case "table":
      return [
        row(block.columns),
        row(block.columns.map(() => "---")),
        ...block.rows.map((cells) => row(cells.map(escaped))),
      ].join("\n");
    default:
      return block satisfies never;
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Signs that Markdown would read as its own, and line breaks, which would end a row. */
function escaped(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, " ").replace(/[\\`*_[\]<>|#]/g, (sign) => `\\${sign}`);
}

function dataAddress(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg).replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
}
