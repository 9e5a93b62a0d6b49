import { refusalsOf } from "../projection.ts";
import { peeringRule } from "../rule.ts";

/** An end of a tunnel whose address comes from elsewhere: DHCP, PPP, or a translator on the way. */
export const endpointUnknown = peeringRule({
  id: "endpoint-unknown",
  severity: "info",
  fix: "none",
  projects: true,
  docs: {
    what: "The address that an end of the tunnel speaks from is not in its configuration.",
    why: "Peers, keys and profiles are chosen by address. Where it is not known, some of the negotiation can't be followed.",
    remedy: "Nothing is wrong with it. A fixed address, or a dynamic map at the other end, makes it certain.",
    source: "Cisco, Security for VPNs with IPsec, Dynamic Crypto Maps",
  },
  messages: {
    alone: "{near}: the address of {address} is not in the text, so what its peer has to name can't be told.",
    pair: "{near} and {far}: not both addresses are in the text, so whether they recognise each other can't be told.",
  },
  check(judged, _routers, report) {
    const told = new Set<string>();
    for (const { data, places } of refusalsOf(judged, "endpoint-unknown")) {
      // Key, profile and peer are looked up by the same address; one answer is enough for all.
      const ends = [data.near, data.far].sort().join(" ");
      if (told.has(ends)) continue;
      told.add(ends);
      report({ message: data.far === "" ? "alone" : "pair", data, places });
    }
  },
});
