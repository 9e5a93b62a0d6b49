import { useEffect, useMemo, useState } from "react";
import { ClipboardCopy, Image as ImageIcon, Shapes } from "lucide-react";
import { download, fileStem } from "../../actions/designFiles.ts";
import { createProjector } from "../../canvas/projector.ts";
import { useConnectedCounts, withConnected } from "../../canvas/withConnected.ts";
import { Button } from "../../controls/Button.tsx";
import { pictureColours } from "../../picture/pictureColours.ts";
import { pngBlob, svgBlob, svgDocument } from "../../picture/pictureFile.tsx";
import { useEffectiveDesign, useView } from "../../stores.tsx";
import { drawnTheme, type DrawnTheme } from "../../theme/applyTheme.ts";
import { useJudgement, useWorkbench } from "../../workbench.ts";
import { ExportFoot, type ExportTabProps } from "./ExportFoot.tsx";

const THEMES: readonly { readonly value: DrawnTheme; readonly label: string }[] = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "high-contrast", label: "High contrast" },
];

/** The canvas as a picture: SVG, or PNG painted from it. No key is in a picture. */
export function PictureTab({ foot }: ExportTabProps) {
  const workbench = useWorkbench();
  const design = useEffectiveDesign();
  const judgement = useJudgement();
  const pageTheme = useView((view) => view.theme);
  const [theme, setTheme] = useState<DrawnTheme>(() => drawnTheme(pageTheme));
  const [background, setBackground] = useState(true);
  const [svg, setSvg] = useState<string | null>(null);
  const connected = useConnectedCounts(design);
  const scene = useMemo(
    () => withConnected(createProjector()(design, judgement), connected),
    [design, judgement, connected],
  );

  useEffect(() => {
    let gone = false;
    void svgDocument({ scene, title: design.name, colours: pictureColours(theme), background }).then((made) => {
      if (!gone) setSvg(made);
    });
    return () => {
      gone = true;
    };
  }, [scene, design.name, theme, background]);

  const address = useMemo(() => (svg === null ? null : URL.createObjectURL(svgBlob(svg))), [svg]);
  useEffect(
    () => () => {
      if (address !== null) URL.revokeObjectURL(address);
    },
    [address],
  );

  const stem = fileStem(design.name);
  const attempt = (action: () => Promise<void>) => {
    action().catch((error: unknown) => {
      workbench.notify(error instanceof Error ? error.message : String(error), "error");
    });
  };
  const copyPng = async (text: string) => {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": pngBlob(text) })]);
    workbench.notify("The picture is on the clipboard.");
  };
  const isEmpty = scene.nodes.length === 0;
  const ready = svg !== null && !isEmpty;
  return (
    <>
      <div className={`picture-preview ${background ? "" : "picture-transparent"}`}>
        {isEmpty ? <p>There is nothing on the canvas yet.</p> : null}
        {address === null || isEmpty ? null : <img src={address} alt={`The topology of ${design.name}`} />}
      </div>
      <div className="export-choices export-row">
        <label className="export-field">
          Theme
          <select
            className="field-input"
            value={theme}
            onChange={(event) => {
              const chosen = THEMES.find(({ value }) => value === event.currentTarget.value);
              if (chosen) setTheme(chosen.value);
            }}
          >
            {THEMES.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label className="checkbox-row">
          <input
            type="checkbox"
            checked={background}
            onChange={(event) => setBackground(event.currentTarget.checked)}
          />
          With background
        </label>
      </div>
      <ExportFoot foot={foot}>
        <span className="footer-space" />
        <Button disabled={!ready} onClick={() => svg !== null && attempt(() => copyPng(svg))}>
          <ClipboardCopy size={15} aria-hidden />
          Copy picture
        </Button>
        <Button disabled={!ready} onClick={() => svg !== null && download(`${stem}.svg`, svgBlob(svg))}>
          <Shapes size={15} aria-hidden />
          SVG
        </Button>
        <Button
          look="primary"
          disabled={!ready}
          onClick={() => svg !== null && attempt(async () => download(`${stem}.png`, await pngBlob(svg)))}
        >
          <ImageIcon size={15} aria-hidden />
          PNG
        </Button>
      </ExportFoot>
    </>
  );
}
