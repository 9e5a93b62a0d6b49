import type { KeptLine } from "./host.ts";

/** One transform in the words of IOS; a key size stands behind its cipher: "esp-aes 256". A bare "esp-aes" has 128 bits. */
export type Transform = string;

/** `crypto ipsec transform-set`: one to four transforms; their order has no meaning. */
export interface TransformSet {
  readonly name: string;
  readonly transforms: readonly Transform[];
  /** Absent means tunnel. */
  readonly mode?: "tunnel" | "transport";
  /** `mode transport require`: refuse the other mode. */
  readonly modeRequire?: true;
  readonly extendedSequenceNumbers?: true;
  readonly kept: readonly KeptLine[];
}
