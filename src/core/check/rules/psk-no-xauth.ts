import { putEdit } from "../../edit/elementEdits.ts";
import { ALL_ONES } from "../../net/ipv4.ts";
import { projectedRule } from "../projectedRule.ts";

/** A router can't type a user name. */
export const pskNoXauth = projectedRule({
  id: "psk-no-xauth",
  severity: "error",
  fix: "auto",
  docs: {
    what: "A crypto map authenticates clients, and the pre-shared key of a site-to-site peer lacks `no-xauth`.",
    why: "The router asks every peer of such a map for a user name after phase 1; another router has none to give.",
    remedy: "Add `no-xauth` to the key, or move the clients to an ISAKMP profile.",
    source: "Cisco IOS Security Command Reference, crypto isakmp key",
  },
  messages: {
    asks: "{near} asks {far} for a user name, since {asker} authenticates clients and the key for {far} lacks no-xauth.",
  },
  message: () => "asks",
  fixes({ peering }, { a, b, nameA }, { data, places: [place] }) {
    const [near, farEnd] = data.near === nameA ? [a, peering.b] : [b, peering.a];
    const key = place?.kind === "isakmpKey" ? near?.elements.isakmpKey.get(place.name) : undefined;
    if (!near || !key) return [];
    const names = { near: data.near, far: data.far };
    if (key.peer.kind === "address" && key.peer.mask === ALL_ONES) {
      const title = `Add no-xauth to the key that ${names.near} has for ${names.far}`;
      return [{ title, safe: false, edits: [putEdit(near.id, "isakmpKey", { ...key, noXauth: true })] }];
    }
    if (farEnd?.address === null || farEnd?.address === undefined) return [];
    // Clients come by the wildcard key, and they shall be asked on.
    const peer = { kind: "address" as const, address: farEnd.address, mask: ALL_ONES };
    return [
      {
        title: `Give ${names.far} a key of its own with no-xauth on ${names.near}`,
        safe: false,
        edits: [putEdit(near.id, "isakmpKey", { ...key, peer, noXauth: true })],
      },
    ];
  },
});
