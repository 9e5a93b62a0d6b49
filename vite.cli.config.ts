import { chmodSync } from "node:fs";
import { builtinModules } from "node:module";
import { defineConfig } from "vite";

const executable = "bin/tunnelwright.js";

/** The command line as one file with everything in it, so that it runs wherever Node does. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: "src/cli/main.ts",
    target: "node20",
    outDir: "bin",
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      external: [/^node:/, ...builtinModules],
      output: {
        format: "es",
        entryFileNames: "tunnelwright.js",
        codeSplitting: false,
        banner: "#!/usr/bin/env node",
      },
    },
  },
  ssr: { noExternal: true, target: "node" },
  plugins: [{ name: "executable", closeBundle: () => chmodSync(executable, 0o755) }],
});
