import { projectedRule } from "../projectedRule.ts";

/** Several keys for one peer: which one is taken may depend on who starts. */
export const pskAmbiguous = projectedRule({
  id: "psk-ambiguous",
  severity: "warning",
  fix: "man",
  docs: {
    what: "Several different pre-shared keys of a router match one peer, in the global keys and in keyrings.",
    why: "Which one is taken differs between initiator and responder and between releases, so a tunnel may come up from one side only.",
    remedy: "Leave one key per peer, or bind entry and keyring together with an ISAKMP profile.",
    source: "Cisco TAC: IKEv1 and pre-shared keys with multiple keyrings",
  },
  messages: { several: "{near} has {count} different pre-shared keys that match {far} at {address}." },
  message: () => "several",
  dataOf: ({ data, places }) => ({ ...data, count: places.length }),
});
