import { TOKEN_COLOURS } from "../colours.ts";
import { monaco } from "./monaco.ts";

/** Monaco's own themes that ours begin from. */
const BASES: Readonly<Record<string, monaco.editor.BuiltinTheme>> = {
  light: "vs",
  dark: "vs-dark",
  "high-contrast": "hc-black",
};

/** Monaco's colours by the theme token that gives them; the two digits after the name are an opacity. */
const SURFACES: Readonly<Record<string, readonly [token: string, alpha?: string]>> = {
  "editor.background": ["--surface"],
  "editor.foreground": ["--text"],
  "editorLineNumber.foreground": ["--text-faint"],
  "editorLineNumber.activeForeground": ["--text"],
  "editorCursor.foreground": ["--text"],
  "editor.selectionBackground": ["--accent", "40"],
  "editor.inactiveSelectionBackground": ["--accent", "26"],
  "editor.selectionHighlightBackground": ["--accent", "1f"],
  "editor.wordHighlightBackground": ["--accent", "1f"],
  "editor.wordHighlightStrongBackground": ["--accent", "33"],
  "editor.lineHighlightBackground": ["--surface-sunken"],
  "editor.lineHighlightBorder": ["--line"],
  "editor.foldBackground": ["--accent", "14"],
  "editorIndentGuide.background1": ["--line"],
  "editorError.foreground": ["--error"],
  "editorWarning.foreground": ["--warning"],
  "editorInfo.foreground": ["--info"],
  "editorWidget.background": ["--surface-raised"],
  "editorWidget.foreground": ["--text"],
  "editorWidget.border": ["--line-strong"],
  "editorHoverWidget.background": ["--surface-raised"],
  "editorHoverWidget.foreground": ["--text"],
  "editorHoverWidget.border": ["--line-strong"],
  "editorHoverWidget.statusBarBackground": ["--surface-sunken"],
  "editorSuggestWidget.background": ["--surface-raised"],
  "editorSuggestWidget.foreground": ["--text"],
  "editorSuggestWidget.border": ["--line-strong"],
  "editorSuggestWidget.selectedBackground": ["--surface-active"],
  "editorSuggestWidget.selectedForeground": ["--text"],
  "editorSuggestWidget.highlightForeground": ["--accent"],
  "editorSuggestWidget.focusHighlightForeground": ["--accent"],
  "list.hoverBackground": ["--surface-hover"],
  "menu.background": ["--surface-raised"],
  "menu.foreground": ["--text"],
  "menu.selectionBackground": ["--surface-active"],
  "menu.selectionForeground": ["--text"],
  "menu.border": ["--line-strong"],
  "input.background": ["--surface"],
  "input.foreground": ["--text"],
  "input.border": ["--line-control"],
  "textLink.foreground": ["--accent"],
  focusBorder: ["--focus"],
  "scrollbarSlider.background": ["--text-faint", "40"],
  "scrollbarSlider.hoverBackground": ["--text-faint", "66"],
  "scrollbarSlider.activeBackground": ["--text-faint", "80"],
};

/** Draws Monaco in the page's theme, and again whenever the page's `data-theme` changes. Answers how to stop. */
export function followPageTheme(): () => void {
  const root = document.documentElement;
  const apply = () => {
    const name = root.dataset.theme ?? "light";
    defineTheme(`tunnelwright-${name}`, BASES[name] ?? "vs", getComputedStyle(root));
    monaco.editor.setTheme(`tunnelwright-${name}`);
  };
  apply();
  const observer = new MutationObserver(apply);
  observer.observe(root, { attributes: true, attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

function defineTheme(name: string, base: monaco.editor.BuiltinTheme, style: CSSStyleDeclaration): void {
  // A token that is not a plain colour is left to Monaco's base theme.
  const colourOf = (token: string): string | undefined => {
    const value = style.getPropertyValue(token).trim();
    return /^#[0-9a-f]{6}$/i.test(value) ? value : undefined;
  };
  const colours: Record<string, string> = {};
  for (const [surface, [token, alpha = ""]] of Object.entries(SURFACES)) {
    const colour = colourOf(token);
    if (colour) colours[surface] = colour + alpha;
  }
  monaco.editor.defineTheme(name, {
    base,
    inherit: true,
    colors: colours,
    rules: Object.entries(TOKEN_COLOURS).flatMap(([kind, token]) => {
      const foreground = colourOf(token)?.slice(1);
      return foreground ? [{ token: kind, foreground, ...(kind === "comment" && { fontStyle: "italic" }) }] : [];
    }),
  });
}
