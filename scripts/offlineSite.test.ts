import { expect, test } from "vitest";
import { serviceWorker } from "./offlineSite.js";

const files = (page: string) =>
  new Map([
    ["index.html", Buffer.from(page)],
    ["assets/a-1.js", Buffer.from("a")],
  ]);

const versionOf = (text: string) => /const VERSION = "(\w{16})";/.exec(text)?.[1];

test("the service worker lists every file with its digest", () => {
  const text = serviceWorker(files("page"));
  expect(text).toContain('"assets/a-1.js": "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"');
  expect(versionOf(text)).toBeDefined();
});

test("any change of any file is another version, and the same files are the same version", () => {
  expect(versionOf(serviceWorker(files("page")))).toBe(versionOf(serviceWorker(files("page"))));
  expect(versionOf(serviceWorker(files("page")))).not.toBe(versionOf(serviceWorker(files("page 2"))));
});
