import type { DesignReport, ReportBlock, ReportSection } from "./designReport.ts";

export interface ReportPicture {
  /** An SVG document as text. */
  readonly svg: string;
}

/** The report as one HTML document that needs nothing else: it can be sent, opened from a disk and printed. */
export function reportHtml(report: DesignReport, picture?: ReportPicture): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(report.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(report.title)}</h1>
${report.sections.map((section) => sectionHtml(section, picture)).join("\n")}
</main>
</body>
</html>
`;
}

function sectionHtml({ title, level, blocks }: ReportSection, picture: ReportPicture | undefined): string {
  const inside = [`<h${level}>${escaped(title)}</h${level}>`, ...blocks.map((block) => blockHtml(block, picture))];
  return `<section>\n${inside.filter((part) => part !== "").join("\n")}\n</section>`;
}

function blockHtml(block: ReportBlock, picture: ReportPicture | undefined): string {
  switch (block.kind) {
    case "text":
      return `<p>${escaped(block.text)}</p>`;
    case "picture":
      // Within HTML the declaration at the top of an SVG document is an error.
      return picture ? `<figure>\n${picture.svg.replace(/^<\?xml[^>]*\?>\s*/, "")}\n</figure>` : "";
    case "table":
      return tableHtml(block);
    default:
      return block satisfies never;
  }
}

function tableHtml({ columns, rows }: ReportBlock & { readonly kind: "table" }): string {
  const isPlain = columns.every((column) => column === "");
  const head = isPlain
    ? ""
    : `<thead><tr>${columns.map((one) => `<th scope="col">${escaped(one)}</th>`).join("")}</tr></thead>\n`;
  const body = rows.map((row) => {
    const cells = row.map((cell, index) =>
      index === 0 ? `<th scope="row">${escaped(cell)}</th>` : `<td>${escaped(cell)}</td>`,
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<div class="table"><table>\n${head}<tbody>\n${body.join("\n")}\n</tbody>\n</table></div>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const STYLE = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #17202e; font: 14px/1.5 "Inter Variable", Inter, system-ui, sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 40px 32px 64px; }
h1 { margin: 0 0 8px; font-size: 26px; letter-spacing: -0.015em; }
h2 { margin: 40px 0 12px; padding-top: 12px; border-top: 1px solid #e1e5eb; font-size: 19px; }
h3 { margin: 26px 0 8px; font-size: 15px; }
p { margin: 4px 0; }
figure { margin: 20px 0 0; }
figure svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
.table { margin: 10px 0 16px; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13px; font-variant-numeric: tabular-nums; }
th, td { padding: 5px 12px 5px 0; border-bottom: 1px solid #e1e5eb; text-align: left; vertical-align: top; }
thead th { border-bottom: 1px solid #8590a1; color: #4e5a6b; font-size: 12px; white-space: nowrap; }
tbody th { font-weight: 600; }
@page { size: A4; margin: 16mm 14mm; }
@media print {
  main { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
  tr, figure { break-inside: avoid; }
  thead { display: table-header-group; }
  .table { overflow: visible; }
  table { font-size: 10.5px; }
}
`;
