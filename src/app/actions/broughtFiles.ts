import type { BroughtText } from "../../store/viewStore.ts";

/** What a folder or an archive is looked through for; the command line reads the same. */
const CONFIGURATION = /\.(cfg|conf|txt|ios)$/i;
/** Nobody's network unpacks to more than this; an archive that does is an attack. */
const LARGEST_UNPACKED_BYTES = 64 * 1024 * 1024;

/** The texts of files, in their order. A zip is as good as the configurations in it; an error says why one can't be read. */
export async function textsOfFiles(files: readonly File[]): Promise<readonly BroughtText[]> {
  const texts = await Promise.all(
    files.map(async (file) => (isZip(file) ? unzipped(file) : [{ text: await file.text(), file: file.name }])),
  );
  return texts.flat();
}

/** Whether a file is no configuration but a design, to be opened as it is. */
export function isDesignFile(texts: readonly BroughtText[]): boolean {
  return texts.length === 1 && /\.json$/i.test(texts[0]?.file ?? "");
}

/** The files that were dropped, and the configurations in the folders that were. Has to be called while the drop is going on. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<readonly File[]> {
  // The browser forgets the entries once the event is over, and only they tell a folder.
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const plain = [...files];
  if (!entries.some(({ isDirectory }) => isDirectory)) return plain;
  return (await Promise.all(entries.map((entry) => filesOf(entry, true)))).flat();
}

/** The configurations among the files of a chosen folder. */
export function configurationsOf(files: readonly File[]): readonly File[] {
  return files.filter(({ name }) => CONFIGURATION.test(name));
}

async function filesOf(entry: FileSystemEntry, isTop: boolean): Promise<readonly File[]> {
  if (entry.isDirectory) {
    const inside = await entriesOf(entry as FileSystemDirectoryEntry);
    return (await Promise.all(inside.map((one) => filesOf(one, false)))).flat();
  }
  // What was dropped by itself is meant, whatever it is called; in a folder there may be anything.
  if (!isTop && !CONFIGURATION.test(entry.name)) return [];
  return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))];
}

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    // It answers some hundred at a time, and none when there are no more.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    entries.push(...some);
  }
}

function isZip({ name, type }: File): boolean {
  return type === "application/zip" || /\.zip$/i.test(name);
}

async function unzipped(file: File): Promise<readonly BroughtText[]> {
  const { strFromU8, unzipSync } = await import("fflate");
  let size = 0;
  let contents: Readonly<Record<string, Uint8Array>>;
  try {
    contents = unzipSync(new Uint8Array(await file.arrayBuffer()), {
      filter({ name, originalSize }) {
        if (!CONFIGURATION.test(name) || /(^|\/)(\.|__MACOSX\/)/.test(name)) return false;
        size += originalSize;
        if (size > LARGEST_UNPACKED_BYTES) throw new RangeError();
        return true;
      },
    });
  } catch (error) {
    const why =
      error instanceof RangeError
        ? "unpacks to more than any network's configurations, so it was not read."
        : "is no zip that can be read.";
    throw new Error(`${file.name} ${why}`, { cause: error });
  }
  const texts = Object.entries(contents).map(([name, bytes]) => ({ text: strFromU8(bytes), file: name }));
  if (texts.length === 0) throw new Error(`${file.name} has no configuration in it (.cfg, .conf, .txt or .ios).`);
  return texts;
}
