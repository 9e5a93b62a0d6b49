import {
  EMPTY_ELEMENTS,
  elementName,
  type Element,
  type ElementKey,
  type ElementKind,
  type Elements,
  type Router,
} from "../model/router.ts";
import type {
  Attachment,
  CanvasId,
  Cloud,
  Design,
  Position,
  RemoteClients,
  Subnet,
  Suppression,
  WishedFlow,
} from "../model/design.ts";
import type { RouterId } from "../model/router.ts";

/**
 * One change to a design. An element is addressed as IOS does: router, kind, and name. Putting an element whose name differs
 * from the key's renames it at its place.
 */
export type Edit =
  | { readonly op: "put"; readonly key: ElementKey; readonly element: Element }
  | { readonly op: "remove"; readonly key: ElementKey }
  | { readonly op: "putRouter"; readonly router: Router }
  | { readonly op: "removeRouter"; readonly router: RouterId }
  | { readonly op: "putSubnet"; readonly subnet: Subnet }
  | { readonly op: "putCloud"; readonly cloud: Cloud }
  | { readonly op: "putRemoteClients"; readonly remoteClients: RemoteClients }
  | { readonly op: "removeCanvasObject"; readonly id: CanvasId }
  | { readonly op: "place"; readonly id: string; readonly position: Position }
  | { readonly op: "setName"; readonly name: string }
  | { readonly op: "setWishedFlows"; readonly wishedFlows: readonly WishedFlow[] }
  | { readonly op: "setSuppressions"; readonly suppressions: readonly Suppression[] };

/** What a person can do. It reads the design and answers with edits; none means that it does not apply here. */
export interface Operation {
  /** Shown in the history: "Add peer 203.0.113.2". */
  readonly label: string;
  plan(design: Design): readonly Edit[];
}

/** Applies edits in order. What no edit names keeps its identity, so that whatever was derived from it stays valid. */
export function applyEdits(design: Design, edits: readonly Edit[]): Design {
  const fresh: FreshMaps = new WeakSet();
  return edits.reduce((before, edit) => applyEdit(before, edit, fresh), design);
}

/**
 * The maps that were made for the edits that are being applied. Nobody has seen them yet, so that the next edit is written into them:
 * thousands of edits copy what they change once.
 */
type FreshMaps = Pick<WeakSet<object>, "has" | "add">;

function applyEdit(design: Design, edit: Edit, fresh: FreshMaps): Design {
  switch (edit.op) {
    case "put":
      return withRouter(design, edit.key.router, fresh, (router) => ({
        ...router,
        elements: putElement(router.elements, edit.key, edit.element, fresh),
      }));
    case "remove":
      return withRouter(design, edit.key.router, fresh, (router) => ({
        ...router,
        elements: removeElement(router.elements, edit.key, fresh),
      }));
    case "putRouter":
      return { ...design, routers: withEntry(design.routers, edit.router.id, edit.router, fresh) };
    case "removeRouter":
      return removeRouter(design, edit.router, fresh);
    case "putSubnet":
      return { ...design, subnets: withEntry(design.subnets, edit.subnet.id, edit.subnet, fresh) };
    case "putCloud":
      return { ...design, clouds: withEntry(design.clouds, edit.cloud.id, edit.cloud, fresh) };
    case "putRemoteClients": {
      const { remoteClients } = edit;
      return { ...design, remoteClients: withEntry(design.remoteClients, remoteClients.id, remoteClients, fresh) };
    }
    case "removeCanvasObject":
      return {
        ...design,
        subnets: withoutEntry(design.subnets, edit.id, fresh),
        clouds: withoutEntry(design.clouds, edit.id, fresh),
        remoteClients: withoutEntry(design.remoteClients, edit.id, fresh),
        layout: withoutEntry(design.layout, edit.id, fresh),
      };
    case "place":
      return { ...design, layout: withEntry(design.layout, edit.id, edit.position, fresh) };
    case "setName":
      return { ...design, name: edit.name };
    case "setWishedFlows":
      return { ...design, wishedFlows: edit.wishedFlows };
    case "setSuppressions":
      return { ...design, suppressions: edit.suppressions };
    default:
      return edit satisfies never;
  }
}

/** The elements with one put in place of the one that the key names, or added last. */
export function putElement(
  elements: Elements,
  key: Pick<ElementKey, "kind" | "name">,
  element: Element,
  fresh: FreshMaps = new WeakSet(),
): Elements {
  const collection = elements[key.kind] as ReadonlyMap<string, Element>;
  const name = elementName(key.kind, element as never);
  if (name === key.name) return withCollection(elements, key.kind, withEntry(collection, name, element, fresh));
  const renamed = new Map<string, Element>();
  for (const [oldName, old] of collection) {
    if (oldName === key.name) renamed.set(name, element);
    else if (oldName !== name) renamed.set(oldName, old);
  }
  if (!renamed.has(name)) renamed.set(name, element);
  return withCollection(elements, key.kind, renamed);
}

export function removeElement(
  elements: Elements,
  key: Pick<ElementKey, "kind" | "name">,
  fresh: FreshMaps = new WeakSet(),
): Elements {
  const collection = elements[key.kind] as ReadonlyMap<string, Element>;
  return withCollection(elements, key.kind, withoutEntry(collection, key.name, fresh));
}

/** A router's elements from a plain list, in order. */
export function elementsOf(list: readonly { readonly kind: ElementKind; readonly element: Element }[]): Elements {
  const fresh: FreshMaps = new WeakSet();
  return list.reduce(
    (elements, one) =>
      putElement(elements, { kind: one.kind, name: elementName(one.kind, one.element as never) }, one.element, fresh),
    EMPTY_ELEMENTS,
  );
}

function withCollection(elements: Elements, kind: ElementKind, collection: ReadonlyMap<string, Element>): Elements {
  return elements[kind] === collection ? elements : { ...elements, [kind]: collection };
}

function withRouter(design: Design, id: RouterId, fresh: FreshMaps, change: (router: Router) => Router): Design {
  const router = design.routers.get(id);
  if (!router) return design;
  const changed = change(router);
  if (changed.elements === router.elements) return design;
  return { ...design, routers: withEntry(design.routers, id, changed, fresh) };
}

function removeRouter(design: Design, id: RouterId, fresh: FreshMaps): Design {
  const detach = <T extends { readonly attachments: readonly Attachment[] }>(
    objects: ReadonlyMap<CanvasId, T>,
  ): ReadonlyMap<CanvasId, T> => {
    if (![...objects.values()].some((object) => object.attachments.some((end) => end.router === id))) return objects;
    return new Map(
      [...objects].map(([key, object]) => [
        key,
        { ...object, attachments: object.attachments.filter((end) => end.router !== id) },
      ]),
    );
  };
  return {
    ...design,
    routers: withoutEntry(design.routers, id, fresh),
    subnets: detach(design.subnets),
    clouds: detach(design.clouds),
    layout: withoutEntry(design.layout, id, fresh),
  };
}

function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V, fresh: FreshMaps): ReadonlyMap<K, V> {
  if (map.get(key) === value) return map;
  return writable(map, fresh).set(key, value);
}

function withoutEntry<K, V>(map: ReadonlyMap<K, V>, key: K, fresh: FreshMaps): ReadonlyMap<K, V> {
  if (!map.has(key)) return map;
  const written = writable(map, fresh);
  written.delete(key);
  return written;
}

function writable<K, V>(map: ReadonlyMap<K, V>, fresh: FreshMaps): Map<K, V> {
  if (fresh.has(map)) return map as Map<K, V>;
  const copy = new Map(map);
  fresh.add(copy);
  return copy;
}
