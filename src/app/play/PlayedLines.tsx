import { placeRange, placeText, routerNames, routerSecrets, secretSpans, type Place } from "../../core/index.ts";
import { reveal } from "../../store/viewStore.ts";
import { useEffectiveDesign, useView } from "../stores.tsx";
import { useWorkbench } from "../workbench.ts";

/** The lines that a step lights, each leading to its text. */
export function PlayedLines({ places }: { readonly places: readonly Place[] }) {
  const { view } = useWorkbench();
  const design = useEffectiveDesign();
  const secretsShown = useView((state) => state.secretsShown);
  const names = routerNames(design.routers);
  const seen = new Set<string>();
  const lines = places.flatMap((place) => {
    const router = design.routers.get(place.router);
    if (!router) return [];
    const { line } = placeRange(router, place);
    const key = `${place.router} ${line}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const text = placeText(router, place);
    const shown = secretsShown ? text : withoutKeys(text, routerSecrets(router));
    return [{ key, place, line, name: names.get(place.router) ?? "", text: shown }];
  });
  if (lines.length === 0) return null;
  return (
    <ul className="played-lines" aria-label="Lines of the configurations">
      {lines.map(({ key, place, line, name, text }) => (
        <li key={key}>
          <button type="button" onClick={() => reveal(view, { router: place.router, place, focus: true })}>
            <span className="played-line-where">
              {name} line {line}
            </span>
            <code>{text}</code>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A key is a secret here too: a dot for each of its characters. */
function withoutKeys(line: string, secrets: ReadonlySet<string>): string {
  return secretSpans(line, secrets).reduce(
    (text, { start, end }) => text.slice(0, start) + "•".repeat(end - start) + text.slice(end),
    line,
  );
}
