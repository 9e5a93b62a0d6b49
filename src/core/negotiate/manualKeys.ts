import type { SessionKey } from "../model/cryptoMap.ts";
import type { Place } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import type { TransformSet } from "../model/transformSet.ts";
import { canonicalTransform, transformContent, transformProtocols, usableTransformSets } from "../derive/transforms.ts";
import type { Ledger } from "./ledger.ts";
import { entryName, entryPlace, inOrder, placeAt, type Party } from "./party.ts";
import type { Comparison } from "./trace.ts";

/**
 * Hexadecimal digits that an algorithm needs; longer keys are cut. Source: IOS command reference, "set session-key"; algorithm key
 * sizes where it is silent; reference section 1.10.1.
 */
export const MANUAL_KEY_DIGITS: Readonly<Record<string, number>> = {
  "esp-null": 0,
  "esp-des": 16,
  "esp-3des": 48,
  "esp-aes": 32,
  "esp-aes 192": 48,
  "esp-aes 256": 64,
  "esp-md5-hmac": 32,
  "esp-sha-hmac": 40,
  "esp-sha256-hmac": 64,
  "esp-sha384-hmac": 96,
  "esp-sha512-hmac": 128,
  "ah-md5-hmac": 32,
  "ah-sha-hmac": 40,
  "ah-sha256-hmac": 64,
  "ah-sha384-hmac": 96,
  "ah-sha512-hmac": 128,
};

type Protocol = SessionKey["protocol"];

/** The sets that both ends are keyed for; equal in content. */
export interface ManualSets {
  readonly offered: TransformSet;
  readonly held: TransformSet;
}

/**
 * Manual security associations: nothing is negotiated, so transforms must be equal and, per protocol, what one end sends with must be
 * what the other end receives with. Reference: section 1.10.1, rules 105 to 120.
 */
export function crossManualKeys(ledger: Ledger, initiator: Party, responder: Party): ManualSets | undefined {
  const [near, far] = inOrder(initiator, responder);
  const strangers = [initiator, responder].filter((one) => one.view.entry.entry.type !== "ipsec-manual");
  const [negotiating] = strangers;
  if (negotiating) {
    const reason = `${negotiating.name} would negotiate with IKE, but the other end of the tunnel has manual keys.`;
    step(ledger, initiator, responder, "entry type", false, reason);
    ledger.fails("manual-sa", {
      rule: "manual-vs-isakmp",
      reason,
      data: { near: near.name, far: far.name, negotiating: negotiating.name },
      places: [entryPlace(near), entryPlace(far)],
    });
    return undefined;
  }
  const mine = manualSet(ledger, initiator);
  const theirs = manualSet(ledger, responder);
  if (!mine || !theirs) return undefined;
  if (transformContent(mine) !== transformContent(theirs) || (mine.mode ?? "tunnel") !== (theirs.mode ?? "tunnel")) {
    const [nearSet, farSet] = near === initiator ? [mine, theirs] : [theirs, mine];
    const [nearValue, farValue] = [nearSet, farSet].map(
      (set) => `${set.transforms.join(" ")}, ${set.mode ?? "tunnel"}`,
    ) as [string, string];
    const reason = `${near.name} uses ${nearValue}, ${far.name} ${farValue}, and nothing negotiates them.`;
    step(ledger, initiator, responder, "transform set", false, reason);
    ledger.fails("manual-sa", {
      rule: "manual-transform-equal",
      reason,
      data: { near: near.name, far: far.name, nearValue, farValue },
      places: [placeAt(near, "transformSet", nearSet.name), placeAt(far, "transformSet", farSet.name)],
    });
    return undefined;
  }
  const { esp, ah } = transformProtocols(mine);
  for (const protocol of [...(ah ? ["ah" as const] : []), ...(esp ? ["esp" as const] : [])]) {
    crossOneWay(ledger, initiator, responder, protocol, mine);
    crossOneWay(ledger, responder, initiator, protocol, mine);
  }
  return { offered: mine, held: theirs };
}

/** The one set of a manual entry; more, fewer or missing ones leave it without. */
function manualSet(ledger: Ledger, party: Party): TransformSet | undefined {
  const { body } = party.view;
  const sets = usableTransformSets(party.router, body);
  const [only] = sets;
  const fails = (rule: RuleId, reason: string, place: Place) =>
    ledger.fails("manual-sa", {
      rule,
      reason,
      data: { near: party.name, entry: entryName(party) },
      places: [place],
    });
  if (body.peers.length > 1) {
    const reason = `${party.name}: manual entry ${entryName(party)} must have exactly one peer.`;
    fails("manual-one-peer", reason, entryPlace(party, "peers", 1));
  }
  // An undefined set has been told as an incomplete entry; the built-in one of later releases is for IKE.
  if (body.transformSets.length === 1) return only;
  const reason = `${party.name}: manual entry ${entryName(party)} must have exactly one transform set.`;
  const several = body.transformSets.length > 1;
  fails("manual-one-transform", reason, entryPlace(party, several ? "transformSets" : undefined));
  return undefined;
}

/** What the sender sends with against what the receiver receives with. */
function crossOneWay(ledger: Ledger, sender: Party, receiver: Party, protocol: Protocol, set: TransformSet): void {
  const sent = keyLine(sender, "outbound", protocol);
  const received = keyLine(receiver, "inbound", protocol);
  const sound = [
    checkLine(ledger, sender, "outbound", protocol, sent, set),
    checkLine(ledger, receiver, "inbound", protocol, received, set),
  ];
  if (!sent || !received || sound.includes(false)) return;
  const name = protocol.toUpperCase();
  const places = [sessionKeyPlace(sender, sent), sessionKeyPlace(receiver, received)];
  const data = {
    near: sender.name,
    far: receiver.name,
    protocol: name,
    nearValue: String(sent.spi),
    farValue: String(received.spi),
  };
  const spiAgrees = sent.spi === received.spi;
  const compared = [
    { attribute: `${name} SPI`, offered: String(sent.spi), held: String(received.spi), agrees: spiAgrees },
  ];
  if (!spiAgrees) {
    const reason = `${sender.name} sends ${name} with SPI ${sent.spi}, but ${receiver.name} receives with SPI ${received.spi}.`;
    step(ledger, sender, receiver, `${name} SPI`, false, reason, compared);
    ledger.fails("manual-sa", { rule: "manual-spi-cross", reason, data, places });
    return;
  }
  const differing = differingKeys(sent, received, protocol, set);
  if (differing.length > 0) {
    const reason = `${sender.name}'s outbound and ${receiver.name}'s inbound ${name} ${differing.join(" and ")} differ.`;
    step(ledger, sender, receiver, `${name} key`, false, reason, compared);
    ledger.fails("manual-sa", {
      rule: "manual-key-cross",
      reason,
      data: { ...data, keys: differing.join(", ") },
      places,
    });
    return;
  }
  step(
    ledger,
    sender,
    receiver,
    `${name} SPI`,
    true,
    `${name} from ${sender.name}: SPI and keys are the same at both ends.`,
    compared,
  );
}

/** What a key line lacks; true when it is sound. The rules named here find the same on each router by themselves. */
function checkLine(
  ledger: Ledger,
  party: Party,
  direction: SessionKey["direction"],
  protocol: Protocol,
  line: SessionKey | undefined,
  set: TransformSet,
): boolean {
  const name = protocol.toUpperCase();
  const fails = (rule: RuleId, reason: string) => {
    ledger.fails("manual-sa", {
      rule,
      reason: `${party.name}: ${reason}`,
      data: { near: party.name, entry: entryName(party), protocol: name, direction },
      places: [line ? sessionKeyPlace(party, line) : entryPlace(party, "sessionKeys")],
    });
    return false;
  };
  if (!line) return fails("manual-missing-key", `entry ${entryName(party)} has no ${direction} ${name} key.`);
  const needs = neededDigits(protocol, set);
  if (protocol === "esp" && (line.authenticatorKey !== undefined) !== needs.authenticator > 0) {
    return fails(
      "manual-no-authenticator",
      `the ${direction} ESP key of entry ${entryName(party)} ${
        needs.authenticator > 0 ? "has no authenticator" : "has an authenticator that no transform uses"
      }.`,
    );
  }
  const keys = [
    [line.key ?? "", needs.key],
    [line.authenticatorKey ?? "", needs.authenticator],
  ] as const;
  if (keys.some(([text]) => !/^([0-9a-f]{2})*$/i.test(text))) {
    return fails(
      "manual-key-hex",
      `an ${direction} ${name} key of entry ${entryName(party)} is not whole hexadecimal bytes.`,
    );
  }
  if (keys.some(([text, digits]) => text.length < digits)) {
    return fails("manual-key-length", `an ${direction} ${name} key of entry ${entryName(party)} is too short.`);
  }
  return true;
}

/** Hexadecimal digits that the transforms of a protocol take, for the key and for the ESP authenticator. */
export function neededDigits(
  protocol: Protocol,
  set: TransformSet,
): { readonly key: number; readonly authenticator: number } {
  const digits = (wanted: (transform: string) => boolean) =>
    MANUAL_KEY_DIGITS[set.transforms.map(canonicalTransform).find(wanted) ?? ""] ?? 0;
  if (protocol === "ah") return { key: digits((transform) => transform.startsWith("ah-")), authenticator: 0 };
  return {
    key: digits((transform) => transform.startsWith("esp-") && !transform.endsWith("-hmac")),
    authenticator: digits((transform) => transform.startsWith("esp-") && transform.endsWith("-hmac")),
  };
}

/** Keys that differ once they are cut to length; letter case doesn't count. */
function differingKeys(
  sent: SessionKey,
  received: SessionKey,
  protocol: Protocol,
  set: TransformSet,
): readonly string[] {
  const needs = neededDigits(protocol, set);
  const cut = (text: string | undefined, digits: number) => (text ?? "").slice(0, digits).toLowerCase();
  return [
    ...(cut(sent.key, needs.key) === cut(received.key, needs.key) ? [] : [protocol === "ah" ? "keys" : "cipher keys"]),
    ...(cut(sent.authenticatorKey, needs.authenticator) === cut(received.authenticatorKey, needs.authenticator)
      ? []
      : ["authenticator keys"]),
  ];
}

function keyLine(party: Party, direction: SessionKey["direction"], protocol: Protocol): SessionKey | undefined {
  return party.view.body.sessionKeys.find((line) => line.direction === direction && line.protocol === protocol);
}

function sessionKeyPlace(party: Party, line: SessionKey) {
  return entryPlace(party, "sessionKeys", `${line.direction} ${line.protocol}`);
}

function step(
  ledger: Ledger,
  from: Party,
  to: Party,
  message: string,
  ok: boolean,
  explains: string,
  compared: readonly Comparison[] = [],
): void {
  ledger.step?.({ stage: "manual", message, from: from.router.id, to: to.router.id, ok, explains, compared });
}
