import { useEffect } from "react";
import type { BroughtText } from "../../store/viewStore.ts";
import { useWorkbench, type Workbench } from "../workbench.ts";
import { droppedFiles, isDesignFile, textsOfFiles } from "./broughtFiles.ts";
import { copySelected, isClip, pasteClip } from "./clipboard.ts";
import { openDesignFile } from "./designFiles.ts";
import { isTyping } from "./shortcut.ts";

/**
 * Copy and paste of objects, and of texts from elsewhere: a configuration that is pasted or dropped anywhere on the page opens the
 * import dialog with it, a design file is opened.
 */
export function useBroughtTexts(): void {
  const workbench = useWorkbench();
  useEffect(() => {
    const rests = (event: Event) => {
      const { dialog, mode } = workbench.view.getState();
      return isTyping(event.target) || dialog !== null || mode !== "edit";
    };
    const onCopy = (event: ClipboardEvent) => {
      // Words that are marked on the page are what somebody means to copy.
      if (rests(event) || !(window.getSelection()?.isCollapsed ?? true)) return;
      const told = copySelected(workbench);
      if (told === null) return;
      event.clipboardData?.setData("text/plain", told);
      event.preventDefault();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (rests(event) || workbench.design.getState().readOnly) return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (isClip(text)) pasteClip(workbench);
      else if (text.includes("\n")) bring(workbench, [{ text }]);
      else return;
      event.preventDefault();
    };
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      // A file that is dropped beside its target would otherwise replace the page.
      if (!event.dataTransfer?.types.includes("Files") || event.defaultPrevented) return;
      event.preventDefault();
      if (workbench.view.getState().mode !== "edit") return;
      takeFiles(workbench, droppedFiles(event.dataTransfer)).catch((error: unknown) => {
        workbench.notify(error instanceof Error ? error.message : String(error), "error");
      });
    };
    document.addEventListener("copy", onCopy);
    document.addEventListener("paste", onPaste);
    window.addEventListener("dragover", onDragOver);
    window.addEventListener("drop", onDrop);
    return () => {
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("paste", onPaste);
      window.removeEventListener("dragover", onDragOver);
      window.removeEventListener("drop", onDrop);
    };
  }, [workbench]);
}

async function takeFiles(workbench: Workbench, dropped: Promise<readonly File[]>): Promise<void> {
  const texts = await textsOfFiles(await dropped);
  const [first] = texts;
  if (!first) workbench.notify("There is no configuration in what was dropped (.cfg, .conf, .txt or .ios).", "warning");
  else if (isDesignFile(texts)) await openDesignFile(workbench, first.text);
  else if (workbench.design.getState().readOnly) workbench.notify("This tab is read-only.", "warning");
  else bring(workbench, texts);
}

function bring({ view }: Workbench, brought: readonly BroughtText[]): void {
  view.setState({ brought, dialog: "import" });
}
