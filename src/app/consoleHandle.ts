import type { ConsoleAnswers } from "./consoleAnswers.ts";
import { firstPaint, wholePage } from "./late/firstPaint.ts";
import { loadLateParts } from "./late/lateCore.ts";
import type { Workbench } from "./workbench.ts";

/**
 * `window.tunnelwright`: a read-only handle for demonstrations, lessons and tests, in every build. Findings and peerings are in the
 * shapes of `tunnelwright check --format json`, and what it answers includes the draft that is being typed.
 */
export interface ConsoleHandle extends Omit<ConsoleAnswers, "finishChecking"> {
  /** Resolves when nothing is pending: drafts are steps, findings are current, and the design is saved. */
  settled(): Promise<void>;
}

declare global {
  interface Window {
    readonly tunnelwright?: ConsoleHandle;
  }
}

export function createConsoleHandle(workbench: Workbench): ConsoleHandle {
  const { library } = workbench;
  let answers: ConsoleAnswers | null = null;
  const ask = (): ConsoleAnswers => {
    if (!answers) throw new Error("The page is still loading. Wait for tunnelwright.settled().");
    return answers;
  };
  const load = async () => {
    const [{ consoleAnswers }] = await Promise.all([import("./consoleAnswers.ts"), loadLateParts()]);
    answers ??= consoleAnswers(workbench);
  };
  void firstPaint.then(load);
  return Object.freeze({
    getDesign: () => ask().getDesign(),
    getConfig: (name: string) => ask().getConfig(name),
    getFindings: () => ask().getFindings(),
    getPeerings: () => ask().getPeerings(),
    async settled() {
      await Promise.all([load(), wholePage]);
      // The editor turns what was typed into a draft within a frame or two; until then there is nothing to commit.
      await nextFrame();
      await nextFrame();
      do {
        await library.saver.flush();
        await nextFrame();
      } while (library.saver.state.getState().status === "saving");
      ask().finishChecking();
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
