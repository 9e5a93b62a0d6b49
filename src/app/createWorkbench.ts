import { toast } from "sonner";
import { commitText, EMPTY_DESIGN, parse } from "../core/index.ts";
import { keepCheckpoints } from "../store/checkpointClock.ts";
import { createDesignStore, type TextReader } from "../store/designStore.ts";
import { openDesignStorage, type DesignStorage } from "../store/designStorage.ts";
import { designFormat } from "../store/designFormat.ts";
import { newPresharedKey, randomIds } from "../store/identities.ts";
import { createJudge } from "../store/judgement.ts";
import { keepSelectionPresent } from "./keepSelectionPresent.ts";
import { createLibrary } from "../store/library.ts";
import { createTabRole } from "../store/tabRole.ts";
import { createUnsavedJournal } from "../store/unsavedJournal.ts";
import { createViewStore } from "../store/viewStore.ts";
import { pageStorage, tabStorage, unsavedStorage } from "./browserStorage.ts";
import { announcements } from "./shell/announcements.ts";
import type { CanvasPort, Workbench } from "./workbench.ts";

const textReader: TextReader = {
  read(router, text) {
    const result = parse(text, { previous: router, makeId: () => router.id });
    switch (result.kind) {
      case "configurations":
        return result.routers[0] ?? router;
      case "empty":
        return "A router's text can't be empty. Delete the router instead.";
      case "refused":
        return `Line ${result.line}: ${result.message}`;
      default:
        return result satisfies never;
    }
  },
  commit: (design, read) => commitText(design, read, randomIds),
};

/** Everything that one page works with. A browser without storage gets a page that says so and still works. */
export async function createWorkbench(): Promise<Workbench> {
  const design = createDesignStore(EMPTY_DESIGN, textReader);
  const view = createViewStore(pageStorage);
  const storage = await openDesignStorage().catch((): DesignStorage | null => null);
  const library = createLibrary({
    store: design,
    storage,
    journal: unsavedStorage && createUnsavedJournal(unsavedStorage),
    format: designFormat,
    memory: tabStorage,
    tab: createTabRole(navigator.locks),
  });
  keepCheckpoints(design, library.saver);
  const canvas: { current: CanvasPort | null } = { current: null };
  const judge = createJudge();
  keepSelectionPresent(design, view, judge);
  return {
    design,
    view,
    library,
    canvas,
    lendCanvas(port) {
      canvas.current = port;
      return () => {
        if (canvas.current === port) canvas.current = null;
      };
    },
    ids: randomIds,
    newKey: newPresharedKey,
    judge,
    announce: (message) => announcements.say(message),
    notify(message, kind = "done") {
      announcements.say(message);
      if (kind === "error") toast.error(message);
      else if (kind === "warning") toast.warning(message);
      else toast(message);
    },
  };
}
