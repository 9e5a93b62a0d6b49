import * as v from "valibot";
import { RULE_IDS } from "../model/ruleId.ts";

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** "10.1.0.0/24". */
const prefix = v.pipe(v.string(), v.regex(/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/));
const address = v.pipe(v.string(), v.regex(/^\d{1,3}(\.\d{1,3}){3}$/));

/** All peerings of two routers, of which there is at least one, have one of these statuses; `type` also holds how they are keyed. */
const peeringGoal = v.object({
  kind: v.literal("peering"),
  routers: v.tuple([name, name]),
  statuses: v.pipe(v.array(v.picklist(["agreed", "one-way"])), v.minLength(1)),
  type: v.optional(v.picklist(["isakmp", "dynamic", "manual"])),
});

/** What a router sends from one network to another is protected, towards a certain router where one is named, or goes in clear. */
const trafficGoal = v.object({
  kind: v.literal("traffic"),
  router: name,
  source: prefix,
  destination: prefix,
  fate: v.picklist(["protected", "clear"]),
  to: v.optional(name),
});

/** Whichever of two routers starts, they settle on a transform set with this content. */
const transformsGoal = v.object({
  kind: v.literal("transforms"),
  routers: v.tuple([name, name]),
  transforms: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.minLength(1), v.maxLength(4)),
});

/** A router speaks to another from this address. */
const endpointGoal = v.object({ kind: v.literal("endpoint"), router: name, to: name, address });

/** The entry of a router towards another is bound to an ISAKMP profile. */
const profileGoal = v.object({ kind: v.literal("profile"), router: name, to: name });

const port = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65535));

/** What becomes of one packet where nothing stands yet, and whether its source is translated on its way. */
const packetGoal = v.object({
  kind: v.literal("packet"),
  source: address,
  destination: address,
  protocol: v.optional(v.picklist(["icmp", "tcp", "udp"])),
  sourcePort: v.optional(port),
  destinationPort: v.optional(port),
  fate: v.picklist(["protected", "clear", "dropped"]),
  translated: v.optional(v.boolean()),
});

/** The checker reports nothing by this rule, or nothing of this router by it. */
const ruleGoal = v.object({ kind: v.literal("rule"), rule: v.picklist(RULE_IDS), router: v.optional(name) });

/** The checker reports nothing of this severity, nor anything worse. */
const severityGoal = v.object({ kind: v.literal("severity"), severity: v.picklist(["error", "warning"]) });

/** A client of a group connects to a gateway; with `network` it reaches that network through the tunnel. */
const clientsGoal = v.object({
  kind: v.literal("clients"),
  gateway: name,
  group: name,
  network: v.optional(prefix),
  /** Other traffic stays outside the tunnel. */
  split: v.optional(v.literal(true)),
});

/**
 * Something that must be true of a design, by meaning: over its peerings, flows, findings and clients, never over its text. Routers are
 * named as their hostnames name them.
 */
export const goalSchema = v.variant("kind", [
  peeringGoal,
  trafficGoal,
  packetGoal,
  transformsGoal,
  endpointGoal,
  profileGoal,
  ruleGoal,
  severityGoal,
  clientsGoal,
]);

export type Goal = v.InferOutput<typeof goalSchema>;
export type GoalOf<K extends Goal["kind"]> = Extract<Goal, { readonly kind: K }>;

/** A goal in a sentence, as it stands in the list of what is to be reached. */
export function describeGoal(goal: Goal): string {
  switch (goal.kind) {
    case "peering": {
      const [one, other] = goal.routers;
      const how = goal.type === undefined ? "" : typeWords[goal.type];
      return goal.statuses.includes("one-way")
        ? `${one} and ${other} come up${how}, if need be from one side only.`
        : `${one} and ${other} agree${how}, whichever of them starts.`;
    }
    case "traffic": {
      const what = `What ${goal.router} sends from ${goal.source} to ${goal.destination}`;
      if (goal.fate === "clear") return `${what} goes in clear.`;
      return `${what} is protected${goal.to === undefined ? "" : ` by the tunnel to ${goal.to}`}.`;
    }
    case "packet":
      return describePacketGoal(goal);
    case "transforms":
      return `${goal.routers[0]} and ${goal.routers[1]} settle on ${goal.transforms.join(" with ")}.`;
    case "endpoint":
      return `${goal.router} speaks to ${goal.to} from ${goal.address}.`;
    case "profile":
      return `${goal.router} uses an ISAKMP profile for ${goal.to}.`;
    case "rule":
      return `Nothing is found by the rule ${goal.rule}${goal.router === undefined ? "" : ` on ${goal.router}`}.`;
    case "severity":
      return goal.severity === "error" ? "The checker finds no error." : "The checker finds no error and no warning.";
    case "clients": {
      const reach = goal.network === undefined ? "" : ` and reaches ${goal.network} through the tunnel`;
      return `A client of group ${goal.group} connects to ${goal.gateway}${reach}${goal.split ? ", and nothing else" : ""}.`;
    }
    default:
      return goal satisfies never;
  }
}

const typeWords = { isakmp: " by IKE", dynamic: " through a dynamic map", manual: " with manual keys" } as const;

/** "TCP from 10.1.0.10 to 192.0.2.80 port 443 goes in clear, and is translated." */
function describePacketGoal(goal: GoalOf<"packet">): string {
  const { destination, destinationPort, fate, protocol, source, sourcePort, translated } = goal;
  const end = (host: string, at: number | undefined) => (at === undefined ? host : `${host} port ${String(at)}`);
  const kind = protocol === undefined ? "A packet" : protocol.toUpperCase();
  const what = `${kind} from ${end(source, sourcePort)} to ${end(destination, destinationPort)}`;
  const translation = translated === undefined ? "" : translated ? ", and is translated" : ", and is not translated";
  return `${what} ${fateWords[fate]}${translation}.`;
}

const fateWords = {
  protected: "is protected and arrives",
  clear: "goes in clear",
  dropped: "is dropped",
} as const;
