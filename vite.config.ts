import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { exampleText } from "./scripts/exampleText.js";
import { offlineSite } from "./scripts/offlineSite.js";
import { exampleDesign } from "./src/core/generate/exampleDesign.ts";
import { designSchema } from "./src/core/file/schema.ts";

export default defineConfig({
  // Addresses in the built page are relative, so that dist/ works from any folder of any web server.
  base: "./",
  plugins: [react(), contentSecurityPolicy(), schemaOfDesignFile(), exampleText(exampleDesign), offlineSite()],
  build: {
    target: "es2022",
    // Monaco's core alone is above the default limit; it is loaded after the first paint.
    chunkSizeWarningLimit: 4000,
  },
  worker: { format: "es" },
  test: {
    environment: "node",
    // Against a test that never ends; a busy machine may take its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        // The core keeps nothing but what is derived from immutable values, so its tests share what they have loaded.
        test: { name: "core", include: ["src/core/**/*.test.ts"], pool: "threads", isolate: false },
      },
      {
        extends: true,
        test: {
          name: "page and tools",
          include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
          exclude: ["src/core/**"],
        },
      },
    ],
    coverage: {
      provider: "v8",
      include: ["src/**/*.{ts,tsx}"],
      exclude: ["src/**/*.test.{ts,tsx}", "src/core/testing/**"],
    },
  },
});

/**
 * Adds the policy to the built page only: the development server injects inline scripts of its own, and they change.
 * Monaco writes style elements, hence 'unsafe-inline' for styles. No other origin is ever asked for anything.
 */
function contentSecurityPolicy(): Plugin {
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: policy },
        injectTo: "head-prepend",
      },
    ],
  };
}

/** Puts the JSON Schema of the design file beside the page, made of the very types that read it. */
function schemaOfDesignFile(): Plugin {
  return {
    name: "design-schema",
    apply: "build",
    generateBundle() {
      const source = `${JSON.stringify(designSchema(), null, 2)}\n`;
      this.emitFile({ type: "asset", fileName: "design.schema.json", source });
    },
  };
}
