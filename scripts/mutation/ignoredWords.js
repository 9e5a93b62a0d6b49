const wordyObjects = new Set(["docs", "messages"]);
const wordyProperties = new Set(["title", "label", "explains", "reason", "question", "remedy"]);

/**
 * A node of the syntax tree with those around it, as Babel gives it.
 *
 * @typedef {{
 *   node: { key: { name?: string }, value: { type: string }, id: { name?: string } },
 *   parentPath: Path | null,
 *   isObjectProperty(): boolean,
 *   isStringLiteral(): boolean,
 *   isTemplateLiteral(): boolean,
 *   isVariableDeclarator(): boolean,
 *   isVariableDeclaration(): boolean,
 *   isFunction(): boolean,
 *   isStatement(): boolean,
 * }} Path
 */

/**
 * Words for people are no behaviour: what documents a rule, its messages, titles, labels and reasons. They are read, in the records
 * of the rules and negotiations, rather than mutated.
 *
 * @type {import("@stryker-mutator/api/ignore").Ignorer}
 */
export const ignoredWords = {
  shouldIgnore(given) {
    const path = /** @type {Path} */ (given);
    if (
      path.isObjectProperty() &&
      wordyObjects.has(path.node.key.name ?? "") &&
      path.node.value.type === "ObjectExpression"
    )
      return "words for people";
    return (path.isStringLiteral() || path.isTemplateLiteral()) && isWording(path) ? "words for people" : undefined;
  },
};

/** Whether a text is the value of a property, or of a constant, that holds words. @param {Path} path */
function isWording(path) {
  /** @type {Path | null} */
  let outer = path;
  for (; outer; outer = outer.parentPath) {
    if (outer.isObjectProperty() && wordyProperties.has(outer.node.key.name ?? "")) return true;
    if (outer.isVariableDeclarator() && wordyProperties.has(outer.node.id.name ?? "")) return true;
    if (outer.isFunction() || (outer.isStatement() && !outer.isVariableDeclaration())) return false;
  }
  return false;
}
