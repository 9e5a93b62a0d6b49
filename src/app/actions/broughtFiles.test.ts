import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { droppedFiles, isDesignFile, textsOfFiles } from "./broughtFiles.ts";

const zip = (files: Readonly<Record<string, string>>, name = "network.zip") =>
  new File([zipSync(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, strToU8(text)])))], name);

describe("files that were brought", () => {
  it("a zip is the configurations in it, whatever else lies there", async () => {
    const texts = await textsOfFiles([
      zip({ "hq.cfg": "hostname HQ", "sites/oslo.txt": "hostname Oslo", "readme.md": "#", "__MACOSX/._hq.cfg": "x" }),
      new File(["hostname Bergen"], "bergen"),
    ]);
    expect(texts).toEqual([
      { text: "hostname HQ", file: "hq.cfg" },
      { text: "hostname Oslo", file: "sites/oslo.txt" },
      { text: "hostname Bergen", file: "bergen" },
    ]);
  });

  it("a zip without configurations, or that is none, is refused by its name", async () => {
    await expect(textsOfFiles([zip({ "a.png": "x" }, "pictures.zip")])).rejects.toThrow(/^pictures\.zip has no config/);
    await expect(textsOfFiles([new File(["not a zip"], "broken.zip")])).rejects.toThrow(/^broken\.zip is no zip/);
  });

  it("a zip that unpacks to more than any network is refused before it is unpacked", async () => {
    const bomb = zip({ "a.cfg": " ".repeat(70 * 1024 * 1024) }, "bomb.zip");
    expect(bomb.size).toBeLessThan(1024 * 1024);
    await expect(textsOfFiles([bomb])).rejects.toThrow(/^bomb\.zip unpacks to more/);
  }, 60_000);

  it("one design file alone is opened, and not imported", async () => {
    expect(isDesignFile(await textsOfFiles([new File(["{}"], "network.json")]))).toBe(true);
    expect(isDesignFile(await textsOfFiles([new File([""], "a.json"), new File([""], "b.cfg")]))).toBe(false);
  });
});

describe("what was dropped", () => {
  const fileEntry = (name: string) => ({
    isDirectory: false,
    name,
    file: (done: (file: File) => void) => done(new File([name], name)),
  });
  /** Readers answer piece by piece. */
  const folder = (name: string, entries: readonly object[]) => ({
    isDirectory: true,
    name,
    createReader: () => {
      const pieces = entries.map((entry) => [entry]);
      return { readEntries: (done: (some: readonly object[]) => void) => done(pieces.shift() ?? []) };
    },
  });
  const drop = (...entries: readonly object[]) =>
    ({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files: [] }) as unknown as DataTransfer;

  it("is the configurations of a folder and of those in it, by name, and what lay beside it", async () => {
    const files = await droppedFiles(
      drop(
        folder("sites", [fileEntry("oslo.cfg"), folder("old", [fileEntry("hq.conf"), fileEntry("notes.pdf")])]),
        fileEntry("bergen"),
      ),
    );
    expect(files.map(({ name }) => name)).toEqual(["hq.conf", "oslo.cfg", "bergen"]);
  });
});
