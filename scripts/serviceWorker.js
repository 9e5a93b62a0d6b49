// The service worker, as it is written beside the page with `FILES` and `VERSION` filled in (see offlineSite.js). It keeps one
// version of the site, whole, and serves nothing but that: a page never gets parts of two versions. A newer version is stored
// beside it and takes over when the last page of the older one is closed, or when somebody asks for it.

/** @typedef {{ waitUntil(work: Promise<unknown>): void }} LifeEvent */
/** @typedef {{ data: unknown, waitUntil(work: Promise<unknown>): void }} AskedEvent */
/** @typedef {{ request: Request, respondWith(answer: Promise<Response>): void }} AskEvent */
/**
 * @typedef {{
 *   addEventListener(name: "install" | "activate", listener: (event: LifeEvent) => void): void,
 *   addEventListener(name: "message", listener: (event: AskedEvent) => void): void,
 *   addEventListener(name: "fetch", listener: (event: AskEvent) => void): void,
 *   clients: { claim(): Promise<void> },
 *   skipWaiting(): Promise<void>,
 *   registration: { scope: string },
 * }} SiteWorker
 */

/** The files of the site, from its folder, with the digests of their contents. @type {Readonly<Record<string, string>>} */
const FILES = {};
const VERSION = "";

const PREFIX = "tunnelwright ";
const worker = /** @type {SiteWorker} */ (/** @type {unknown} */ (globalThis));
const address = (/** @type {string} */ file) => new URL(file, worker.registration.scope).href;

worker.addEventListener("install", (event) => event.waitUntil(store()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(worker.skipWaiting());
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(worker.registration.scope)) event.respondWith(answer(request));
});

/** Stores the whole site or nothing: a file that is not of this version, or can't be had, ends the attempt. */
async function store() {
  const cache = await caches.open(PREFIX + VERSION);
  try {
    for (const [file, digest] of Object.entries(FILES)) {
      const response = await fetch(address(file), { cache: "no-cache" });
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      if ((await digestOf(await response.clone().arrayBuffer())) !== digest)
        throw new Error(`${file} is of another version.`);
      await cache.put(address(file), response);
    }
  } catch (error) {
    await caches.delete(PREFIX + VERSION);
    throw error;
  }
}

async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== PREFIX + VERSION);
  await Promise.all(old.map((name) => caches.delete(name)));
  // A page of the first visit is served from here on; its parts are named by their contents, so none can be of another version.
  await worker.clients.claim();
}

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(PREFIX + VERSION);
  const stored = await cache.match(request.mode === "navigate" ? address("index.html") : request, {
    ignoreSearch: true,
    // Servers say that answers differ by origin; these do not.
    ignoreVary: true,
  });
  return stored ?? fetch(request);
}

/** @param {ArrayBuffer} content */
async function digestOf(content) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
