import { describe, expect, test } from "vitest";
import { EMPTY_DESIGN, asCanvasId, asRouterId, changeScripts, scriptText } from "../../../core/index.ts";
import { fileStates } from "./fileStates.ts";

let count = 0;
const ids = { router: () => asRouterId(`file-${++count}`), canvas: () => asCanvasId(`file-${++count}`) };
const read = (text: string) => ({ ...EMPTY_DESIGN, name: text });

describe("files as states", () => {
  test("are compared by the names of their routers, whatever the files are called", () => {
    const [from, to] = fileStates(
      [
        { file: "monday.cfg", text: "hostname Edge\n" },
        { file: "tuesday.cfg", text: "hostname Edge\nip domain name example.com\n" },
      ],
      [],
      read,
      ids,
    );
    if (!from || !to) throw new Error("There are two files.");
    const [change] = changeScripts(from.open(), to.open());
    expect(change?.name).toBe("Edge");
    expect(change && scriptText(change.change)).toContain("ip domain name example.com");
  });

  test("are told apart from those that were added before, also of the same name", () => {
    const file = { file: "edge.cfg", text: "hostname Edge\n" };
    const first = fileStates([file], [], read, ids);
    const second = fileStates([file], first, read, ids);
    expect(second[0]?.id).not.toBe(first[0]?.id);
  });

  test("a design file is read as a design", () => {
    expect(fileStates([{ file: "design.json", text: "{}" }], [], read, ids)[0]?.open().name).toBe("{}");
  });

  test("a file without a configuration is refused by its name", () => {
    expect(() => fileStates([{ file: "empty.cfg", text: "" }], [], read, ids)).toThrow("empty.cfg is empty.");
  });
});
