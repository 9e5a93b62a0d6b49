/** Lets the service worker store the site, so that it opens without network from the next visit on. */
export function keepOffline(): void {
  // The development server has no such worker, and an insecure origin may not have one.
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker.register(new URL("serviceWorker.js", document.baseURI)).catch(() => {
    // Without it everything works but opening the page offline; the next visit tries again.
  });
}
