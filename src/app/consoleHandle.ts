import { checkReport, routerNames, routerText, type CheckReport, type Design } from "../core/index.ts";
import { effectiveDesign } from "../store/designStore.ts";
import type { Workbench } from "./workbench.ts";

/**
 * `window.tunnelwright`: a read-only handle for demonstrations, lessons and tests, in every build. Findings and peerings are in the
 * shapes of `tunnelwright check --format json`, and what it answers includes the draft that is being typed.
 */
export interface ConsoleHandle {
  /** The design file of what is open, as an object. */
  getDesign(): unknown;
  /** The text of the router of that name; throws when there is none. */
  getConfig(name: string): string;
  getFindings(): CheckReport["findings"];
  getPeerings(): CheckReport["peerings"];
  /** Resolves when nothing is pending: drafts are steps, findings are current, and the design is saved. */
  settled(): Promise<void>;
}

declare global {
  interface Window {
    readonly tunnelwright?: ConsoleHandle;
  }
}

export function createConsoleHandle(workbench: Workbench): ConsoleHandle {
  const { design, judge, library } = workbench;
  const current = (): Design => effectiveDesign(design.getState());
  const report = () => checkReport(current(), judge(current()));
  return Object.freeze({
    getDesign: (): unknown => JSON.parse(library.format.write(current())),
    getConfig(name: string) {
      const { routers } = current();
      const names = routerNames(routers);
      for (const router of routers.values()) if (names.get(router.id) === name) return routerText(router).text;
      throw new Error(`No router is called ${name}. There are: ${[...names.values()].join(", ")}.`);
    },
    getFindings: () => report().findings,
    getPeerings: () => report().peerings,
    async settled() {
      // The editor turns what was typed into a draft within a frame or two; until then there is nothing to commit.
      await nextFrame();
      await nextFrame();
      do {
        await library.saver.flush();
        await nextFrame();
      } while (library.saver.state.getState().status === "saving");
    },
  });
}

function nextFrame(): Promise<void> {
  // A page in the background draws no frames, and must settle all the same.
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 50);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
