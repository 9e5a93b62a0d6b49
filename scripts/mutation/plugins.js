// What `npm run mutation` adds to Stryker: tests that run without starting anew for each mutant, samples, and what is not mutated.
import { declareClassPlugin, declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { ignoredWords } from "./ignoredWords.js";
import { InProcessRunner } from "./inProcessRunner.js";
import { SampleChecker } from "./sampleChecker.js";

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, "in-process", InProcessRunner),
  declareClassPlugin(PluginKind.Checker, "sample", SampleChecker),
  declareValuePlugin(PluginKind.Ignore, "words", ignoredWords),
];
