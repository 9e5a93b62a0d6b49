import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { TemporalState } from "zundo";
import type { Design } from "../core/index.ts";
import { effectiveDesign, type DesignState, type DesignStep, type DesignStore } from "../store/designStore.ts";
import type { ViewState, ViewStore } from "../store/viewStore.ts";

/** The stores of one page. Handlers read them with `getState`; components through the hooks below. */
export interface Stores {
  readonly design: DesignStore;
  readonly view: ViewStore;
}

const StoresContext = createContext<Stores | null>(null);

export const StoresProvider = StoresContext.Provider;

export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (!stores) throw new Error("A component that needs the stores stands outside StoresProvider.");
  return stores;
}

/** Selects from the design store. A selector that makes objects must be memoised or wrapped in `useShallow`. */
export function useDesignState<T>(selector: (state: DesignState) => T): T {
  return useStore(useStores().design, selector);
}

/** The design with the draft in it: what everything on the page shows. */
export function useEffectiveDesign(): Design {
  return useDesignState(effectiveDesign);
}

export function useHistory<T>(selector: (state: TemporalState<DesignStep>) => T): T {
  return useStore(useStores().design.temporal, selector);
}

export function useView<T>(selector: (state: ViewState) => T): T {
  return useStore(useStores().view, selector);
}
