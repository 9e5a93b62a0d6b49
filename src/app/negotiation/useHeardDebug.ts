import { useEffect, useRef } from "react";
import type { Ladder, RungDebug } from "../../core/index.ts";
import { hear, sessionOf } from "../terminal/terminalSession.ts";
import { useWorkbench } from "../workbench.ts";

/**
 * While a negotiation is played, the terminals of both routers print what they are asked to debug: each step once, and again when it
 * is played from the start. A step back takes nothing off a screen.
 */
export function useHeardDebug(ladder: Ladder, debug: readonly RungDebug[], at: number): void {
  const { design } = useWorkbench();
  const heard = useRef({ debug, until: -1 });
  useEffect(() => {
    // An edit makes another negotiation, of which nothing has been played yet.
    if (heard.current.debug !== debug || at === 0) heard.current = { debug, until: at === 0 ? -1 : at };
    const steps = debug.slice(heard.current.until + 1, at + 1);
    if (at === 0 || steps.length === 0) return;
    heard.current = { debug, until: at };
    for (const side of ["initiator", "responder"] as const) {
      const router = ladder[side]?.router;
      if (router === undefined) continue;
      const lines = steps.flatMap((step) => step[side]);
      hear(
        sessionOf(design),
        router,
        lines,
        debug.flatMap((step) => step[side]),
      );
    }
  }, [design, ladder, debug, at]);
}
