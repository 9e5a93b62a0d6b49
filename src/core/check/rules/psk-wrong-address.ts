import { parseIpv4 } from "../../net/ipv4.ts";
import { bindKey } from "../keyFixes.ts";
import { projectedRule } from "../projectedRule.ts";
import { designOfPair } from "../selectorFixes.ts";

/** The key is bound to another address of the peer than the one that it speaks from. */
export const pskWrongAddress = projectedRule({
  id: "psk-wrong-address",
  severity: "error",
  fix: "auto",
  docs: {
    what: "The pre-shared key for a peer is bound to an address that the peer does not speak from.",
    why: "Main mode looks a key up by the packet's source address; the peer's other addresses do not count.",
    remedy: "Bind the key to the address of the peer's crypto interface, or of its local-address interface.",
    source: "Published running-configs and forum answers: MM_KEY_EXCH after a key for a loopback",
  },
  messages: { elsewhere: "{near} has a pre-shared key for another address of {far}, but {far} speaks from {address}." },
  message: () => "elsewhere",
  fixes(_judged, routers, { data, places }) {
    const [key] = places;
    const address = parseIpv4(data.address);
    if (!key || address === undefined) return [];
    const edits = bindKey(designOfPair(routers), key, address);
    return edits.length === 0 ? [] : [{ title: `Bind the key on ${data.near} to ${data.address}`, safe: false, edits }];
  },
});
