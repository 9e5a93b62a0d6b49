import type { Design, Position } from "../model/design.ts";
import type { Interface } from "../model/interface.ts";
import { EMPTY_ELEMENTS, type Dialect, type Router, type RouterId } from "../model/router.ts";
import { routerNames } from "../derive/routerNames.ts";
import { nextWanAddress, type WanAddress } from "./addressPlan.ts";
import { draftOf, type DesignDraft } from "./designDraft.ts";
import { elementsOf, type Operation } from "./edit.ts";
import { freeNumberedName } from "./freeName.ts";
import { freeInterfaceName } from "./interfaceRoles.ts";

export interface NewRouter {
  readonly id: RouterId;
  readonly position: Position;
  /** Absent: the first of R1, R2, R3 … that no router has. */
  readonly hostname?: string;
  /** Absent: the next free WAN address of the plan. */
  readonly wan?: WanAddress;
}

/**
 * A router as one comes to a new site: a name, a WAN interface with an address from the plan, and a default route to the
 * provider. It is attached to the first cloud, where there is one.
 */
export function addRouter({ id, position, hostname, wan }: NewRouter): Operation {
  return {
    label: hostname === undefined ? "Add router" : `Add router ${hostname}`,
    plan(design) {
      if (design.routers.has(id)) return [];
      const draft = draftOf(design);
      const name = hostname ?? freeHostname(design);
      draft.apply(
        { op: "putRouter", router: { id, elements: elementsOf([{ kind: "host", element: { hostname: name } }]) } },
        { op: "place", id, position },
      );
      addWan(draft, id, wan);
      return draft.edits();
    },
  };
}

/** The first of R1, R2, R3 … that no router is called, whatever the case. */
export function freeHostname(design: Design): string {
  const taken = new Set([...routerNames(design.routers).values()].map((name) => name.toLowerCase()));
  return freeNumberedName("R", (name) => taken.has(name.toLowerCase()));
}

/** What a router is called in a sentence: the name that no other router of the design has. */
export function routerName(design: Design, id: RouterId): string {
  return routerNames(design.routers).get(id) ?? "A router that is gone";
}

/**
 * Gives a router a WAN interface with the next free address, a default route where it has none, and a cable to the first cloud.
 * Answers the interface, or undefined where the address plan is full.
 */
export function addWan(
  draft: DesignDraft,
  id: RouterId,
  wan: WanAddress | undefined = nextWanAddress(draft.design()),
): Interface | undefined {
  if (!wan) return undefined;
  const up: Interface = {
    name: freeInterfaceName(draft.elements(id)),
    description: "Internet",
    address: { kind: "static", address: wan.address, mask: wan.mask },
    secondaryAddresses: [],
    kept: [],
  };
  draft.put(id, "interface", up);
  addDefaultRoute(draft, id, wan);
  const [cloud] = draft.design().clouds.values();
  if (cloud) {
    const attachments = [...cloud.attachments, { router: id, interface: up.name }];
    draft.apply({ op: "putCloud", cloud: { ...cloud, attachments } });
  }
  return up;
}

function addDefaultRoute(draft: DesignDraft, id: RouterId, { nextHop }: WanAddress): void {
  const routes = (draft.design().routers.get(id)?.elements ?? EMPTY_ELEMENTS).staticRoute;
  for (const route of routes.values()) if (route.network === 0 && route.mask === 0 && route.vrf === undefined) return;
  draft.put(id, "staticRoute", { network: 0, mask: 0, nextHop });
}

/** Why a router can't be called so; null when it can. Source: RFC 952 and RFC 1123, as `hostname` enforces them. */
export function hostnameObstacle(design: Design, id: RouterId, hostname: string): string | null {
  if (!/^[A-Za-z][A-Za-z0-9-]{0,62}$/.test(hostname)) {
    return "A hostname begins with a letter, holds letters, digits and hyphens, and has at most 63 characters.";
  }
  for (const [other, name] of routerNames(design.routers)) {
    if (other !== id && name.toLowerCase() === hostname.toLowerCase()) return `Another router is called ${name}.`;
  }
  return null;
}

/** Gives a router another hostname. What other routers call it in names and descriptions stays as it was. */
export function renameRouter(id: RouterId, hostname: string): Operation {
  return {
    label: `Rename router to ${hostname}`,
    plan(design) {
      const host = design.routers.get(id)?.elements.host.get("");
      if (!design.routers.has(id) || host?.hostname === hostname) return [];
      if (hostnameObstacle(design, id, hostname) !== null) return [];
      return [{ op: "put", key: { router: id, kind: "host", name: "" }, element: { ...host, hostname } }];
    },
  };
}

/** Sets what text can't say of a router: its site, a translator on its path, the dialect that it is printed in. */
export function setRouterFacts(
  id: RouterId,
  facts: { readonly site?: string | null; readonly natOnPath?: boolean; readonly dialect?: Dialect | null },
): Operation {
  return {
    label: "Change router facts",
    plan(design) {
      const router = design.routers.get(id);
      if (!router) return [];
      const { site, natOnPath, dialect, ...rest } = router;
      const wanted = {
        site: facts.site === undefined ? site : (facts.site ?? undefined),
        natOnPath: facts.natOnPath === undefined ? natOnPath : facts.natOnPath || undefined,
        dialect: facts.dialect === undefined ? dialect : (facts.dialect ?? undefined),
      };
      const changed: Router = {
        ...rest,
        ...(wanted.site ? { site: wanted.site } : {}),
        ...(wanted.natOnPath ? { natOnPath: true } : {}),
        ...(wanted.dialect ? { dialect: wanted.dialect } : {}),
      };
      return [{ op: "putRouter", router: changed }];
    },
  };
}
