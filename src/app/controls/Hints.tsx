import type { ReactNode } from "react";
import { Tooltip } from "radix-ui";

/** What tooltips stand in: after one was read, the next ones come quicker. */
export function Hints({ children }: { readonly children: ReactNode }) {
  return (
    <Tooltip.Provider delayDuration={500} skipDelayDuration={300}>
      {children}
    </Tooltip.Provider>
  );
}
