import type { Lesson } from "../scenario.ts";
import { accessCases } from "./accessCases.ts";
import { mapCases } from "./mapCases.ts";
import { mirrorCases } from "./mirrorCases.ts";
import { phase2Cases } from "./phase2Cases.ts";

/** The lessons that come with the product, after the guides that it follows. */
export const BUILT_IN_LESSONS: readonly Lesson[] = [
  { id: "mirror-images", title: "Mirror images", scenarios: mirrorCases },
  { id: "associations", title: "Security associations", scenarios: phase2Cases },
  { id: "crypto-maps", title: "Crypto maps with several entries", scenarios: mapCases },
  { id: "beyond-one-peer", title: "Hubs, profiles, translation and people at home", scenarios: accessCases },
];
