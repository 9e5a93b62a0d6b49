import { identityAt } from "../derive/cryptoAccessList.ts";
import { viewOfEnd } from "../derive/peerings.ts";
import type { EntryView } from "../derive/cryptoMapSet.ts";
import type { PeeringEnd } from "../derive/peering.ts";
import { subtractSelector, type Selector } from "../derive/selector.ts";
import { transformSetNamed } from "../derive/transforms.ts";
import type { Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import type { TransformSet } from "../model/transformSet.ts";
import type { JudgedPeering, Negotiation } from "../negotiate/trace.ts";

/** What one router protects towards another, whenever it starts: the traffic, and whether it is encrypted and authenticated. */
export interface ProtectedTraffic {
  readonly from: RouterId;
  readonly to: RouterId;
  readonly selectors: readonly Selector[];
  readonly isEncrypted: boolean;
  readonly isAuthenticated: boolean;
}

/** The protected traffic of a design, one for each flow and direction that comes up. */
export function protectedTraffic(design: Design, peerings: readonly JudgedPeering[]): readonly ProtectedTraffic[] {
  return peerings.flatMap((judged) => {
    const { a, b } = judged.peering;
    if (!b) return [];
    return judged.flows.flatMap(({ aToB, bToA }, index) => {
      const flow = judged.peering.flows[index];
      return [
        ...directionOf(design, aToB, a, flow?.a ?? null, aToB.phase2?.transformSet.a),
        ...directionOf(design, bToA, b, flow?.b ?? null, bToA.phase2?.transformSet.b),
      ];
    });
  });
}

/** Whether all of some traffic is protected by one router towards another, or towards whichever router when `to` is absent. */
export function isProtected(
  traffic: Selector,
  all: readonly ProtectedTraffic[],
  from: RouterId,
  to?: RouterId,
): boolean {
  const covering = all.filter((one) => one.from === from && (to === undefined || one.to === to));
  return isCovered(
    traffic,
    covering.flatMap((one) => one.selectors),
  );
}

/** Whether each packet of some traffic is in one of the selectors. */
export function isCovered(traffic: Selector, covering: readonly Selector[]): boolean {
  return without([traffic], covering).length === 0;
}

function directionOf(
  design: Design,
  { outcome, responder }: Negotiation,
  end: PeeringEnd,
  sequence: number | null,
  setName: string | undefined,
): readonly ProtectedTraffic[] {
  const router = design.routers.get(end.router);
  if (!router || outcome !== "established" || responder === null || sequence === null) return [];
  const view = viewOfEnd(router, end);
  if (!view?.accessList) return [];
  const identity = identityAt(view.accessList, sequence);
  const set = setName === undefined ? undefined : transformSetNamed(router.elements, setName);
  if (!identity || !set) return [];
  const denied = view.accessList.identities
    .filter((one) => one.action === "deny" && one.sequence < sequence)
    .flatMap((one) => one.selectors);
  return [
    {
      from: end.router,
      to: responder,
      selectors: without(identity.selectors, [...denied, ...takenBefore(view)]),
      isEncrypted: set.transforms.some(encrypts),
      isAuthenticated: set.transforms.some(authenticates),
    },
  ];
}

/** What the entries of lower sequence take for themselves; it is told with their own flows, where they come up. */
function takenBefore({ set, entry }: EntryView): readonly Selector[] {
  return set.entries
    .filter((one) => one.position < entry.position)
    .flatMap((one) => one.accessList?.permits.flatMap(({ selectors }) => selectors) ?? []);
}

function without(from: readonly Selector[], taken: readonly Selector[]): readonly Selector[] {
  return taken.reduce<readonly Selector[]>((rest, one) => rest.flatMap((piece) => subtractSelector(piece, one)), from);
}

function encrypts(transform: TransformSet["transforms"][number]): boolean {
  return /^esp-(des|3des|aes|seal|gcm)/.test(transform);
}

/** An HMAC of either protocol; GCM and GMAC authenticate by themselves. */
function authenticates(transform: TransformSet["transforms"][number]): boolean {
  return transform.endsWith("-hmac") || /^esp-(gcm|gmac)/.test(transform);
}
