import type { DesignFormat } from "../../store/library.ts";
import type * as lateParts from "../../store/lateParts.ts";
import type { TextReader } from "../../store/designStore.ts";

type LateParts = typeof lateParts;

let parts: LateParts | null = null;
let loading: Promise<LateParts> | null = null;

/** Reading, printing and checking, which the first picture does without. */
export function loadLateParts(): Promise<LateParts> {
  loading ??= import("../../store/lateParts.ts").then(
    (loaded) => (parts = loaded),
    (error: unknown) => {
      // The next one who needs it asks again: the network may be back.
      loading = null;
      throw error;
    },
  );
  return loading;
}

function loaded(): LateParts {
  if (!parts) throw new Error("The page is still loading. Try again in a moment.");
  return parts;
}

/** The design file's format before and after it is loaded. */
export const designFormat: DesignFormat = {
  ready: () => (parts ? null : loadLateParts().then(() => undefined)),
  write: (design) => loaded().designFormat.write(design),
  read: (text) => loaded().designFormat.read(text),
  writeInPieces: (design) => loaded().designFormat.writeInPieces(design),
  readInPieces: (text) => loaded().designFormat.readInPieces(text),
};

/** The reader of what is typed. Nobody can type before the editor is there, which comes after it. */
export const textReader: TextReader = {
  read: (router, text) => loaded().textReader.read(router, text),
  commit: (design, read) => loaded().textReader.commit(design, read),
};
