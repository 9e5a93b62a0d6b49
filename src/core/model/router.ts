import type { ConfigurationSource } from "./source.ts";
import type { Elements, RouterId } from "./elements.ts";

// What a router is made of stands in a file of its own, since a router's source text speaks of it too.
export * from "./elements.ts";

/** A router: an identity, its configuration, and the few facts that text can't say. */
export interface Router {
  readonly id: RouterId;
  /** What the router is called where its configuration has no hostname: the file's stem. */
  readonly fileStem?: string;
  /** Overrides the dialect that the `version` line tells. */
  readonly dialect?: Dialect;
  /** The site of the drawing that it stands in; routers of one site back each other up. */
  readonly site?: string;
  /** There is a translator between this router and its peers. */
  readonly natOnPath?: true;
  readonly elements: Elements;
  /** The text that a person brought or typed; absent on a router that only ever was drawn. */
  readonly source?: ConfigurationSource;
}

/** `classic`: IOS 12.4 and 15.x. `xe17`: IOS-XE from 16 on. */
export type Dialect = "classic" | "xe17";
