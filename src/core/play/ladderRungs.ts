import type { Selector } from "../derive/selector.ts";
import type { Peering } from "../derive/peering.ts";
import type { Place } from "../model/router.ts";
import { hasTranslatorOnPath } from "../negotiate/interfaceFilters.ts";
import { entryPlace, type Party } from "../negotiate/party.ts";
import type { FailedAt, Negotiation, NegotiationStep, Refusal } from "../negotiate/trace.ts";
import type { Exchange, Rung } from "./ladder.ts";
import {
  agreedGroup,
  chosenPolicy,
  offeredPolicies,
  policyTrials,
  quickModeChoice,
  quickModeOffer,
  quickModeTrials,
} from "./ladderOffers.ts";

/** What a negotiation's rungs are made of. */
interface Context {
  readonly initiator: Party;
  readonly responder: Party;
  readonly negotiation: Negotiation;
  readonly exchange: Exchange;
  /** What the initiator asks for, its own side as the source. */
  readonly asked: readonly Selector[];
}

/**
 * The rungs of a ladder, read off a trace. A trace tells what is found in the order in which the engine looks; a ladder tells it at
 * the message at which people would see it: a filter at the responder when the first message arrives, a filter at the initiator when
 * the answer does.
 */
export function rungsOf(
  peering: Peering,
  initiator: Party,
  responder: Party,
  negotiation: Negotiation,
  asked: readonly Selector[],
): { readonly exchange: Exchange; readonly rungs: readonly Rung[] } {
  const exchange = exchangeOf(peering, negotiation);
  const context: Context = { initiator, responder, negotiation, exchange, asked };
  const rungs: Rung[] = [];
  if (negotiation.outcome === "unknown") rungs.push(unknownRung(context));
  for (const step of negotiation.steps) rungs.push(...rungsOfStep(context, rungs, step));
  const told = rungs.some((rung) => rung.ok === false || rung.stops !== null);
  const failed = negotiation.outcome === "failed" || negotiation.outcome === "not-triggered";
  if (failed && !told) rungs.push(...untoldRefusal(context, rungs));
  return { exchange, rungs: untilRefusal(rungs.map((rung) => placed(context, rung))) };
}

function exchangeOf({ kind }: Peering, { steps }: Negotiation): Exchange {
  if (kind === "manual") return "manual";
  if (kind === "ikev2") return "none";
  return steps.some(({ message }) => message.startsWith("AM")) ? "aggressive" : "main";
}

/** Nothing is told behind a refusal: it stops there. */
function untilRefusal(rungs: readonly Rung[]): readonly Rung[] {
  const at = rungs.findIndex((rung) => rung.stops !== null || rung.ok === false);
  return at < 0 ? rungs : rungs.slice(0, at + 1);
}

function rungsOfStep(context: Context, before: readonly Rung[], step: NegotiationStep): readonly Rung[] {
  switch (step.stage) {
    case "trigger":
      return [localRung(context, step, "before")];
    case "phase1":
      return phase1Rungs(context, before, step);
    case "phase2":
      return phase2Rungs(context, step);
    case "manual":
      return [localRung(context, step, "manual")];
    case "data":
      return [dataRung(context, step)];
    default:
      return step.stage satisfies never;
  }
}

function phase1Rungs(context: Context, before: readonly Rung[], step: NegotiationStep): readonly Rung[] {
  const { initiator } = context;
  const atInitiator = step.from === initiator.router.id;
  const [first, second] = [openingOf(context), answerOf(context)];
  const sent = before.some(({ message }) => message === first);
  switch (step.message) {
    case "route to peer":
      if (atInitiator) return [localRung(context, step, "before")];
      // The responder needs its route for the answer; while there is one, nobody asks.
      return step.ok === false ? [...opening(context, 1), stopped(context, second, "at-sender", step)] : [];
    case "peer":
      return [stopped(context, first, "at-receiver", step)];
    case "access list in":
      if (step.ok !== false) return [{ ...localRung(context, step, "before"), title: "Inbound access list" }];
      return filteredRungs(context, step, atInitiator);
    case "pre-shared key":
      if (!sent) return [localRung(context, step, "before")];
      return [stopped(context, second, "at-sender", step)];
    case "identity":
      return [identityRung(context, before, step)];
    case "XAUTH": {
      const last = messageRung(context, "MM6", { ok: true });
      const needs = context.exchange !== "aggressive" && !before.some(({ message }) => message === "MM6");
      return [
        ...(needs ? [last] : []),
        {
          ...messageRung(context, "XAUTH", step),
          from: step.from,
          to: step.to,
          title: "User name asked for",
          stops: "at-receiver",
          state: "CONF_XAUTH",
        },
      ];
    }
    default: {
      const rung = messageRung(context, step.message, step);
      if (step.ok !== false) return [rung];
      // An answer that says no is no answer; a proof that can't be read has arrived.
      const never = step.message === first || step.message === second;
      const stops = never ? "at-sender" : "at-receiver";
      return [{ ...rung, title: refusedTitle(step.message, stops, context.negotiation), stops }];
    }
  }
}

/** A list at the responder stops the first message, one at the initiator the answer, one for UDP 4500 the first that goes there. */
function filteredRungs(context: Context, step: NegotiationStep, atInitiator: boolean): readonly Rung[] {
  const { negotiation } = context;
  const late = negotiation.rule === "acl-blocks-natt";
  const refusedBefore = negotiation.refusals.some(({ failedAt }) => failedAt === "phase1-policy");
  if (!late || refusedBefore || context.exchange === "aggressive") {
    return atInitiator
      ? [...opening(context, 1), stopped(context, answerOf(context), "at-receiver", step)]
      : [stopped(context, openingOf(context), "at-receiver", step)];
  }
  return [...opening(context, atInitiator ? 5 : 4), stopped(context, atInitiator ? "MM6" : "MM5", "at-receiver", step)];
}

function openingOf({ exchange }: Context): string {
  return exchange === "aggressive" ? "AM1" : "MM1";
}

function answerOf({ exchange }: Context): string {
  return exchange === "aggressive" ? "AM2" : "MM2";
}

/** The first messages of main mode as they go where nothing is in their way. */
function opening(context: Context, count: number): readonly Rung[] {
  const names = context.exchange === "aggressive" ? ["AM1"] : ["MM1", "MM2", "MM3", "MM4", "MM5"];
  return names.slice(0, count).map((name) => messageRung(context, name, { ok: true }));
}

/** A profile looks at the identity that a message has brought: the fifth at the responder, the sixth at the initiator. */
function identityRung(context: Context, before: readonly Rung[], step: NegotiationStep): Rung {
  const atInitiator = step.from === context.initiator.router.id;
  const name = context.exchange === "aggressive" ? (atInitiator ? "AM2" : "AM1") : atInitiator ? "MM6" : "MM5";
  const rung = localRung(context, step, "phase1");
  const titled: Rung = { ...rung, title: "Identity against profile", state: before.at(-1)?.state ?? null };
  if (step.ok !== false) return titled;
  return {
    ...messageRung(context, name, step),
    title: refusedTitle(name, "at-receiver", context.negotiation),
    explains: step.explains,
    compared: step.compared,
    stops: "at-receiver",
  };
}

function phase2Rungs(context: Context, step: NegotiationStep): readonly Rung[] {
  if (step.message !== "QM1 refused") return [messageRung(context, step.message, step)];
  return [refusedQuickMode(context, step)];
}

/** The responder answers a proposal that it can't serve with a notify, and no association is made. */
function refusedQuickMode(context: Context, step: Pick<NegotiationStep, "explains" | "places" | "compared">): Rung {
  const { initiator, responder } = context;
  return {
    ...localRung(
      context,
      { ...step, from: responder.router.id, to: initiator.router.id, message: "", ok: false },
      "phase2",
    ),
    message: "QM1 refused",
    title: "No proposal chosen",
    stops: "at-receiver",
    payloads: "HASH, N(PROPOSAL_NOT_CHOSEN)",
    compared: [
      ...step.compared,
      ...trialsBeside(
        context,
        step.compared.map(({ attribute }) => attribute),
      ),
    ],
    state: "QM_IDLE",
  };
}

/** What the refusal is not about, so that a class sees what would have agreed. */
function trialsBeside(context: Context, told: readonly string[]): readonly Rung["compared"][number][] {
  const { initiator, responder, asked } = context;
  const alias: Readonly<Record<string, string>> = {
    pfs: "perfect forward secrecy",
    "proxy identity": "proxy identities",
  };
  const known = told.map((attribute) => alias[attribute] ?? attribute);
  return quickModeTrials(initiator, responder, asked, false).filter(
    ({ attribute, agrees }) => agrees === true && !known.some((one) => attribute.startsWith(one)),
  );
}

function dataRung(context: Context, step: NegotiationStep): Rung {
  const { initiator, responder } = context;
  const rung = localRung(context, step, "data");
  if (step.message !== "access list in" && step.message !== "AH") return { ...rung, state: standingState(context) };
  const receiver = step.message === "AH" ? responder : step.from === initiator.router.id ? initiator : responder;
  const sender = receiver === initiator ? responder : initiator;
  return {
    ...rung,
    message: context.negotiation.rule === "acl-blocks-ah" || step.message === "AH" ? "AH" : "ESP",
    title: "First protected packet",
    from: sender.router.id,
    to: receiver.router.id,
    stops: step.ok === false ? "at-receiver" : null,
    state: standingState(context),
  };
}

function standingState({ exchange }: Context): string | null {
  return exchange === "manual" || exchange === "none" ? null : "QM_IDLE";
}

/** Some refusals come from a rule about one router, and are no step of the exchange; they are told where they show. */
function untoldRefusal(context: Context, before: readonly Rung[]): readonly Rung[] {
  const { initiator, responder, negotiation } = context;
  const [refusal] = negotiation.refusals;
  const at = refusal?.places[0]?.router === responder.router.id ? responder : initiator;
  const words = {
    ok: false,
    explains: negotiation.reason ?? "",
    places: refusal?.places ?? [],
    compared: [],
  };
  const local = (band: Rung["band"]) => [
    {
      ...localRung(context, { ...words, message: "", from: at.router.id, to: at.router.id }, band),
      title: titles[negotiation.failedAt ?? "crypto-map"],
    },
  ];
  const sent = (name: string) => before.some(({ message }) => message === name);
  switch (negotiation.failedAt) {
    case "reachability":
      return at === initiator && !sent(openingOf(context))
        ? local("before")
        : [stopped(context, openingOf(context), "at-receiver", words)];
    case "phase1-policy":
      return [stopped(context, answerOf(context), "at-sender", words)];
    case "phase1-authentication": {
      if (!sent(openingOf(context))) return local("before");
      const name = context.exchange === "aggressive" ? "AM2" : at === initiator ? "MM6" : "MM5";
      return [stopped(context, name, "at-receiver", words)];
    }
    case "phase2-proposal":
    case "phase2-proxy-identity":
    case "phase2-pfs":
      return [refusedQuickMode(context, words)];
    case "manual-sa":
      return local("manual");
    case "inbound-check":
      return local("data");
    default:
      return local("before");
  }
}

const titles: Readonly<Record<FailedAt, string>> = {
  route: "Route",
  nat: "Translation",
  "crypto-map": "Crypto map",
  reachability: "IKE",
  "phase1-policy": "Policy",
  "phase1-authentication": "Authentication",
  "phase2-proposal": "Proposal",
  "phase2-proxy-identity": "Proxy identities",
  "phase2-pfs": "Perfect forward secrecy",
  "manual-sa": "Manual keys",
  "inbound-check": "Way back",
};

/** What can't be known is told before the first message. */
function unknownRung(context: Context): Rung {
  const { initiator, negotiation } = context;
  const refusal: Refusal | undefined = negotiation.refusals[0];
  return {
    ...localRung(
      context,
      {
        message: "",
        from: initiator.router.id,
        to: initiator.router.id,
        ok: null,
        explains: negotiation.reason ?? "What happens can't be known.",
        compared: [],
        places: refusal?.places ?? [],
      },
      "before",
    ),
    title: "Can’t be known",
  };
}

interface Words {
  readonly ok: boolean | null;
  readonly explains?: string;
  readonly places?: readonly Place[];
  readonly compared?: Rung["compared"];
}

/** The message that is not taken, or never sent. */
function stopped(context: Context, message: string, stops: NonNullable<Rung["stops"]>, words: Words): Rung {
  const rung = messageRung(context, message, { ...words, ok: false });
  return { ...rung, title: refusedTitle(message, stops, context.negotiation), stops };
}

/** What a message that is not taken is called: it is no longer what it was meant to be. */
function refusedTitle(message: string, stops: NonNullable<Rung["stops"]>, { failedAt }: Negotiation): string {
  if (failedAt === "phase1-policy") return message.endsWith("1") ? "Nothing to offer" : "No policy chosen";
  if (failedAt === "phase1-authentication") return stops === "at-sender" ? "No answer" : "Proof not accepted";
  return stops === "at-sender" ? "No answer" : "Does not arrive";
}

interface MessageKind {
  readonly byInitiator: boolean;
  readonly title: string;
  readonly payloads: string;
  readonly state: string;
}

/** States are those that `show crypto isakmp sa` has at the initiator. Reference: sections 5.1 and 6.1. */
const messages: Readonly<Record<string, MessageKind>> = {
  MM1: { byInitiator: true, title: "Policies offered", payloads: "SA", state: "MM_NO_STATE" },
  MM2: { byInitiator: false, title: "Policy chosen", payloads: "SA", state: "MM_SA_SETUP" },
  MM3: { byInitiator: true, title: "Key exchange", payloads: "KE, NONCE", state: "MM_SA_SETUP" },
  MM4: { byInitiator: false, title: "Key exchange in turn", payloads: "KE, NONCE", state: "MM_KEY_EXCH" },
  MM5: { byInitiator: true, title: "Identity and proof", payloads: "ID, HASH, encrypted", state: "MM_KEY_EXCH" },
  MM6: { byInitiator: false, title: "Identity and proof in turn", payloads: "ID, HASH, encrypted", state: "QM_IDLE" },
  AM1: { byInitiator: true, title: "Policies, key, identity", payloads: "SA, KE, NONCE, ID", state: "AG_NO_STATE" },
  AM2: { byInitiator: false, title: "Policy, key, proof", payloads: "SA, KE, NONCE, ID, HASH", state: "AG_INIT_EXCH" },
  AM3: { byInitiator: true, title: "Proof in turn", payloads: "HASH, encrypted", state: "QM_IDLE" },
  XAUTH: { byInitiator: false, title: "User name asked for", payloads: "CFG", state: "CONF_XAUTH" },
  QM1: {
    byInitiator: true,
    title: "Traffic and protection offered",
    payloads: "HASH, SA, NONCE, ID, ID",
    state: "QM_IDLE",
  },
  QM2: { byInitiator: false, title: "Proposal accepted", payloads: "HASH, SA, NONCE, ID, ID", state: "QM_IDLE" },
  QM3: { byInitiator: true, title: "Confirmed", payloads: "HASH", state: "QM_IDLE" },
};

function messageRung(context: Context, name: string, words: Words): Rung {
  const { initiator, responder, negotiation, asked } = context;
  const kind = messages[name] ?? { byInitiator: true, title: name, payloads: "", state: "" };
  const [sender, receiver] = kind.byInitiator ? [initiator, responder] : [responder, initiator];
  const band = name.startsWith("QM") ? "phase2" : "phase1";
  const compared = words.compared ?? [];
  const pfs = negotiation.phase2?.pfs ?? (name === "QM1" && initiator.view.body.pfs !== undefined);
  const common: Rung = {
    band,
    message: name,
    title: kind.title,
    from: sender.router.id,
    to: receiver.router.id,
    ok: words.ok,
    stops: null,
    explains: words.explains ?? explainedMessage(context, name),
    payloads: band === "phase2" && pfs ? kind.payloads.replace("NONCE", "NONCE, KE") : kind.payloads,
    offered: [],
    compared,
    chosen: [],
    places: words.places ?? [],
    state: kind.state === "" ? null : kind.state,
  };
  switch (name) {
    case "MM1":
    case "AM1":
      return { ...common, offered: offeredPolicies(initiator) };
    case "MM2":
    case "AM2": {
      const trials = policyTrials(initiator, responder);
      return {
        ...common,
        offered: offeredPolicies(initiator),
        // A refusal about something else than the policies, such as a key, is not drowned in comparisons that agree.
        compared:
          words.ok === false ? (compared.length > 0 ? [...compared, ...without(trials, compared)] : []) : trials,
        chosen: words.ok === false ? [] : chosenPolicy(initiator, responder, negotiation),
        state: words.ok === false ? (name === "MM2" ? "MM_NO_STATE" : "AG_NO_STATE") : kind.state,
      };
    }
    case "MM3":
    case "MM4": {
      const group = agreedGroup(initiator, responder);
      return { ...common, offered: group === undefined ? [] : [{ label: "Diffie-Hellman", value: `group ${group}` }] };
    }
    case "MM5":
    case "AM3":
      return words.ok === false ? { ...common, state: name === "MM5" ? "MM_KEY_EXCH" : "AG_INIT_EXCH" } : common;
    case "MM6":
      return words.ok === false
        ? { ...common, state: "MM_KEY_EXCH" }
        : { ...common, chosen: [{ label: "IKE security association", value: "stands, for both directions" }] };
    case "QM1":
      return { ...common, offered: quickModeOffer(initiator, asked) };
    case "QM2":
      return {
        ...common,
        offered: quickModeOffer(initiator, asked),
        compared: quickModeTrials(initiator, responder, asked, words.ok !== false),
        chosen: words.ok === false ? [] : quickModeChoice(initiator, responder, asked, negotiation),
      };
    case "QM3":
      return { ...common, chosen: [{ label: "IPsec security associations", value: "a pair, one in each direction" }] };
    default:
      return common;
  }
}

function without(trials: Rung["compared"], told: Rung["compared"]): Rung["compared"] {
  return trials.filter(({ attribute }) => !told.some((one) => one.attribute === attribute));
}

/** Messages that the trace does not reach, because the engine stopped before them, say what they are for. */
function explainedMessage({ initiator, responder }: Context, name: string): string {
  const translated = hasTranslatorOnPath(initiator, responder);
  switch (name) {
    case "MM1":
    case "AM1":
      return `${initiator.name} offers its ISAKMP policies, lowest number first.`;
    case "MM2":
      return `${responder.name} takes the first of its policies that equals one of the offers.`;
    case "MM3":
      return `${initiator.name} sends its Diffie-Hellman value and a nonce.`;
    case "MM4":
      return `${responder.name} sends its Diffie-Hellman value and a nonce${
        translated ? "; a translator on the way is found, so UDP 4500 is used from here on" : ""
      }.`;
    case "MM5":
      return `${initiator.name} shows its identity.`;
    case "MM6":
      return `${responder.name} shows its identity in turn; the IKE security association stands.`;
    default:
      return "";
  }
}

/** Messages of the trace that touch no line of their own light those that they carry something of. */
function placed(context: Context, rung: Rung): Rung {
  if (rung.places.length > 0 || rung.message === null) return rung;
  const { initiator, responder, negotiation } = context;
  const ofMessage = (message: string) => negotiation.steps.find((step) => step.message === message)?.places ?? [];
  switch (rung.message) {
    case "MM3":
    case "MM4":
      return { ...rung, places: ofMessage("MM2") };
    case "MM6":
      return { ...rung, places: ofMessage("MM5") };
    case "QM3":
      return { ...rung, places: [entryPlace(initiator), entryPlace(responder)] };
    default:
      return rung;
  }
}

function localRung(
  context: Context,
  step: Pick<NegotiationStep, "message" | "from" | "to" | "ok" | "explains" | "compared" | "places">,
  band: Rung["band"],
): Rung {
  return {
    band,
    message: null,
    title: localTitles[step.message] ?? capitalised(step.message),
    from: step.from,
    to: step.to,
    ok: step.ok,
    stops: null,
    explains: step.explains,
    payloads: "",
    offered: [],
    compared: step.compared,
    chosen: [],
    places: step.places,
    state: band === "before" || band === "manual" ? null : standingState(context),
  };
}

const localTitles: Readonly<Record<string, string>> = {
  route: "Route",
  nat: "Translation",
  "crypto map": "Crypto map",
  "route to peer": "Route to the peer",
  "return route": "Route for the answer",
  "access list in": "Inbound access list",
  "pre-shared key": "Pre-shared key",
  answer: "Crypto map for the answer",
};

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
