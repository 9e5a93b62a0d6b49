import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores(["dist", "bin", "coverage", "reports", "test-results", "playwright-report", ".stryker-tmp"]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // The compiler knows every global, in scripts too.
      "no-undef": "off",
      eqeqeq: "error",
      "no-console": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      // A number in a message reads as it stands; anything else has to be turned into text on purpose.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // Handlers are written as () => run(operation), whatever the operation answers.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // `switch (true)` aside, an always-true loop is how a scanner is written.
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: "only-allowed-literals" },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["src/app/**/*.{ts,tsx}"],
    ...reactHooks.configs.flat["recommended-latest"],
  },
  {
    // The same design must always give the same answer, so the core has no clock, no chance and no network.
    files: ["src/core/**/*.ts"],
    ignores: ["src/core/**/*.test.ts", "src/core/testing/**"],
    rules: {
      "no-restricted-globals": ["error", "Date", "fetch", "performance", "crypto", "setTimeout", "setInterval"],
      "no-restricted-properties": ["error", { object: "Math", property: "random" }],
    },
  },
  {
    // Tests index into what they have just built, and say so with an exclamation mark.
    files: ["**/*.test.{ts,tsx}", "src/**/testing/**", "e2e/**", "bench/**"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
    },
  },
  {
    // The linter does not see a cast that stands in a comment; the compiler does, and checks these files too.
    files: ["**/*.js"],
    rules: {
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    // These talk to the person at the terminal.
    files: ["src/cli/**", "bench/**", "scripts/**"],
    rules: { "no-console": "off" },
  },
);
