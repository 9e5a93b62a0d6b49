import { describe, expect, it } from "vitest";
import { matches, shown, type KeyPress } from "./shortcut.ts";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe("a shortcut", () => {
  it("with Mod is Control on a PC and Command on a Mac", () => {
    expect(matches("Mod+Z", press("z", { ctrlKey: true }), false)).toBe(true);
    expect(matches("Mod+Z", press("z", { metaKey: true }), false)).toBe(false);
    expect(matches("Mod+Z", press("z", { metaKey: true }), true)).toBe(true);
  });

  it("of a letter tells Shift apart, one of a sign does not", () => {
    expect(matches("Mod+Z", press("Z", { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(matches("Mod+Shift+Z", press("Z", { ctrlKey: true, shiftKey: true }), false)).toBe(true);
    expect(matches("?", press("?", { shiftKey: true }), false)).toBe(true);
    expect(matches("Mod++", press("+", { ctrlKey: true, shiftKey: true }), false)).toBe(true);
  });

  it("is not met by more modifiers than it names", () => {
    expect(matches("L", press("l", { ctrlKey: true }), false)).toBe(false);
    expect(matches("Delete", press("Delete", { altKey: true }), false)).toBe(false);
  });

  it("is shown as the machine's menus show it", () => {
    expect(shown("Mod+Shift+Z", false)).toBe("Ctrl+Shift+Z");
    expect(shown("Mod++", false)).toBe("Ctrl++");
    expect(shown("Mod+Shift+Z", true)).toBe("⌘⇧Z");
  });
});
