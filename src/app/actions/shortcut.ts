/**
 * A key with what is held down, as "Mod+Shift+Z". `Mod` is Command on a Mac and Control elsewhere. Keys are named as
 * `KeyboardEvent.key` names them, letters in upper case.
 */
export type Shortcut = string;

export const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

/** What of a keyboard event decides about shortcuts. */
export type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

export function matches(shortcut: Shortcut, press: KeyPress, mac = isMac): boolean {
  const parts = shortcut.split("+");
  // "Mod++" ends in an empty part: the key itself is the plus.
  const key = parts.at(-1) === "" ? "+" : (parts.at(-1) ?? "");
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const otherMod = mac ? press.ctrlKey : press.metaKey;
  if (mod !== wants("Mod") || otherMod || press.altKey !== wants("Alt")) return false;
  // Whether a sign such as `?` or `+` needs Shift depends on the keyboard, so only letters and named keys tell.
  const tellsShift = key.length > 1 || /[A-Z0-9]/.test(key);
  if (tellsShift && press.shiftKey !== wants("Shift")) return false;
  return (press.key.length === 1 ? press.key.toUpperCase() : press.key) === key;
}

/** A shortcut as the machine's own menus write it: "Ctrl+Shift+Z" or "⇧⌘Z". */
export function shown(shortcut: Shortcut, mac = isMac): string {
  const names = mac ? MAC_NAMES : PC_NAMES;
  return shortcut
    .replace(/\+\+$/, "+Plus")
    .split("+")
    .map((part) => names[part] ?? part)
    .join(mac ? "" : "+");
}

const PC_NAMES: Readonly<Record<string, string>> = { Mod: "Ctrl", Delete: "Del", Escape: "Esc", Plus: "+" };
const MAC_NAMES: Readonly<Record<string, string>> = {
  Mod: "⌘",
  Shift: "⇧",
  Alt: "⌥",
  Delete: "⌦",
  Escape: "⎋",
  Plus: "+",
};

/** Whether keys that are pressed here are somebody's typing, in a field or for an item of an open menu, and so no shortcuts. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest(
      "input, textarea, select, [contenteditable]:not([contenteditable='false']), .monaco-editor, [role=menu]",
    ) !== null
  );
}
