import { useEffect, useId, useLayoutEffect, useState } from "react";
import { useDesignState, useEffectiveDesign, useView } from "../stores.tsx";
import { useJudgement, useWorkbench } from "../workbench.ts";
import { routerNames, type RouterId } from "../../core/index.ts";
import { AcceptBar } from "./AcceptBar.tsx";
import { ConfigurationPane } from "./ConfigurationPane.tsx";
import { besideOf } from "./followSelection.ts";
import { FixBar } from "./FixBar.tsx";
import { PasteBar } from "./PasteBar.tsx";
import { RouterTabs } from "./RouterTabs.tsx";
import { editorSession } from "./session.ts";
import type { EditorRuntime } from "./monaco/runtime.ts";
import "./editor.css";

/** The configurations as text: a tab per router, two peers side by side, readable before Monaco is there. */
export function ConfigurationEditor() {
  const workbench = useWorkbench();
  const session = editorSession(workbench);
  const judgement = useJudgement();
  const design = useEffectiveDesign();
  const readOnly = useDesignState((state) => state.readOnly);
  const openTab = useView((view) => view.openTab);
  const besideTab = useView((view) => view.besideTab);
  const secretsShown = useView((view) => view.secretsShown);
  const refused = useDesignState((state) => state.draft?.refused ?? null);
  const [runtime, setRuntime] = useState<EditorRuntime | null>(null);
  const [failed, setFailed] = useState(false);
  const panelId = useId();

  const names = routerNames(design.routers);
  const routers = [...design.routers.keys()];
  const main = openTab !== null && design.routers.has(openTab) ? openTab : (routers[0] ?? null);
  const wanted = besideTab !== null && design.routers.has(besideTab) ? besideTab : null;
  const beside = wanted === main ? null : wanted;

  useEffect(() => session.follower.start(), [session]);
  // Before the next frame is painted, so that the squiggles are never older than the edges.
  useLayoutEffect(() => session.setCheck(judgement), [session, judgement]);
  useEffect(() => {
    let gone = false;
    // After the first paint: the page is drawn and answers before Monaco costs anything.
    const cancel = whenIdle(() => {
      session.load().then(
        (loaded) => !gone && setRuntime(loaded),
        () => !gone && setFailed(true),
      );
    });
    return () => {
      gone = true;
      cancel();
    };
  }, [session]);

  const open = (router: RouterId) => {
    // The text that is asked for may stand beside; then the two change places, and nothing is shown twice.
    workbench.view.setState({ openTab: router, ...(router === besideTab && { besideTab: main }) });
  };
  const toggleBeside = () => {
    const { selection } = workbench.view.getState();
    const next = beside === null && main !== null ? besideOf(main, routers, session.check().peerings, selection) : null;
    workbench.view.setState({ besideTab: next });
    if (next !== null) session.follower.follow();
  };
  const nameOf = (router: RouterId) => names.get(router) ?? router;

  return (
    // React Flow listens to keys on the whole page, but not to those in here.
    <section className="configuration nokey" aria-label="Configuration">
      <div className="configuration-bar">
        <RouterTabs routers={routers} nameOf={nameOf} active={main} panelId={panelId} onOpen={open} />
        <div className="configuration-tools">
          <button
            type="button"
            aria-pressed={secretsShown}
            onClick={() => workbench.view.setState({ secretsShown: !secretsShown })}
          >
            Show keys
          </button>
          <button type="button" aria-pressed={beside !== null} disabled={routers.length < 2} onClick={toggleBeside}>
            Side by side
          </button>
        </div>
      </div>
      <FixBar session={session} />
      <AcceptBar session={session} />
      <PasteBar drafting={session.drafting} nameOf={nameOf} />
      {refused !== null && (
        <p className="configuration-notice warning" role="alert">
          {refused} The canvas keeps what was last understood.
        </p>
      )}
      {failed && (
        <p className="configuration-notice" role="alert">
          The editor could not be loaded, so the text can only be read.{" "}
          <button type="button" onClick={() => location.reload()}>
            Reload
          </button>
        </p>
      )}
      <div className="configuration-panes" id={panelId} role="tabpanel" aria-label={main ? nameOf(main) : "No router"}>
        {main === null ? (
          <p className="configuration-empty">Add a router to see its configuration here.</p>
        ) : (
          [main, ...(beside === null ? [] : [beside])].map((router, index) => (
            <ConfigurationPane
              key={index}
              side={index === 0 ? "main" : "beside"}
              router={router}
              name={nameOf(router)}
              titled={beside !== null}
              readOnly={readOnly}
              runtime={runtime}
              announce={workbench.announce}
            />
          ))
        )}
      </div>
    </section>
  );
}

/** Runs something when the page has nothing better to do, at the latest after a second. */
function whenIdle(action: () => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const handle = requestIdleCallback(action, { timeout: 1000 });
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(action, 200);
  return () => clearTimeout(handle);
}
