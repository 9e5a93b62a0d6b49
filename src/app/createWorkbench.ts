import { EMPTY_DESIGN } from "../core/index.ts";
import { keepCheckpoints } from "../store/checkpointClock.ts";
import { createDesignStore } from "../store/designStore.ts";
import { openDesignStorage, type DesignStorage } from "../store/designStorage.ts";
import { newPresharedKey, randomIds } from "../store/identities.ts";
import { createJudgement } from "../store/judgement.ts";
import { keepSelectionPresent } from "./keepSelectionPresent.ts";
import { createLibrary } from "../store/library.ts";
import { createTabRole } from "../store/tabRole.ts";
import { createUnsavedJournal } from "../store/unsavedJournal.ts";
import { createViewStore, type ViewMemory } from "../store/viewStore.ts";
import { tabStorage, unsavedStorage } from "./browserStorage.ts";
import { designFormat, textReader } from "./late/lateCore.ts";
import { announcements } from "./shell/announcements.ts";
import { messages } from "./shell/messages.ts";
import type { CanvasPort, Workbench } from "./workbench.ts";

/** Everything that one page works with. A browser without storage gets a page that says so and still works. */
export async function createWorkbench(viewMemory: ViewMemory | null): Promise<Workbench> {
  const design = createDesignStore(EMPTY_DESIGN, textReader);
  const view = createViewStore(viewMemory);
  const storage = await openDesignStorage().catch((): DesignStorage | null => null);
  const canvas: { current: CanvasPort | null } = { current: null };
  const library = createLibrary({
    store: design,
    storage,
    journal: unsavedStorage && createUnsavedJournal(unsavedStorage),
    format: designFormat,
    memory: tabStorage,
    tab: createTabRole(navigator.locks),
    // Not once it is stored as well: who selects something of it meanwhile is to keep it.
    onShown() {
      // While the page loads, it shows what was remembered of the last visit.
      if (!canvas.current) return;
      view.setState({ selection: [], openTab: null, besideTab: null, place: null });
      canvas.current.fit();
    },
  });
  keepCheckpoints(design, library.saver);
  const judgement = createJudgement(design);
  keepSelectionPresent(design, view, judgement);
  const hideProblems = () => {
    const { problemsHiddenIn } = view.getState();
    judgement.hide(problemsHiddenIn !== null && problemsHiddenIn === library.saver.id());
  };
  view.subscribe(hideProblems);
  // The saver tells of each design that is opened.
  library.saver.state.subscribe(hideProblems);
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
    judgement,
    judge: (wanted) => judgement.of(wanted),
    announce: (message) => announcements.say(message),
    notify(message, kind = "done") {
      announcements.say(message);
      messages.send({ text: message, kind });
    },
  };
}
