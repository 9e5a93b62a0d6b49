import type { Attachment, CanvasId, Design, Position, Subnet } from "../model/design.ts";
import type { Interface } from "../model/interface.ts";
import type { RouterId } from "../model/router.ts";
import { formatPrefix, maskOfLength, prefixContains, type Ipv4Prefix } from "../net/ipv4.ts";
import { nextHostAddress, nextLanPrefix, staticAddresses } from "./addressPlan.ts";
import { draftOf, type DesignDraft } from "./designDraft.ts";
import type { Operation } from "./edit.ts";
import { freeInterfaceName, idleInterface } from "./interfaceRoles.ts";
import { routerName } from "./routerOperations.ts";

export interface NewSubnet {
  readonly id: CanvasId;
  readonly position: Position;
  /** Absent: the next free LAN prefix of the plan. */
  readonly prefix?: Ipv4Prefix;
  readonly label?: string;
}

/** TCP's largest segment on a LAN behind a tunnel: 1360 bytes leave room for ESP with AES and SHA-256 in 1500. */
const adjustMssBehindTunnel = 1360;

/** Puts a LAN on the canvas. No interface is in it yet, so its prefix is a plan. */
export function addSubnet({ id, position, prefix, label }: NewSubnet): Operation {
  return {
    label: prefix ? `Add subnet ${formatPrefix(prefix)}` : "Add subnet",
    plan(design) {
      const planned = prefix ?? nextLanPrefix(design);
      if (!planned) return [];
      return [
        {
          op: "putSubnet",
          subnet: { id, prefix: planned, ...(label === undefined ? {} : { label }), attachments: [] },
        },
        { op: "place", id, position },
      ];
    },
  };
}

/**
 * Why a router can't be attached to a subnet; null when it can. `interface` is the one that is meant, absent when any will do.
 */
export function attachObstacle(design: Design, router: RouterId, subnet: CanvasId): string | null {
  const segment = design.subnets.get(subnet);
  const owner = design.routers.get(router);
  if (!segment || !owner) return "One of the two is gone.";
  if (segment.attachments.some((end) => end.router === router)) {
    return `${routerName(design, router)} is already attached to ${formatPrefix(segment.prefix)}.`;
  }
  if (interfaceInPrefix(owner.elements.interface.values(), segment.prefix)) return null;
  if (nextHostAddress(design, segment.prefix) === undefined)
    return `${formatPrefix(segment.prefix)} has no free address.`;
  return null;
}

/**
 * Draws a cable from a router to a subnet. The router's interface is the one named, else one that already has an address of the
 * prefix, else an idle port, else a new one; it gets the next free address of the prefix.
 */
export function attachSubnet(router: RouterId, subnet: CanvasId, interfaceName?: string): Operation {
  return {
    label: "Attach subnet",
    plan(design) {
      if (attachObstacle(design, router, subnet) !== null) return [];
      const draft = draftOf(design);
      attachToSubnet(draft, router, subnet, interfaceName);
      return draft.edits();
    },
  };
}

/** Attaches within a larger operation; answers the interface, or undefined where the prefix is full. */
export function attachToSubnet(
  draft: DesignDraft,
  router: RouterId,
  subnet: CanvasId,
  interfaceName?: string,
): Interface | undefined {
  const segment = draft.design().subnets.get(subnet);
  if (!segment) return undefined;
  const elements = draft.elements(router);
  const existing =
    interfaceName === undefined
      ? (interfaceInPrefix(elements.interface.values(), segment.prefix) ?? idleInterface(draft.design(), router))
      : elements.interface.get(interfaceName);
  const name = existing?.name ?? interfaceName ?? freeInterfaceName(elements);
  const inPrefix = existing && isInPrefix(existing, segment.prefix);
  const address = inPrefix ? undefined : nextHostAddress(draft.design(), segment.prefix);
  if (!inPrefix && address === undefined) return undefined;
  const { shutdown: _shutdown, ...up } = existing ?? {
    name,
    secondaryAddresses: [],
    adjustMss: adjustMssBehindTunnel,
    kept: [],
  };
  const attached: Interface =
    address === undefined
      ? up
      : { ...up, address: { kind: "static", address, mask: maskOfLength(segment.prefix.length) } };
  draft.put(router, "interface", attached);
  const attachments = [...segment.attachments, { router, interface: name }];
  draft.apply({ op: "putSubnet", subnet: { ...segment, attachments } });
  return attached;
}

/** Takes a cable away and the address off the interface, which is what pulling it means to the configuration. */
export function detachSubnet(router: RouterId, subnet: CanvasId): Operation {
  return {
    label: "Detach subnet",
    plan(design) {
      const segment = design.subnets.get(subnet);
      const gone = segment?.attachments.filter((end) => end.router === router) ?? [];
      if (!segment || gone.length === 0) return [];
      const draft = draftOf(design);
      for (const end of gone) withdrawAddress(draft, end, segment.prefix);
      const attachments = segment.attachments.filter((end) => end.router !== router);
      draft.apply({ op: "putSubnet", subnet: { ...segment, attachments } });
      return draft.edits();
    },
  };
}

/** Takes a subnet off the canvas. Interfaces that were attached to it keep their addresses unless `withAddresses` is asked for. */
export function removeSubnet(subnet: CanvasId, withAddresses = false): Operation {
  return {
    label: "Remove subnet",
    plan(design) {
      const segment = design.subnets.get(subnet);
      if (!segment) return [];
      const draft = draftOf(design);
      if (withAddresses) for (const end of segment.attachments) withdrawAddress(draft, end, segment.prefix);
      draft.apply({ op: "removeCanvasObject", id: subnet });
      return draft.edits();
    },
  };
}

/** Gives a subnet a name of its own; an empty one takes it away. */
export function labelSubnet(subnet: CanvasId, label: string): Operation {
  return {
    label: label === "" ? "Remove subnet label" : `Label subnet ${label}`,
    plan(design) {
      const segment = design.subnets.get(subnet);
      if (!segment) return [];
      const { label: _old, ...bare } = segment;
      return [{ op: "putSubnet", subnet: label === "" ? bare : { ...bare, label } }];
    },
  };
}

/**
 * Gives a subnet another prefix and its interfaces addresses in it. Each keeps its host number where that fits. Access lists are
 * not touched: what they protect is for a person to say, and the checker tells where they no longer fit.
 */
export function changeSubnetPrefix(subnet: CanvasId, prefix: Ipv4Prefix): Operation {
  return {
    label: `Change subnet to ${formatPrefix(prefix)}`,
    plan(design) {
      const segment = design.subnets.get(subnet);
      if (!segment || (segment.prefix.network === prefix.network && segment.prefix.length === prefix.length)) return [];
      const draft = draftOf(design);
      draft.apply({ op: "putSubnet", subnet: { ...segment, prefix } });
      for (const end of segment.attachments) readdress(draft, end, segment, prefix);
      return draft.edits();
    },
  };
}

function readdress(draft: DesignDraft, end: Attachment, segment: Subnet, prefix: Ipv4Prefix): void {
  const one = draft.elements(end.router).interface.get(end.interface);
  if (!one) return;
  const mask = maskOfLength(prefix.length);
  const moved = (address: number): number => {
    const offset = (address & ~maskOfLength(segment.prefix.length)) >>> 0;
    const kept = prefix.network + offset;
    const lastHost = prefix.network + 2 ** (32 - prefix.length) - (prefix.length >= 31 ? 1 : 2);
    return offset > 0 && kept <= lastHost ? kept : (nextHostAddress(draft.design(), prefix) ?? kept);
  };
  if (one.address?.kind === "static" && prefixContains(segment.prefix, one.address.address)) {
    draft.put(end.router, "interface", {
      ...one,
      address: { kind: "static", address: moved(one.address.address), mask },
    });
    return;
  }
  draft.put(end.router, "interface", {
    ...one,
    secondaryAddresses: one.secondaryAddresses.map((secondary) =>
      prefixContains(segment.prefix, secondary.address) ? { address: moved(secondary.address), mask } : secondary,
    ),
  });
}

function withdrawAddress(draft: DesignDraft, end: Attachment, prefix: Ipv4Prefix): void {
  const one = draft.elements(end.router).interface.get(end.interface);
  if (!one) return;
  const secondaryAddresses = one.secondaryAddresses.filter(({ address }) => !prefixContains(prefix, address));
  if (one.address?.kind === "static" && prefixContains(prefix, one.address.address)) {
    const { address: _address, ...bare } = one;
    // IOS has no secondary address without a primary one: the next in line takes its place.
    const [heir, ...rest] = secondaryAddresses;
    draft.put(
      end.router,
      "interface",
      heir
        ? { ...bare, address: { kind: "static", ...heir }, secondaryAddresses: rest }
        : { ...bare, secondaryAddresses: [] },
    );
  } else if (secondaryAddresses.length !== one.secondaryAddresses.length) {
    draft.put(end.router, "interface", { ...one, secondaryAddresses });
  }
}

function interfaceInPrefix(interfaces: Iterable<Interface>, prefix: Ipv4Prefix): Interface | undefined {
  for (const one of interfaces) if (isInPrefix(one, prefix)) return one;
  return undefined;
}

function isInPrefix(one: Interface, prefix: Ipv4Prefix): boolean {
  return staticAddresses(one).some(
    ({ address, mask }) => mask === maskOfLength(prefix.length) && prefixContains(prefix, address),
  );
}
