import { rangeRule } from "../rangeRule.ts";

/** The window is a bit field, whose sizes are powers of two. */
export const rangeReplay = rangeRule({
  id: "range-replay",
  docs: {
    what: "An anti-replay window is not 64, 128, 256, 512 or 1024 packets.",
    why: "IOS refuses the line, so the value before it, or the default, stays in force.",
    remedy: "Use one of these sizes.",
    source:
      "Cisco IOS Security Command Reference, crypto ipsec security-association replay window-size; IOS-XE native YANG model",
  },
});
