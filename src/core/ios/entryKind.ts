/**
 * What decides which lines an entry of a crypto map takes: how its keys come about, or that it stands in a dynamic map. An anchor
 * only names a dynamic map and takes no lines.
 */
export type EntryKind = "ipsec-isakmp" | "ipsec-manual" | "gdoi" | "dynamic" | "anchor";

/** The entries whose security associations IKE negotiates. Only they rekey, so only they have lifetimes and new keys. */
export const NEGOTIATED: readonly EntryKind[] = ["ipsec-isakmp", "dynamic"];

/** The entries that name a peer and a transform set of their own; a group member gets both from the key server. */
export const WITH_PEER: readonly EntryKind[] = ["ipsec-isakmp", "ipsec-manual", "dynamic"];
