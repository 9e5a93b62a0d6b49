import { rangeRule } from "../rangeRule.ts";

/** Entries are tried in the order of their numbers, which have an end. */
export const rangeSeq = rangeRule({
  id: "range-seq",
  docs: {
    what: "The sequence number of a crypto map or dynamic map entry is not 1 to 65535.",
    why: "IOS refuses the line and with it all that stands below.",
    remedy: "Use a sequence number from 1 to 65535.",
    source: "Cisco IOS Security Command Reference, crypto map (global IPSec), crypto dynamic-map",
  },
});
