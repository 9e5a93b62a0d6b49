/** A place in a text, both counted from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** The tokens of JSON, and the blanks before them (RFC 8259); sticky, so that each is sought where the last one ended. */
const token =
  /[ \t\n\r]*(?:([{}[\],:])|("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y; // eslint-disable-line no-control-regex -- JSON forbids control characters in strings.

/** What may come next: a value, a key, or what may follow a value. The "first" ones allow the container to end at once. */
type Expected = "value" | "firstValue" | "key" | "firstKey" | "colon" | "after" | "nothing";

/**
 * Where a text that is no JSON stops being some. Engines tell this in their messages, each in its own way and not always,
 * so the text is read again, token by token; only ever after a failure.
 */
export function placeOfJsonFault(text: string): TextPlace {
  const containers: ("{" | "[")[] = [];
  let expected: Expected = "value";
  let end = 0;
  while (true) {
    token.lastIndex = end;
    const found = token.exec(text);
    const next: Expected | undefined = found ? follow(found, expected, containers) : undefined;
    if (next === undefined) return placeAt(text, end + (/^[ \t\n\r]*/.exec(text.slice(end))?.[0].length ?? 0));
    expected = next;
    end = token.lastIndex;
  }
}

/** What may come after a token, where the token itself may stand; undefined where it may not. */
function follow(found: RegExpExecArray, expected: Expected, containers: ("{" | "[")[]): Expected | undefined {
  const [, mark, string] = found;
  const valueMayStand = expected === "value" || expected === "firstValue";
  const container = containers[containers.length - 1];
  const after = (): Expected => (containers.length === 0 ? "nothing" : "after");
  switch (mark) {
    case undefined:
      if (string !== undefined && (expected === "key" || expected === "firstKey")) return "colon";
      return valueMayStand ? after() : undefined;
    case "{":
    case "[":
      if (!valueMayStand) return undefined;
      containers.push(mark);
      return mark === "{" ? "firstKey" : "firstValue";
    case "}":
      if (container !== "{" || (expected !== "after" && expected !== "firstKey")) return undefined;
      containers.pop();
      return after();
    case "]":
      if (container !== "[" || (expected !== "after" && expected !== "firstValue")) return undefined;
      containers.pop();
      return after();
    case ",":
      if (expected !== "after") return undefined;
      return container === "{" ? "key" : "value";
    default:
      return expected === "colon" ? "value" : undefined;
  }
}

function placeAt(text: string, index: number): TextPlace {
  const before = text.slice(0, index).split("\n");
  return { line: before.length, column: (before[before.length - 1]?.length ?? 0) + 1 };
}
