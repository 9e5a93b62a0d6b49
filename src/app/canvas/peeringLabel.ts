import type { Design, FailedAt, JudgedPeering, Negotiation, RouterId } from "../../core/index.ts";
import type { Direction } from "./scene.ts";

/** What stands on a peering's line: its status and, in a few words, what was agreed or what is in the way. */
export function peeringLabel(design: Design, judged: JudgedPeering, nameOf: (router: RouterId) => string): string {
  return [judged.status, ...detail(design, judged, nameOf)].join(" · ");
}

/** Which way a peering comes up, over all of its flows. */
export function directionOf({ aToB, bToA, status }: JudgedPeering): Direction {
  if (status === "unknown" || !aToB || !bToA) return "unknown";
  const [there, back] = [aToB.outcome === "established", bToA.outcome === "established"];
  if (there && back) return "both";
  if (there) return "a-to-b";
  return back ? "b-to-a" : "none";
}

function detail(design: Design, judged: JudgedPeering, nameOf: (router: RouterId) => string): readonly string[] {
  const { peering, status, aToB, bToA } = judged;
  switch (status) {
    case "agreed":
      return agreement(design, judged);
    case "one-way": {
      const starter = directionOf(judged) === "a-to-b" ? peering.a.router : (peering.b?.router ?? peering.a.router);
      const only = `${nameOf(starter)} starts`;
      return judged.byDesign ? [only, ...agreement(design, judged)] : [`only ${only}`];
    }
    case "partial":
      return [refusedFlow(judged)];
    case "broken":
      return [obstacle(aToB) ?? obstacle(bToA) ?? (peering.b ? "nothing to protect" : "nobody answers")];
    case "unknown":
      return [unknownReason(judged)];
    default:
      return status satisfies never;
  }
}

function refusedFlow({ flows }: JudgedPeering): string {
  const up = flows.filter(({ aToB, bToA }) => [aToB, bToA].some(({ outcome }) => outcome === "established")).length;
  if (up < flows.length) return `${up} of ${flows.length} flows up`;
  return "some flows one-way";
}

/** "AES-256" and "group 14", as far as they are known. */
function agreement(design: Design, { peering, aToB, bToA }: JudgedPeering): readonly string[] {
  const agreed = aToB?.phase2 ? aToB : bToA;
  if (!agreed?.phase2) return [];
  const elements = design.routers.get(peering.a.router)?.elements;
  const transforms = elements?.transformSet.get(agreed.phase2.transformSet.a)?.transforms ?? [];
  const priority = agreed.phase1?.policy.a;
  const policy = priority === null ? undefined : elements?.isakmpPolicy.get(String(priority));
  const group = agreed.phase2.pfs?.replace("group", "") ?? (policy ? String(policy.group ?? 1) : undefined);
  return [cipherName(transforms), ...(group === undefined ? [] : [`group ${group}`])].filter((word) => word !== "");
}

/** The cipher of a transform set as people say it: "AES-256", "3DES", "AH only". */
export function cipherName(transforms: readonly string[]): string {
  for (const transform of transforms) {
    const [word = "", size] = transform.split(" ");
    if (word === "esp-aes") return `AES-${size ?? "128"}`;
    if (word === "esp-gcm") return `AES-GCM-${size ?? "128"}`;
    if (word === "esp-gmac") return "GMAC, not encrypted";
    if (word === "esp-3des") return "3DES";
    if (word === "esp-des") return "DES";
    if (word === "esp-seal") return "SEAL";
    if (word === "esp-null") return "not encrypted";
  }
  return transforms.length > 0 ? "not encrypted" : "";
}

const OBSTACLES: Readonly<Record<FailedAt, string>> = {
  route: "no route",
  nat: "translated before it is encrypted",
  "crypto-map": "no crypto map entry takes the traffic",
  reachability: "peer can't be reached",
  "phase1-policy": "no common IKE policy",
  "phase1-authentication": "IKE authentication fails",
  "phase2-proposal": "no common transform set",
  "phase2-proxy-identity": "crypto ACLs do not mirror",
  "phase2-pfs": "PFS differs",
  "manual-sa": "manual keys or SPIs do not cross",
  "inbound-check": "far side drops the traffic",
};

function obstacle(negotiation: Negotiation | null): string | null {
  return negotiation?.failedAt ? OBSTACLES[negotiation.failedAt] : null;
}

function unknownReason({ peering, aToB, bToA, refusals }: JudgedPeering): string {
  const rule = aToB?.rule ?? bToA?.rule ?? refusals[0]?.rule;
  if (!peering.b || rule === "peer-outside-design") return "peer outside the design";
  if (rule === "authentication-certificate") return "certificates can't be compared";
  if (rule === "psk-opaque") return "encrypted key can't be compared";
  if (rule === "ike-version-not-judged") return "IKEv2 is not judged yet";
  if (rule === "endpoint-unknown") return "endpoint address not known";
  return "can't be told from the text";
}
