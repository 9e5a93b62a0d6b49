import { useEffect, useMemo, useRef, useState } from "react";
import { FileText, Hash, Printer } from "lucide-react";
import { designReport, reportHtml, reportMarkdown } from "../../../core/index.ts";
import { download, fileStem } from "../../actions/designFiles.ts";
import { createProjector } from "../../canvas/projector.ts";
import { Button } from "../../controls/Button.tsx";
import { pictureColours } from "../../picture/pictureColours.ts";
import { svgDocument } from "../../picture/pictureFile.tsx";
import { useEffectiveDesign } from "../../stores.tsx";
import { useJudgement } from "../../workbench.ts";
import { ExportFoot, type ExportTabProps } from "./ExportFoot.tsx";

/** The design's report, as it will be: to read, to print, to hand on. No key and no password is in it. */
export function ReportTab({ foot }: ExportTabProps) {
  const design = useEffectiveDesign();
  const judgement = useJudgement();
  const [svg, setSvg] = useState<string | null>(null);
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    let gone = false;
    const scene = createProjector()(design, judgement);
    if (scene.nodes.length === 0) return;
    // Paper is white, whatever the page's theme.
    void svgDocument({ scene, title: design.name, colours: pictureColours("light"), background: false }).then(
      (made) => {
        if (!gone) setSvg(made);
      },
    );
    return () => {
      gone = true;
    };
  }, [design, judgement]);

  const report = useMemo(
    () => designReport(design, judgement, { date: new Date().toISOString().slice(0, 10) }),
    [design, judgement],
  );
  const picture = useMemo(() => (svg === null ? undefined : { svg }), [svg]);
  const html = useMemo(() => reportHtml(report, picture), [report, picture]);
  const stem = fileStem(`${design.name} report`);
  return (
    <>
      {/* Without scripts, whatever a name in the design holds; the same origin only so that it can be printed. */}
      <iframe
        ref={frame}
        className="report-preview"
        title={`Report on ${design.name}`}
        sandbox="allow-same-origin allow-modals"
        srcDoc={html}
      />
      <p className="export-note">
        Addresses, peers, parameters, findings and the picture. Keys and passwords are left out.
      </p>
      <ExportFoot foot={foot}>
        <span className="footer-space" />
        <Button onClick={() => frame.current?.contentWindow?.print()}>
          <Printer size={15} aria-hidden />
          Print…
        </Button>
        <Button
          onClick={() => download(`${stem}.md`, new Blob([reportMarkdown(report, picture)], { type: "text/markdown" }))}
        >
          <Hash size={15} aria-hidden />
          Markdown
        </Button>
        <Button look="primary" onClick={() => download(`${stem}.html`, new Blob([html], { type: "text/html" }))}>
          <FileText size={15} aria-hidden />
          HTML
        </Button>
      </ExportFoot>
    </>
  );
}
