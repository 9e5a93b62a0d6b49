import { wordsOf, type Cursor } from "../ios/cursor.ts";
import type { Fault } from "./faults.ts";

/** First words that only an ASA or PIX knows. */
const asaWords = new Set(["tunnel-group", "same-security-traffic", "group-policy", "access-group"]);

/** Recognises the syntax of an ASA, which is another system with another way to say the same. */
export function asaFault(cursor: Cursor, atGlobalLevel: boolean): Fault | undefined {
  const { count } = cursor;
  const said = asaSyntax(wordsOf(cursor), atGlobalLevel);
  if (said === undefined) return undefined;
  return {
    from: 0,
    to: count - 1,
    severity: "warning",
    rule: "asa-syntax",
    message: `This is ASA syntax, not IOS: ${said}`,
  };
}

function asaSyntax(words: readonly string[], atGlobalLevel: boolean): string | undefined {
  const [first, second, third, fourth, fifth] = words;
  switch (first) {
    case "crypto":
      if (second === "map" && fourth === "interface") return "IOS applies a crypto map below the interface.";
      if ((second === "map" || second === "dynamic-map") && atGlobalLevel && (fifth === "match" || fifth === "set"))
        return "IOS opens the entry first, and its lines stand below it.";
      if (second === "ikev1" || (second === "ipsec" && (third === "ikev1" || third === "ikev2")))
        return "IOS says crypto isakmp, crypto ikev2 and crypto ipsec transform-set.";
      return undefined;
    case "access-list":
      return third === "extended" || third === "standard"
        ? "IOS says ip access-list extended, with entries below it and wildcards instead of masks."
        : undefined;
    case "object":
      return second === "network" || second === "service" ? "IOS says object-group." : undefined;
    case "ASA":
      return second === "Version" ? "the text comes from an ASA." : undefined;
    case "nameif":
    case "security-level":
      return `IOS has no ${first}.`;
    case undefined:
      return undefined;
    default:
      return atGlobalLevel && asaWords.has(first) ? `IOS has no ${first}.` : undefined;
  }
}
