import { resolve } from "node:path";
import { build, preview } from "vite";

/** The pages that are measured, built as they are shipped, and served. */
export interface Sites {
  readonly designer: string;
  readonly plain: string;
  close(): Promise<void>;
}

/** Builds both into a folder. */
export async function serveSites(root: string, folder: string): Promise<Sites> {
  const plainRoot = resolve(root, "bench/page/plainFlow");
  const [designer, plain] = [resolve(folder, "designer"), resolve(folder, "plain")];
  await build({ root, configFile: resolve(root, "vite.config.ts"), logLevel: "warn", build: { outDir: designer } });
  await build({
    root: plainRoot,
    configFile: false,
    base: "./",
    logLevel: "error",
    publicDir: false,
    build: { outDir: plain, target: "es2022" },
  });
  const servers = await Promise.all([serve(root, designer), serve(plainRoot, plain)]);
  const [first, second] = servers.map(({ resolvedUrls }) => resolvedUrls?.local[0]);
  if (first === undefined || second === undefined) throw new Error("The pages could not be served.");
  return {
    designer: first,
    plain: second,
    async close() {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

function serve(root: string, outDir: string) {
  return preview({
    root,
    configFile: false,
    base: "./",
    logLevel: "silent",
    build: { outDir },
    // Whichever port is free.
    preview: { host: "127.0.0.1", port: 0 },
  });
}
