import { loadDesign, saveDesign } from "../core/index.ts";
import type { DesignFormat } from "./library.ts";

/** The design file as the library reads and writes it. A file that can't be read is an error with the reason. */
export const designFormat: DesignFormat = {
  ready: () => null,
  write: saveDesign,
  read(text) {
    const result = loadDesign(text);
    if (result.kind === "refused") {
      throw new Error(result.line === undefined ? result.message : `Line ${result.line}: ${result.message}`);
    }
    return { design: result.design, problems: result.problems.map(({ path, message }) => `${path}: ${message}`) };
  },
};
