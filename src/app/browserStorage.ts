/** The part of a browser's key-value storage that the page uses. */
export type KeyValues = Pick<Storage, "getItem" | "setItem">;

/** A storage where the browser allows one; else one that forgets with the page. Asking for a forbidden one throws. */
function allowed(ask: () => Storage): KeyValues {
  try {
    const storage = ask();
    storage.getItem("");
    return storage;
  } catch {
    const values = new Map<string, string>();
    return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) };
  }
}

/** Takes the last state of a page that is being closed; null where the browser allows none. */
export const unsavedStorage = pageStorageOrNull();

function pageStorageOrNull(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Outlives the page: what the view remembers, and the sizes of the panels. */
export const pageStorage = allowed(() => window.localStorage);

/** Lives with the tab: which design it has open. */
export const tabStorage = allowed(() => window.sessionStorage);
