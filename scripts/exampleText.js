/** The module that holds the example as text: a first visit opens it without the operations that draw it. */
const MODULE = "virtual:example-design";

/**
 * Makes the example when the site is built. Its maps are written as `{ "map": entries }`.
 *
 * @param {() => unknown} make
 * @returns {import("vite").Plugin}
 */
export function exampleText(make) {
  return {
    name: "example-text",
    resolveId: (id) => (id === MODULE ? MODULE : undefined),
    load: (id) =>
      id === MODULE ? `export default ${JSON.stringify(JSON.stringify(make(), mapsAsEntries))};` : undefined,
  };
}

/**
 * @param {string} _key
 * @param {unknown} value
 */
function mapsAsEntries(_key, value) {
  return value instanceof Map ? { map: [...value] } : value;
}
