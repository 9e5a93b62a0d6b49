import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { Design } from "../core/index.ts";
import type { DesignFormat } from "../store/library.ts";
import { App } from "./App.tsx";
import { pageStorage } from "./browserStorage.ts";
import { createConsoleHandle } from "./consoleHandle.ts";
import { isLessonLink } from "./lesson/lessonFragment.ts";
import { createWorkbench } from "./createWorkbench.ts";
import type { LinkView } from "./dialogs/linkView.ts";
import { firstPaint } from "./late/firstPaint.ts";
import { keepOffline } from "./late/keepOffline.ts";
import { loadLateParts } from "./late/lateCore.ts";
import { followTheme } from "./theme/applyTheme.ts";
import type { Workbench } from "./workbench.ts";
import "./theme/font.css";
import "./theme/tokens.css";
import "./theme/base.css";
import "./theme/status.css";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no element to draw in.");

const linkView = await linkViewOf(location);
// What another page embeds must not change how this person's own pages look.
const workbench = await createWorkbench(linkView.mode === "embed" ? null : pageStorage);
followTheme(workbench.view);
// The lesson of a link is taken by its own part of the page, which is loaded when it is shown.
if (isLessonLink(location.hash)) workbench.view.setState({ tool: "lesson", toolsOpen: true, dockOpen: true });
const problems = await openSomething(workbench, linkView);
lookAsAsked(workbench, linkView);
await fontIsReady();
saveWhenLeaving(workbench);
Object.assign(window, { tunnelwright: createConsoleHandle(workbench) });

createRoot(root).render(
  <StrictMode>
    <App workbench={workbench} />
  </StrictMode>,
);
if (problems.length > 0 && linkView.mode === undefined) workbench.notify(problems.join(" "), "warning");
await firstPaint;
keepOffline();
const { gradualCheck } = await loadLateParts();
workbench.judgement.start(gradualCheck);

/** The design of a share link, else what was open last, else the example. Answers what the person has to be told about it. */
async function openSomething({ library, design, view }: Workbench, { mode }: LinkView): Promise<readonly string[]> {
  try {
    const shared = await sharedDesign(library.format);
    if (mode === "embed") {
      // What stands in somebody else's page is never what this person keeps here, and never becomes it.
      await library.begin(shared ?? (await example()), false);
      design.getState().setReadOnly(true);
      return [];
    }
    if (shared === null) return await library.reopen(example);
    await library.begin(shared, false);
    // It is only looked at, and a reload opens it again, until somebody asks for a copy to edit.
    design.getState().setReadOnly(true);
    view.setState({ sharedDesign: library.saver.id() });
    return [
      "This design came in a link, without its keys. Choose “Edit a copy” to change it; it is kept from then on.",
    ];
  } catch (error) {
    // What can't be read stays in storage untouched; the person gets a page that works, and is told.
    if (design.getState().design.routers.size === 0) await library.begin(await example(), false);
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** The design of the link that the page was opened by; null when it was opened without one. */
async function sharedDesign(format: DesignFormat): Promise<Design | null> {
  if (!location.hash.startsWith("#v")) return null;
  await format.ready();
  const { readShareLink } = await import("./dialogs/shareLink.ts");
  return readShareLink(location.hash, format);
}

async function example(): Promise<Design> {
  const { builtExample } = await import("../store/example.ts");
  return builtExample();
}

/** The view that an address asks for; most ask for none, and load nothing to read it. */
async function linkViewOf({ search, hash }: Location): Promise<LinkView> {
  if (!/[?&]/.test(search + hash)) return {};
  const { readLinkView } = await import("./dialogs/linkView.ts");
  return readLinkView(search, hash);
}

/** Looks at the design as an address asks; what it names and the design does not have is passed over. */
function lookAsAsked({ view, design }: Workbench, { mode, theme, selected, tab, at, step }: LinkView): void {
  const { routers } = design.getState().design;
  const openTab = [...routers.keys()].find((id) => id === tab);
  view.setState({
    ...(mode === undefined ? {} : { mode }),
    ...(theme === undefined ? {} : { theme }),
    ...(selected === undefined ? {} : { selection: [selected] }),
    ...(openTab === undefined ? {} : { openTab }),
    ...(at === undefined ? {} : { opensAt: at }),
    ...(step === undefined ? {} : { lessonStep: step, tool: "lesson", toolsOpen: true, dockOpen: true }),
  });
}

/** Labels are as wide as their text, so the font is waited for, but never for long. */
async function fontIsReady(): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, 400));
  await Promise.race([document.fonts.load('600 12px "Inter Variable"'), patience]);
}

/** A page that is hidden may never be shown again, and gets no later chance to write. */
function saveWhenLeaving({ library }: Workbench): void {
  const stop = library.saver.state.subscribe(({ savedAt }) => {
    if (savedAt === null) return;
    stop();
    // Browsers clear what they were not asked to keep when the disk fills up. Insecure origins have no such question.
    if (window.isSecureContext) void navigator.storage.persist();
  });
  window.addEventListener("pagehide", () => library.saver.leave());
  // The browser asks whether to leave, where what was not written yet fits nowhere else.
  window.addEventListener("beforeunload", (event) => {
    if (!library.saver.leave()) event.preventDefault();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void library.saver.flush();
  });
}
