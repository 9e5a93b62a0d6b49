import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { RouterId } from "../../core/index.ts";
import { focusWhenShown } from "../controls/focusWhenShown.ts";
import { tabWindow } from "./tabWindow.ts";

interface RouterTabsProps {
  readonly routers: readonly RouterId[];
  readonly nameOf: (router: RouterId) => string;
  readonly active: RouterId | null;
  readonly panelId: string;
  readonly onOpen: (router: RouterId) => void;
}

/** A tab per router. Of very many routers those around the open one are drawn; the field beside them opens any by name. */
export function RouterTabs({ routers, nameOf, active, panelId, onOpen }: RouterTabsProps) {
  const activeTab = useRef<HTMLButtonElement>(null);
  const { first, last } = tabWindow(routers.length, active === null ? 0 : routers.indexOf(active));
  useEffect(() => {
    activeTab.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    const at = active === null ? 0 : routers.indexOf(active);
    const target = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: routers.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const router = routers[(target + routers.length) % routers.length];
    if (router === undefined) return;
    onOpen(router);
    // The tab may only be drawn now.
    focusWhenShown(() => activeTab.current);
  };

  return (
    <>
      {(first > 0 || last < routers.length) && <RouterFinder routers={routers} nameOf={nameOf} onOpen={onOpen} />}
      <div className="configuration-tabs" role="tablist" aria-label="Routers" onKeyDown={onKeyDown}>
        {routers.slice(first, last).map((router, index) => (
          <button
            key={router}
            type="button"
            role="tab"
            ref={router === active ? activeTab : null}
            aria-selected={router === active}
            aria-controls={panelId}
            aria-posinset={first + index + 1}
            aria-setsize={routers.length}
            tabIndex={router === active ? 0 : -1}
            onClick={() => onOpen(router)}
          >
            {nameOf(router)}
          </button>
        ))}
      </div>
    </>
  );
}

/** As many names as a person reads through before typing one more letter. */
const MOST_OFFERED = 20;

function RouterFinder({ routers, nameOf, onOpen }: Pick<RouterTabsProps, "routers" | "nameOf" | "onOpen">) {
  const [typed, setTyped] = useState("");
  const matches =
    typed === ""
      ? []
      : routers.filter((router) => nameOf(router).toLowerCase().includes(typed.toLowerCase())).slice(0, MOST_OFFERED);
  const choose = (name: string) => {
    const router = matches.find((id) => nameOf(id) === name) ?? matches[0];
    if (router === undefined) return;
    setTyped("");
    onOpen(router);
  };
  return (
    <form
      className="configuration-finder"
      onSubmit={(event) => {
        event.preventDefault();
        choose(typed);
      }}
    >
      <input
        type="search"
        list="configuration-routers"
        aria-label="Find a router's configuration"
        placeholder={`Find in ${routers.length} routers`}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <datalist id="configuration-routers">
        {matches.map((router) => (
          <option key={router} value={nameOf(router)} />
        ))}
      </datalist>
    </form>
  );
}
