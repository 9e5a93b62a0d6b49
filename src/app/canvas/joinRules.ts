import { useEffect, useState } from "react";
import type { Design } from "../../core/index.ts";
import { firstPaint } from "../late/firstPaint.ts";
import type { ObjectReference } from "../../store/viewStore.ts";

/** Why two objects can't be joined; null when they can. */
export type JoinObstacle = (design: Design, from: ObjectReference, to: ObjectReference) => string | null;

let known: JoinObstacle | null = null;

/** The rules of what can be joined; null until they are loaded, which is soon after the first paint. */
export function useJoinRules(): JoinObstacle | null {
  const [rules, setRules] = useState<{ readonly obstacle: JoinObstacle } | null>(known && { obstacle: known });
  useEffect(() => {
    if (known) return;
    let gone = false;
    void firstPaint
      .then(() => import("../actions/linking.ts"))
      .then(({ joinObstacle }) => {
        known = joinObstacle;
        if (!gone) setRules({ obstacle: joinObstacle });
      });
    return () => {
      gone = true;
    };
  }, []);
  return rules?.obstacle ?? null;
}
