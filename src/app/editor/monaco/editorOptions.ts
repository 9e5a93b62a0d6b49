import { monaco } from "./monaco.ts";

/** How a configuration is edited: one blank of indentation, no minimap, no completion from mere words. */
export function editorOptions(): monaco.editor.IStandaloneEditorConstructionOptions {
  const style = getComputedStyle(document.documentElement);
  const rem = parseFloat(style.fontSize) || 16;
  const fontSize = Math.round(rem * 0.8125);
  return {
    model: null,
    automaticLayout: true,
    // A textarea is what every other key handler of the page knows as a place where somebody types.
    editContext: false,
    // A hover or a list of suggestions may be taller than the dock that the editor stands in.
    fixedOverflowWidgets: true,
    fontFamily: style.getPropertyValue("--font-mono").trim() || "monospace",
    fontSize,
    lineHeight: Math.round(fontSize * 1.55),
    // The minimap would draw keys that the text masks.
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    padding: { top: 6, bottom: 6 },
    lineNumbersMinChars: 4,
    renderLineHighlight: "line",
    renderWhitespace: "none",
    guides: { indentation: false },
    // An address is one word to the keys, too.
    wordSeparators: " \t",
    wordBasedSuggestions: "off",
    // Enter is a new line unless the chosen word would change the text.
    acceptSuggestionOnEnter: "smart",
    quickSuggestions: { other: true, comments: false, strings: false },
    suggest: { showWords: false, showStatusBar: false, preview: false },
    stickyScroll: { enabled: false },
    links: false,
    occurrencesHighlight: "singleFile",
    selectionHighlight: true,
    matchBrackets: "never",
    bracketPairColorization: { enabled: false },
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
    overviewRulerBorder: false,
    scrollbar: { useShadows: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
    glyphMargin: true,
    lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.On },
    contextmenu: true,
    "semanticHighlighting.enabled": false,
    accessibilityPageSize: 200,
  };
}
