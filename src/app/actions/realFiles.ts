import type { Workbench } from "../workbench.ts";
import { download, fileStem, openDesignFile } from "./designFiles.ts";

/** What the page uses of the browser's file pickers. Where there are none, files are downloaded and chosen the older way. */
interface FilePickers {
  readonly showOpenFilePicker?: (options: { readonly types: typeof FILE_TYPES }) => Promise<FileSystemFileHandle[]>;
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string;
    readonly types: typeof FILE_TYPES;
  }) => Promise<FileSystemFileHandle>;
}

const FILE_TYPES = [{ description: "Design of Tunnelwright", accept: { "application/json": [".json"] } }];

const pickers = (): FilePickers => window as unknown as FilePickers;

/** The file that a design was opened from or saved in, so that saving it again asks nothing. */
let own: { readonly design: string; readonly file: FileSystemFileHandle } | null = null;

/** Saves the design, keys and all, in a file of the person's choice: this is their own copy. */
export function saveDesignFile(workbench: Workbench): void {
  save(workbench).catch((error: unknown) => {
    if (!isGivenUp(error)) workbench.notify(error instanceof Error ? error.message : String(error), "error");
  });
}

async function save(workbench: Workbench): Promise<void> {
  const { showSaveFilePicker } = pickers();
  if (!showSaveFilePicker) {
    downloadDesignFile(workbench);
    return;
  }
  const { design, library } = workbench;
  design.getState().commitDraft();
  const { design: current } = design.getState();
  const id = library.saver.id();
  const suggestedName = `${fileStem(current.name)}.json`;
  const file =
    own?.design === id ? own.file : await showSaveFilePicker.call(window, { suggestedName, types: FILE_TYPES });
  const writable = await file.createWritable();
  await writable.write(library.format.write(current));
  await writable.close();
  own = { design: id, file };
  workbench.notify(`Saved in ${file.name}.`);
}

/** Hands the design out as a download, without a question: the way that works when nothing else does. */
export function downloadDesignFile({ design, library }: Workbench): void {
  design.getState().commitDraft();
  const { design: current } = design.getState();
  download(`${fileStem(current.name)}.json`, new Blob([library.format.write(current)], { type: "application/json" }));
}

/** Whether the browser lets the page open a file that it can save again. */
export function canPickFiles(): boolean {
  return pickers().showOpenFilePicker !== undefined;
}

/** Opens a file that the person picks; it is written to only when they save. False: they picked none. */
export async function openRealFile(workbench: Workbench): Promise<boolean> {
  try {
    const [file] = (await pickers().showOpenFilePicker?.call(window, { types: FILE_TYPES })) ?? [];
    if (!file) return false;
    await openDesignFile(workbench, await (await file.getFile()).text());
    own = { design: workbench.library.saver.id(), file };
    return true;
  } catch (error) {
    if (isGivenUp(error)) return false;
    throw error;
  }
}

/** Somebody who closes a picker has not met an error. */
function isGivenUp(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
