import { useState } from "react";
import { Tabs } from "radix-ui";
import { Dialog } from "../../controls/Dialog.tsx";
import { ConfigurationsTab } from "./ConfigurationsTab.tsx";
import { PictureTab } from "./PictureTab.tsx";
import { ReportTab } from "./ReportTab.tsx";
import "../dialogs.css";
import "./export.css";

const TABS = [
  { value: "configurations", label: "Configurations", Content: ConfigurationsTab },
  { value: "picture", label: "Picture", Content: PictureTab },
  { value: "report", label: "Report", Content: ReportTab },
] as const;

/** Hands the design out: configurations to paste, a picture of the canvas, a report to read. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  // Each tab puts its own buttons at the dialog's foot.
  const [foot, setFoot] = useState<HTMLElement | null>(null);
  return (
    <Dialog
      wide
      title="Export"
      description="Everything is made here, in the browser."
      onClose={onClose}
      footer={<div className="export-foot" ref={setFoot} />}
    >
      <Tabs.Root defaultValue="configurations">
        <Tabs.List className="export-tabs" aria-label="What to export">
          {TABS.map(({ value, label }) => (
            <Tabs.Trigger key={value} value={value} className="export-tab">
              {label}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {TABS.map(({ value, Content }) => (
          <Tabs.Content key={value} value={value} className="export-panel" tabIndex={-1}>
            <Content foot={foot} />
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </Dialog>
  );
}
