import type { BroughtText } from "../../store/viewStore.ts";
import { ownName, parse, type IdSource, type Router, type SyntaxDiagnostic } from "../../core/index.ts";

/** What was found in brought texts, before anything is done with it. */
export interface BroughtConfigurations {
  readonly routers: readonly BroughtRouter[];
  /** Texts that are no configuration, with why. */
  readonly refusals: readonly string[];
}

export interface BroughtRouter {
  readonly router: Router;
  readonly name: string;
  readonly lines: number;
  readonly modelled: number;
  readonly diagnostics: readonly SyntaxDiagnostic[];
}

/** Reads texts into routers with identities of their own. It changes nothing. */
export function readConfigurations(texts: readonly BroughtText[], ids: IdSource): BroughtConfigurations {
  const routers: BroughtRouter[] = [];
  const refusals: string[] = [];
  for (const { text, file } of texts) {
    const made: ReturnType<IdSource["router"]>[] = [];
    const result = parse(text, {
      makeId: (index) => (made[index] ??= ids.router()),
      ...(file === undefined ? {} : { file }),
    });
    const of = file === undefined ? "The text" : file;
    if (result.kind === "empty") refusals.push(`${of} is empty.`);
    else if (result.kind === "refused") refusals.push(`${of}, line ${result.line}: ${result.message}`);
    else for (const router of result.routers) routers.push(brought(router));
  }
  return { routers, refusals };
}

function brought(router: Router): BroughtRouter {
  const lines = router.source?.lines ?? [];
  return {
    router,
    name: ownName(router),
    lines: lines.length,
    modelled: lines.filter(({ state }) => state === "modelled").length,
    diagnostics: router.source?.diagnostics ?? [],
  };
}
