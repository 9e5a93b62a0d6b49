import { EMPTY_DESIGN, exampleDesign, isLessonText, type Design } from "../../core/index.ts";
import type { Workbench } from "../workbench.ts";

/** Opens an empty design. The one before stays in the library, so nothing is asked. */
export async function newDesign(workbench: Workbench): Promise<void> {
  await begin(workbench, EMPTY_DESIGN, "A new design is open. The one before is in the library, under Open…");
}

export async function openExample(workbench: Workbench): Promise<void> {
  await begin(workbench, exampleDesign(), "The example is open. The design before is in the library, under Open…");
}

/** A design file of more characters takes so long to read that a person is told that it is under way. */
const LARGE_TEXT = 2_000_000;

/** Opens a design that came as a file, or a lesson. The design before stays in the library. */
export async function openDesignFile(workbench: Workbench, text: string): Promise<void> {
  if (isLessonText(text)) {
    const { openLesson } = await import("../lesson/lessons.ts");
    const { lesson } = openLesson(text);
    workbench.view.setState({ tool: "lesson", toolsOpen: true, dockOpen: true, dialog: null });
    workbench.notify(`The lesson “${lesson.title}” is open.`);
    return;
  }
  if (text.length > LARGE_TEXT) workbench.notify("The design is being opened…");
  const { design, problems } = await workbench.library.format.readInPieces(text);
  await begin(workbench, design, problems.length === 0 ? `${design.name} is open.` : problems.join(" "));
}

/** Opens a design that was just made. The one before stays in the library. */
export async function openMadeDesign(workbench: Workbench, design: Design, message: string): Promise<void> {
  await begin(workbench, design, message);
}

async function begin(workbench: Workbench, design: Design, message: string): Promise<void> {
  try {
    await workbench.library.begin(design, true);
    workbench.view.setState({ dialog: null });
    workbench.notify(message);
  } catch (error) {
    workbench.notify(error instanceof Error ? error.message : String(error), "error");
  }
}

/** Makes the design that came in a link one's own: from here on it can be changed, and is kept with its first change. */
export function editSharedCopy(workbench: Workbench): void {
  const { design, view, notify } = workbench;
  const { lessonStep } = view.getState();
  // A reload must not open the link once more, over what has been done since.
  history.replaceState(null, "", location.pathname + location.search);
  view.setState({ sharedDesign: null, lessonStep: null });
  design.getState().setReadOnly(false);
  if (lessonStep) void import("../lesson/exercises.ts").then(({ goOnFrom }) => goOnFrom(workbench, lessonStep));
  notify("This is your copy now. The link still leads to what it was made of.");
}

/** A name that every file system takes. */
export function fileStem(name: string): string {
  const stem = name
    .normalize("NFKD")
    .replace(/[^\w.-]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .slice(0, 80);
  return stem === "" ? "design" : stem;
}

export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the content when the click is over, but some read it a little later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
