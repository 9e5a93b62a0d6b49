import { dialectOf, modesAt, wordHelp } from "../../../core/index.ts";
import { completionsAt, type Completion } from "../completions.ts";
import { wordMarkdown } from "../hoverText.ts";
import { LANGUAGE } from "./language.ts";
import { monaco } from "./monaco.ts";
import type { RuntimeParts } from "./parts.ts";

const KINDS: Readonly<Record<Completion["is"], monaco.languages.CompletionItemKind>> = {
  keyword: monaco.languages.CompletionItemKind.Keyword,
  name: monaco.languages.CompletionItemKind.Reference,
  hint: monaco.languages.CompletionItemKind.Value,
  end: monaco.languages.CompletionItemKind.Event,
};

/** Offers what IOS would take at the caret, and says what the words under the pointer mean. */
export function registerHelp(runtime: RuntimeParts): void {
  // A list that somebody asked for stays open while they type, and Enter would put its hint in place of what was typed.
  let hintsAlone = false;
  monaco.editor.onDidCreateEditor((editor) => {
    editor.onDidChangeModelContent(() => {
      if (hintsAlone) editor.trigger("hint", "hideSuggestWidget", null);
      hintsAlone = false;
    });
  });

  monaco.languages.registerCompletionItemProvider(LANGUAGE, {
    triggerCharacters: [" "],
    provideCompletionItems(model, position, context) {
      const id = runtime.texts.routerOf(model);
      const router = id === null ? undefined : runtime.design().routers.get(id);
      if (!router) return null;
      const { prefix, items } = completionsAt(
        router.elements,
        model.getLinesContent(),
        position.lineNumber,
        position.column,
        dialectOf(router),
      );
      // Behind a blank that completes a command nobody wants to be told that the line may end.
      const asked = context.triggerKind === monaco.languages.CompletionTriggerKind.Invoke;
      hintsAlone = items.every((item) => item.is === "end" || item.is === "hint");
      if (!asked && hintsAlone) return null;
      const range = new monaco.Range(
        position.lineNumber,
        position.column - prefix.length,
        position.lineNumber,
        position.column,
      );
      return {
        suggestions: items.map((item, index) => ({
          label: { label: item.label, description: item.detail },
          kind: KINDS[item.is],
          documentation: item.meaning,
          // A hint puts nothing in the text, so Enter behind it is still a new line.
          insertText: item.is === "keyword" || item.is === "name" ? item.label : "",
          filterText: item.is === "keyword" || item.is === "name" ? item.label : " ",
          // The order in which IOS lists them is that of the descriptions.
          sortText: String(index).padStart(4, "0"),
          range,
        })),
      };
    },
  });

  monaco.languages.registerHoverProvider(LANGUAGE, {
    provideHover(model, position) {
      const id = runtime.texts.routerOf(model);
      const router = id === null ? undefined : runtime.design().routers.get(id);
      if (!router) return null;
      const line = model.getLineContent(position.lineNumber);
      const modes = modesAt(model.getLinesContent(), position.lineNumber - 1);
      const help = wordHelp(modes, line, position.column - 1, dialectOf(router));
      if (!help) return null;
      // A value may be a secret, and the name of its argument says more than it anyway.
      const word = help.item.is === "keyword" ? help.item.label : (help.item.argument ?? help.item.label);
      return {
        range: new monaco.Range(position.lineNumber, help.start + 1, position.lineNumber, help.end + 1),
        contents: [{ value: wordMarkdown(word, help.item) }],
      };
    },
  });
}
