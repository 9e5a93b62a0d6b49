import { announcements } from "../shell/announcements.ts";
import { messages } from "../shell/messages.ts";

/** Lets the service worker store the site, so that it opens without network from the next visit on. */
export function keepOffline(): void {
  // The development server has no such worker, and an insecure origin may not have one.
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker
    .register(new URL("serviceWorker.js", document.baseURI))
    .then(tellOfNewVersion)
    .catch(() => {
      // Without it everything works but opening the page offline; the next visit tries again.
    });
}

/** A newer version waits until every page of the older one is closed; somebody who does not want to wait may reload. */
function tellOfNewVersion(registration: ServiceWorkerRegistration): void {
  const tell = () => {
    // The first version that is stored is the one that is shown.
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    announcements.say("A new version is ready.");
    messages.send({
      text: "A new version is ready.",
      kind: "done",
      action: {
        label: "Reload",
        run: () => {
          navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
          registration.waiting?.postMessage("take over");
        },
      },
    });
  };
  tell();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", tell);
  });
}
