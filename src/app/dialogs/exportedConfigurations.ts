import { routerNames, routerText, withoutSecrets, type Design } from "../../core/index.ts";
import { fileStem } from "../actions/designFiles.ts";

/** One router's configuration as it is handed out. */
export interface ExportedConfiguration {
  readonly name: string;
  /** Unique among the design's, whatever the file system thinks of capitals. */
  readonly file: string;
  readonly text: string;
}

/** The configurations of all routers. Without secrets, placeholders stand in their place: equal ones for equal keys. */
export function exportedConfigurations(design: Design, withKeys: boolean): readonly ExportedConfiguration[] {
  const source = withKeys ? design : withoutSecrets(design).design;
  const names = routerNames(source.routers);
  const taken = new Set<string>();
  return [...source.routers.values()].map((router) => {
    const name = names.get(router.id) ?? "";
    const stem = fileStem(name);
    let file = `${stem}.cfg`;
    for (let count = 2; taken.has(file.toLowerCase()); count += 1) file = `${stem}-${count}.cfg`;
    taken.add(file.toLowerCase());
    return { name, file, text: routerText(router).text };
  });
}

/** What a terminal would swallow when the text is pasted into it. */
export function pasteHazards(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  const asks = lines.flatMap((line, index) =>
    line.includes("?") && !line.trimStart().startsWith("!") ? [index + 1] : [],
  );
  if (asks.length === 0) return [];
  const where = asks.length === 1 ? `Line ${asks[0] ?? 0} has` : `Lines ${asks.slice(0, 8).join(", ")} have`;
  return [
    `${where} a question mark, which a terminal takes as a call for help. Type Ctrl+V before it, or copy the file.`,
  ];
}
