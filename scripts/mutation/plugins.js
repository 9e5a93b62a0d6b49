// What `npm run mutation` adds to Stryker: tests that run without starting anew for each mutant, and what is not mutated.
import { declareClassPlugin, declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { ignoredWords } from "./ignoredWords.js";
import { InProcessRunner } from "./inProcessRunner.js";

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, "in-process", InProcessRunner),
  declareValuePlugin(PluginKind.Ignore, "words", ignoredWords),
];
