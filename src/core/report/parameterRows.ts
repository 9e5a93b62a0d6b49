import { bodyOf } from "../derive/peeringBody.ts";
import type { PeeringEnd } from "../derive/peering.ts";
import type { IsakmpPolicy } from "../model/isakmp.ts";
import type { Place, Router } from "../model/router.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import { formatIpv4 } from "../net/ipv4.ts";

/** One parameter of a peering with what each end says of it. */
export interface ParameterRow {
  readonly label: string;
  readonly a: ParameterCell;
  readonly b: ParameterCell;
  /** Null where the two are not held against each other. */
  readonly agrees: boolean | null;
}

export interface ParameterCell {
  readonly text: string;
  /** The line that says it; absent where IOS's default does. */
  readonly place?: Place;
}

const nothing: ParameterCell = { text: "–" };

/**
 * The parameters of a peering, end against end. Where phase 1 or 2 is settled, the policies and sets that were chosen are shown;
 * otherwise the first of each end, since that is where a person looks for the difference.
 */
export function parameterRows(judged: JudgedPeering, a: Router, b: Router | undefined): readonly ParameterRow[] {
  const { peering } = judged;
  const settled = [judged.aToB, judged.bToA];
  const phase1 = settled.map((one) => one?.phase1).find((one) => one !== null && one !== undefined);
  const phase2 = settled.map((one) => one?.phase2).find((one) => one !== null && one !== undefined);
  const endB = peering.b;
  const both = (
    label: string,
    cell: (router: Router, end: PeeringEnd, side: "a" | "b") => ParameterCell,
    agrees: (a: ParameterCell, b: ParameterCell) => boolean | null,
  ): ParameterRow => {
    const cellA = cell(a, peering.a, "a");
    const cellB = b && endB ? cell(b, endB, "b") : nothing;
    return { label, a: cellA, b: cellB, agrees: b && endB ? agrees(cellA, cellB) : null };
  };
  const same = (one: ParameterCell, other: ParameterCell) => one.text === other.text;
  const apart = () => null;
  const isManual = peering.kind === "manual";
  const policyRow = (
    label: string,
    field: Exclude<keyof IsakmpPolicy, "kept">,
    absent: string,
    compare: (a: ParameterCell, b: ParameterCell) => boolean | null = same,
  ) =>
    both(
      label,
      (router, _, side) => {
        const policy = policyOf(router, phase1?.policy[side]);
        if (!policy) return nothing;
        const place = { router: router.id, kind: "isakmpPolicy" as const, name: String(policy.priority) };
        return policy[field] === undefined
          ? { text: absent, place }
          : { text: String(policy[field]), place: { ...place, field } };
      },
      compare,
    );

  return [
    both("Endpoint", (_, end) => ({ text: end.address === null ? "not known" : formatIpv4(end.address) }), apart),
    both("Peer", peerCell, apart),
    both(
      "Crypto map entry",
      (router, end) => ({ text: `${end.cryptoMap} ${String(end.sequence)}`, place: entryPlace(router, end) }),
      apart,
    ),
    ...(isManual
      ? []
      : [
          policyRow("ISAKMP policy", "priority", "", apart),
          policyRow("Encryption", "encryption", "des"),
          policyRow("Hash", "hash", "sha"),
          policyRow("Authentication", "authentication", "rsa-sig"),
          policyRow("DH group", "group", "1"),
          policyRow("IKE lifetime, s", "lifetimeSeconds", "86400", apart),
        ]),
    both(
      "Transform set",
      (router, end, side) => {
        const name = phase2?.transformSet[side] ?? bodyOf(router, end)?.transformSets[0];
        const set = name === undefined ? undefined : router.elements.transformSet.get(name);
        if (name === undefined) return nothing;
        return set
          ? { text: [...set.transforms].sort().join(" "), place: { router: router.id, kind: "transformSet", name } }
          : { text: `${name}, not defined` };
      },
      same,
    ),
    both(
      "Mode",
      (router, end, side) => {
        const name = phase2?.transformSet[side] ?? bodyOf(router, end)?.transformSets[0];
        const set = name === undefined ? undefined : router.elements.transformSet.get(name);
        return set
          ? {
              text: set.mode ?? "tunnel",
              place: { router: router.id, kind: "transformSet", name: set.name, field: "mode" },
            }
          : nothing;
      },
      same,
    ),
    ...(isManual
      ? []
      : [
          both(
            "PFS",
            (router, end) => {
              const pfs = bodyOf(router, end)?.pfs;
              return pfs === undefined
                ? { text: "none" }
                : {
                    text: pfs === "bare" ? "group1" : `group${String(pfs)}`,
                    place: { ...entryPlace(router, end), field: "pfs" },
                  };
            },
            same,
          ),
          both(
            "IPsec lifetime, s",
            (router, end) => {
              const own = bodyOf(router, end)?.lifetimeSeconds;
              return own === undefined
                ? { text: String(router.elements.ipsecSettings.get("")?.lifetimeSeconds ?? 3600) }
                : { text: String(own), place: { ...entryPlace(router, end), field: "lifetimeSeconds" } };
            },
            apart,
          ),
        ]),
    both(
      "Crypto access list",
      (router, end) => {
        const name = bodyOf(router, end)?.matchAddress;
        return name === undefined ? nothing : { text: name, place: { router: router.id, kind: "accessList", name } };
      },
      apart,
    ),
  ];
}

function policyOf(router: Router, chosen: number | null | undefined): IsakmpPolicy | undefined {
  if (chosen !== undefined && chosen !== null) return router.elements.isakmpPolicy.get(String(chosen));
  return [...router.elements.isakmpPolicy.values()].sort((one, other) => one.priority - other.priority)[0];
}

function peerCell(router: Router, end: PeeringEnd): ParameterCell {
  if (!end.peer) return { text: "any" };
  return {
    text: end.peer.configured,
    place: { ...entryPlace(router, end), field: "peers", item: end.peer.position - 1 },
  };
}

function entryPlace(router: Router, end: PeeringEnd): Place {
  return end.dynamicMap
    ? { router: router.id, kind: "dynamicMapEntry", name: `${end.dynamicMap.name} ${String(end.dynamicMap.sequence)}` }
    : { router: router.id, kind: "cryptoMapEntry", name: `${end.cryptoMap} ${String(end.sequence)}` };
}
