import { putEdit } from "../../edit/elementEdits.ts";
import type { Edit } from "../../edit/edit.ts";
import { formatIpv4, parseIpv4 } from "../../net/ipv4.ts";
import { nearAndFar, type NamedEnd } from "../namedEnds.ts";
import { projectedRule } from "../projectedRule.ts";

/** A keyring or profile that is bound to one endpoint serves no other. */
export const keyringLocalAddress = projectedRule({
  id: "keyring-local-address",
  severity: "error",
  fix: "auto",
  docs: {
    what: "The key for a peer is in a keyring whose local-address, or whose profile's, is not the endpoint that the crypto map uses.",
    why: "Such a keyring is only looked into for negotiations at that local address, so no key is found.",
    remedy: "Name the interface that the crypto map speaks from, or leave local-address out.",
    source: "Cisco IOS Security Command Reference, local-address",
  },
  messages: {
    elsewhere:
      "{near} has its key for {far} at {address} bound to another local address than the one that its crypto map speaks from.",
  },
  message: () => "elsewhere",
  fixes(judged, routers, { data, places: [key] }) {
    const [near] = nearAndFar(judged, routers, data.near);
    if (near.end.interface === null) return [];
    const edits = rebound(near, key?.kind === "keyring" ? key.name : undefined);
    return edits.length === 0
      ? []
      : [{ title: `Bind the key on ${near.name} to ${near.end.interface}`, safe: false, edits }];
  },
});

/** Keyring and profile with the interface that the end speaks from, where they name another. */
function rebound(near: NamedEnd, ring: string | undefined): readonly Edit[] {
  const { elements, id } = near.router;
  const localAddress = near.end.interface ?? "";
  const keyring = ring === undefined ? undefined : elements.keyring.get(ring);
  const anchor = elements.cryptoMapEntry.get(`${near.end.cryptoMap} ${near.end.sequence}`);
  const profileName =
    near.entry.body.isakmpProfile ?? anchor?.isakmpProfile ?? elements.cryptoMap.get(near.end.cryptoMap)?.isakmpProfile;
  const profile = profileName === undefined ? undefined : elements.isakmpProfile.get(profileName);
  return [
    ...(keyring && isElsewhere(near, keyring.localAddress)
      ? [putEdit(id, "keyring", { ...keyring, localAddress })]
      : []),
    ...(profile && isElsewhere(near, profile.localAddress)
      ? [putEdit(id, "isakmpProfile", { ...profile, localAddress })]
      : []),
  ];
}

function isElsewhere({ router, end }: NamedEnd, written: string | undefined): boolean {
  const [word = ""] = written?.split(/\s+/) ?? [];
  if (word === "" || word.toLowerCase() === end.interface?.toLowerCase()) return false;
  if (parseIpv4(word) !== undefined) return end.address === null || word !== formatIpv4(end.address);
  const other = router.elements.interface.get(word)?.address;
  return !(other?.kind === "static" && other.address === end.address);
}
