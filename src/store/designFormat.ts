import {
  loadDesign,
  loadDesignGradually,
  saveDesign,
  saveDesignGradually,
  type Design,
  type LoadResult,
} from "../core/index.ts";
import { inPieces } from "./inPieces.ts";
import type { DesignFormat } from "./library.ts";

/** The design file as the library reads and writes it. A file that can't be read is an error with the reason. */
export const designFormat: DesignFormat = {
  ready: () => null,
  write: saveDesign,
  writeInPieces: (design) => inPieces(saveDesignGradually(design)),
  read: (text) => opened(loadDesign(text)),
  readInPieces: async (text) => opened(await inPieces(loadDesignGradually(text))),
};

function opened(result: LoadResult): { readonly design: Design; readonly problems: readonly string[] } {
  if (result.kind === "refused") {
    throw new Error(result.line === undefined ? result.message : `Line ${result.line}: ${result.message}`);
  }
  return { design: result.design, problems: result.problems.map(({ path, message }) => `${path}: ${message}`) };
}
