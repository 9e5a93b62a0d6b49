/**
 * What the first picture does without, and what is by far the largest part of the core: reading and printing configurations, and
 * the rules. The page loads this file when its canvas is drawn, or before that when a stored design has to be read.
 */
export { gradualCheck } from "./gradualCheck.ts";
export { designFormat } from "./designFormat.ts";
export { textReader } from "./textReader.ts";
