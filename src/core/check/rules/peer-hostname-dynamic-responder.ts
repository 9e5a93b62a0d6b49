import { refusalsOf } from "../projection.ts";
import { peeringRule } from "../rule.ts";

/** A peer by name, resolved only when this end starts: nobody that it could recognise when the other end does. */
export const peerHostnameDynamicResponder = peeringRule({
  id: "peer-hostname-dynamic-responder",
  severity: "error",
  fix: "man",
  projects: true,
  docs: {
    what: "The end that has to answer names its peer with `set peer NAME dynamic`.",
    why: "Such a name is resolved only when this end starts a negotiation itself, so it has no entry for a peer that calls.",
    remedy: "Name the peer's address, or take `dynamic` out, at the end that has to answer.",
    source: "Cisco, Real-Time Resolution for IPsec Tunnel Peer, restrictions",
  },
  messages: {
    unresolved:
      "{far} resolves its peer's name {configured} only when it starts itself, so it can't answer {near} ({address}).",
  },
  check(judged, { nameA, nameB, a }, report) {
    for (const { data, places } of refusalsOf(judged, "peer-hostname-dynamic-responder")) {
      // The first place is the line that names the peer, and so the end that can't answer.
      const answering = places[0]?.router === a.id ? nameA : nameB;
      const calling = answering === nameA ? nameB : nameA;
      report({ message: "unresolved", data: { ...data, far: answering, near: calling }, places });
    }
  },
});
