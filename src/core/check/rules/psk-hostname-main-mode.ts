import { projectedRule } from "../projectedRule.ts";

/** Main mode knows an address long before it knows a name. */
export const pskHostnameMainMode = projectedRule({
  id: "psk-hostname-main-mode",
  severity: "error",
  fix: "man",
  docs: {
    what: "The only pre-shared key for a peer is one by host name, and the tunnel uses main mode.",
    why: "In main mode the key must be found before the peer tells who it is, so it is looked up by the peer's address.",
    remedy: "Add a key for the peer's address, or let the peer initiate aggressive mode with its name.",
    source: "RFC 2409 section 5.4: with pre-shared keys main mode can identify peers by address only",
  },
  messages: {
    byName:
      "{near} has a pre-shared key for {far} by host name only, but main mode looks for one by the address {address}.",
  },
  message: () => "byName",
});
