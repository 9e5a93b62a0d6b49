import type { Theme, ViewStore } from "../../store/viewStore.ts";

/** What a theme is drawn as; `system` follows the machine. */
export type DrawnTheme = "light" | "dark" | "high-contrast";

const darkQuery = "(prefers-color-scheme: dark)";
const contrastQuery = "(prefers-contrast: more)";

export function drawnTheme(theme: Theme): DrawnTheme {
  if (theme !== "system") return theme;
  if (matchMedia(contrastQuery).matches) return "high-contrast";
  return matchMedia(darkQuery).matches ? "dark" : "light";
}

/**
 * Keeps the `data-theme` of the page equal to what was chosen, or to the machine's setting. Whoever draws without CSS can watch
 * that attribute. Answers how to stop.
 */
export function followTheme(view: ViewStore): () => void {
  const apply = () => {
    document.documentElement.dataset.theme = drawnTheme(view.getState().theme);
  };
  apply();
  const stopView = view.subscribe((state, before) => {
    if (state.theme !== before.theme) apply();
  });
  const queries = [matchMedia(darkQuery), matchMedia(contrastQuery)];
  for (const query of queries) query.addEventListener("change", apply);
  return () => {
    stopView();
    for (const query of queries) query.removeEventListener("change", apply);
  };
}
