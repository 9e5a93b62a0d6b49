import { putEdit } from "../edit/elementEdits.ts";
import type { Edit } from "../edit/edit.ts";
import type { PeeringEnd } from "../derive/peering.ts";
import type { IsakmpKey, KeyPeer, Secret } from "../model/isakmp.ts";
import type { Design } from "../model/design.ts";
import { keyPeerName, type Element, type Place } from "../model/router.ts";
import { ALL_ONES, type Ipv4Address } from "../net/ipv4.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import type { PeeringRouters } from "./rule.ts";

/** What stands for a key that a person has yet to say; `withKey` puts it in. */
const UNSAID: Secret = { type: 0, text: "" };

/** A key for one address, on each side that has none for the other's endpoint yet: to be filled in with `withKey`. */
export function missingKeys({ peering }: JudgedPeering, { a, b }: PeeringRouters): readonly Edit[] {
  const keyFor = (router: PeeringRouters["a"], far: PeeringEnd | null): readonly Edit[] => {
    if (!far || far.address === null) return [];
    const { address } = far;
    const has = [...router.elements.isakmpKey.values()].some((key) => isFor(key.peer, address));
    return has
      ? []
      : [putEdit(router.id, "isakmpKey", { secret: UNSAID, peer: { kind: "address", address, mask: ALL_ONES } })];
  };
  return [...keyFor(a, peering.b), ...(b ? keyFor(b, peering.a) : [])];
}

/** The clear key that one end has for the other, where that is a global one. */
export function clearKeyFor(router: PeeringRouters["a"], far: PeeringEnd | null): IsakmpKey | undefined {
  const address = far?.address ?? null;
  if (address === null) return undefined;
  return [...router.elements.isakmpKey.values()]
    .filter((key) => key.secret.type === 0 && isFor(key.peer, address))
    .sort((one, other) => maskOf(other.peer) - maskOf(one.peer))[0];
}

/** The edits with the key in place of what was yet unsaid. */
export function withKey(edits: readonly Edit[], text: string): readonly Edit[] {
  return edits.map((edit) =>
    edit.op === "put" && edit.key.kind === "isakmpKey"
      ? { ...edit, element: { ...(edit.element as IsakmpKey), secret: { type: 0, text } } satisfies IsakmpKey }
      : edit,
  );
}

/** The secret that stands at a place: a global key, or a key of a keyring. */
export function secretAt(design: Design, place: Place | undefined): Secret | undefined {
  const elements = place && design.routers.get(place.router)?.elements;
  if (!elements) return undefined;
  if (place.kind === "isakmpKey") return elements.isakmpKey.get(place.name)?.secret;
  return place.kind === "keyring"
    ? elements.keyring.get(place.name)?.keys.find((key) => keyPeerName(key.peer) === place.item)?.secret
    : undefined;
}

/** The edit that puts another secret at such a place. */
export function putSecret(design: Design, place: Place, secret: Secret): readonly Edit[] {
  return changeKey(design, place, (key) => ({ ...key, secret }));
}

/** The edit that binds the key at such a place to one address. */
export function bindKey(design: Design, place: Place, address: Ipv4Address): readonly Edit[] {
  return changeKey(design, place, (key) => ({ ...key, peer: { kind: "address", address, mask: ALL_ONES } }));
}

function changeKey(
  design: Design,
  place: Place,
  change: <K extends { readonly secret: Secret; readonly peer: KeyPeer }>(key: K) => K,
): readonly Edit[] {
  const elements = design.routers.get(place.router)?.elements;
  const put = (element: Element): Edit => ({
    op: "put",
    key: { router: place.router, kind: place.kind, name: place.name },
    element,
  });
  if (place.kind === "isakmpKey") {
    const key = elements?.isakmpKey.get(place.name);
    const changed = key && change(key);
    const taken = changed && changed.peer !== key.peer && elements?.isakmpKey.has(keyPeerName(changed.peer));
    return changed && !taken ? [put(changed)] : [];
  }
  const keyring = place.kind === "keyring" ? elements?.keyring.get(place.name) : undefined;
  if (!keyring) return [];
  return [
    put({ ...keyring, keys: keyring.keys.map((key) => (keyPeerName(key.peer) === place.item ? change(key) : key)) }),
  ];
}

function isFor(peer: KeyPeer, address: Ipv4Address): boolean {
  return peer.kind === "address" && ((peer.address ^ address) & peer.mask) === 0;
}

function maskOf(peer: KeyPeer): number {
  return peer.kind === "address" ? peer.mask : 0;
}
