/** The design that a first visit opens. It is loaded by itself, since a later visit does without. */
export { exampleDesign } from "../core/index.ts";
