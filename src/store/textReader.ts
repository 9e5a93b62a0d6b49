import { commitText, parse } from "../core/index.ts";
import type { TextReader } from "./designStore.ts";
import { randomIds } from "./identities.ts";

/** Reads what a person types into a router's text. */
export const textReader: TextReader = {
  read(router, text) {
    const result = parse(text, { previous: router, makeId: () => router.id });
    switch (result.kind) {
      case "configurations":
        return result.routers[0] ?? router;
      case "empty":
        return "A router's text can't be empty. Delete the router instead.";
      case "refused":
        return `Line ${result.line}: ${result.message}`;
      default:
        return result satisfies never;
    }
  },
  commit: (design, read) => commitText(design, read, randomIds),
};
