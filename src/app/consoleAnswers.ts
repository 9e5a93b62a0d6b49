import { checkReport, routerNames, routerText, type CheckReport, type Design } from "../core/index.ts";
import { effectiveDesign } from "../store/designStore.ts";
import type { Workbench } from "./workbench.ts";

/** What the console handle answers, once it is loaded. */
export interface ConsoleAnswers {
  /** The design file of what is open, as an object. */
  getDesign(): unknown;
  /** The text of the router of that name; throws when there is none. */
  getConfig(name: string): string;
  getFindings(): CheckReport["findings"];
  getPeerings(): CheckReport["peerings"];
  /** Checks what is not yet checked. */
  finishChecking(): void;
}

export function consoleAnswers({ design, judge, library }: Workbench): ConsoleAnswers {
  const current = (): Design => effectiveDesign(design.getState());
  const report = () => checkReport(current(), judge(current()));
  return {
    getDesign: (): unknown => JSON.parse(library.format.write(current())),
    getConfig(name: string) {
      const { routers } = current();
      const names = routerNames(routers);
      for (const router of routers.values()) if (names.get(router.id) === name) return routerText(router).text;
      throw new Error(`No router is called ${name}. There are: ${[...names.values()].join(", ")}.`);
    },
    getFindings: () => report().findings,
    getPeerings: () => report().peerings,
    finishChecking: () => void judge(current()),
  };
}
