import { expect, test } from "vitest";
import { sectionCommand } from "./command.ts";
import { newCursor, splitWords } from "./cursor.ts";
import { compileMode, readAs, resolveForm } from "./mode.ts";
import { newTextWindow, showStretch } from "./textWindow.ts";

const described = { summary: "", source: "" };
const mode = compileMode({
  id: "interface",
  prompt: "config-if",
  indent: " ",
  commands: [
    sectionCommand<{ note: string }>({ syntax: "note <note:line>", field: "note", ...described }),
    sectionCommand<{ owner: string }>({
      syntax: "note owner <owner:name> [of <of:name>]",
      field: "owner",
      ...described,
    }),
  ],
});

const cursor = newCursor();

function formOf(line: string) {
  splitWords(cursor, line);
  const form = resolveForm(mode, cursor, 0);
  if (form === undefined) throw new Error(`"${line}" is no command.`);
  return form;
}

function isReadAs(line: string, text: string): boolean {
  const window = newTextWindow(text);
  showStretch(window, 0, text.length);
  return readAs(formOf(line), cursor, window, 0, text.length);
}

test.each([
  ["note the first", "note the second", true],
  ["note the first", "note owner somebody", false],
  ["note the first", "notes of somebody", false],
  ["note the first", "note", false],
  ["note owner somebody", "note owner nobody", true],
  ["note owner somebody", "note the second", false],
])("as the command of %j a line is read only where the tree of commands finds that one: %j: %s", (known, line, is) => {
  expect(isReadAs(known, line)).toBe(is);
});

test("what one line said is not said by the next", () => {
  expect(isReadAs("note owner somebody", "note owner nobody of us")).toBe(true);
  expect(cursor.args["of"]).toBe("us");
  expect(isReadAs("note owner somebody", "note owner everybody")).toBe(true);
  expect(cursor.args).toMatchObject({ owner: "everybody", of: undefined });
});
