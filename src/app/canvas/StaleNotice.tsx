import { TriangleAlert } from "lucide-react";
import { routerNames } from "../../core/index.ts";
import { useDesignState } from "../stores.tsx";

/** Says that the drawing shows the last text that was a configuration, while what is being typed is none. */
export function StaleNotice() {
  const draft = useDesignState((state) => state.draft);
  const routers = useDesignState((state) => state.design.routers);
  if (!draft || draft.refused === null) return null;
  return (
    <p className="stale-notice" role="status">
      <TriangleAlert size={15} aria-hidden />
      The text of {routerNames(routers).get(draft.router)} can’t be read, so its last readable state is drawn.{" "}
      {draft.refused}
    </p>
  );
}
