import { join } from "node:path";
import {
  arrangeDesign,
  importRouters,
  print,
  routerModel,
  routerNames,
  routerText,
  saveDesign,
  withoutSecrets,
  EMPTY_DESIGN,
  applyEdits,
  asCanvasId,
  type Design,
  type Router,
} from "../core/index.ts";
import type { Console, ExitStatus } from "./console.ts";
import { readInputs } from "./inputs.ts";

/** `tunnelwright parse`: the router models found in one file. */
export function runParse(console: Console, path: string): ExitStatus {
  const inputs = readInputs(console, [path]);
  if (!inputs) return 2;
  reportUnmodelled(console, inputs.design);
  const names = routerNames(inputs.design.routers);
  console.out(
    `${JSON.stringify(
      [...inputs.design.routers.values()].map((router) => routerModel(router, names.get(router.id) ?? router.id)),
      null,
      2,
    )}\n`,
  );
  return 0;
}

/** `tunnelwright print`: the configuration printed back canonically from the model. */
export function runPrint(console: Console, path: string): ExitStatus {
  const inputs = readInputs(console, [path]);
  if (!inputs) return 2;
  reportUnmodelled(console, inputs.design);
  console.out([...inputs.design.routers.values()].map((router) => print(router).text).join(""));
  return 0;
}

/** `tunnelwright import`: a design file, its routers laid out. */
export function runImport(console: Console, paths: readonly string[], out: string, arrange: boolean): ExitStatus {
  const inputs = readInputs(console, paths);
  if (!inputs) return 2;
  reportUnmodelled(console, inputs.design);
  console.writeFile(out, saveDesign(drawn(inputs.design, arrange)));
  return 0;
}

/** `tunnelwright generate`: one configuration file per router, a person's text as the person wrote it. */
export function runGenerate(
  console: Console,
  path: string,
  out: string,
  options: { readonly router?: string; readonly secrets: boolean },
): ExitStatus {
  const inputs = readInputs(console, [path]);
  if (!inputs) return 2;
  const names = routerNames(inputs.design.routers);
  const wanted = [...inputs.design.routers.values()].filter(
    (router) => options.router === undefined || names.get(router.id) === options.router,
  );
  if (options.router !== undefined && wanted.length === 0) {
    console.error(`${path}:1:1: error: the design has no router called ${options.router}`);
    return 2;
  }
  const shown = options.secrets ? inputs.design : withoutSecrets(inputs.design).design;
  for (const router of wanted)
    console.writeFile(
      join(out, `${names.get(router.id) ?? router.id}.cfg`),
      configuration(shown.routers.get(router.id) ?? router),
    );
  return 0;
}

function configuration(router: Router): string {
  return routerText(router)
    .lines.map((line) => `${line.text}${router.source?.lineEnd ?? "\n"}`)
    .join("");
}

/** Routers that were only read have no place on a canvas yet; those of a design keep theirs unless asked to be arranged. */
function drawn(design: Design, arrange: boolean): Design {
  const placed = [...design.routers.values()].filter((router) => design.layout.has(router.id));
  const fresh = [...design.routers.values()].filter((router) => !design.layout.has(router.id));
  const known: Design = { ...design, routers: new Map(placed.map((router) => [router.id, router])) };
  let count = 0;
  const makeId = () => {
    do count += 1;
    while (design.subnets.has(asCanvasId(`canvas-${count}`)) || design.clouds.has(asCanvasId(`canvas-${count}`)));
    return asCanvasId(`canvas-${count}`);
  };
  const base = placed.length > 0 ? known : { ...EMPTY_DESIGN, name: design.name };
  const imported = applyEdits(base, importRouters(fresh, { canvas: makeId }).plan(base));
  return arrange ? applyEdits(imported, arrangeDesign().plan(imported)) : imported;
}

/** Says of each line about VPNs that the model has no place for where it stands and why; none of them is lost. */
function reportUnmodelled(console: Console, design: Design): void {
  for (const router of design.routers.values()) {
    for (const { line, column, severity, message, suggestion } of router.source?.diagnostics ?? []) {
      console.error(
        `${router.source?.file ?? router.id}:${line}:${column}: ${severity}: ${message}${suggestion ? ` (did you mean ${suggestion}?)` : ""}`,
      );
    }
  }
}
