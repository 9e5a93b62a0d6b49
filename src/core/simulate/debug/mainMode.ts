import { hasTranslatorOnPath } from "../../negotiate/interfaceFilters.ts";
import { commonPolicy, POLICY_ATTRIBUTES, policiesOf, type FullPolicy } from "../../negotiate/isakmpPolicies.ts";
import { isakmpVoice, logged, stateChange, type DebugLine, type DebugView, type IsakmpVoice } from "./debugLine.ts";

/** What phase 1 prints at one end. Source: captured debug output; reference sections 6.1 and 6.4. */
export function mainModeLines(view: DebugView): readonly DebugLine[] {
  return view.side === "initiator" ? initiatorLines(view) : responderLines(view);
}

/** How phase 1 ends, from the verdict alone. */
type Ending =
  | "complete"
  /** Nothing is sent. */
  | "silent"
  /** The first message is never sent, for want of a key. */
  | "no-key"
  /** The first message gets no answer. */
  | "unanswered"
  | "refused-policy"
  /** The responder has no key, so that it can't take a policy. */
  | "responder-no-key"
  | "bad-key"
  | "bad-identity"
  | "xauth";

export function endingOf({ initiator, negotiation }: DebugView): Ending {
  const { failedAt, rule, outcome, refusals, steps } = negotiation;
  if (outcome === "not-triggered") return "silent";
  if (failedAt === "reachability") {
    const own = refusals[0]?.places[0]?.router === initiator.router.id;
    return rule === "ike-disabled" && own ? "silent" : "unanswered";
  }
  const messages = new Set(steps.map(({ message }) => message));
  const started = messages.has("MM1") || messages.has("AM1");
  if (failedAt === "phase1-policy") return rule === "ike-version-mismatch" ? "unanswered" : "refused-policy";
  if (failedAt !== "phase1-authentication") return "complete";
  if (!started) return "no-key";
  if (rule === "psk-mismatch") return "bad-key";
  if (rule === "psk-no-xauth") return "xauth";
  return messages.has("MM3") || messages.has("AM2") ? "bad-identity" : "responder-no-key";
}

function isAggressive({ negotiation }: DebugView): boolean {
  return negotiation.steps.some(({ message }) => message === "AM1");
}

function initiatorLines(view: DebugView): readonly DebugLine[] {
  const ending = endingOf(view);
  const voice = isakmpVoice(view);
  const { say, fault } = voice;
  if (ending === "silent") return [];
  const trigger = [
    say("SA request profile is (NULL)"),
    { about: "isakmp" as const, text: `ISAKMP: Created a peer struct for ${view.remote}, peer port 500` },
    { about: "isakmp" as const, text: "ISAKMP: local port 500, remote port 500" },
    { about: "isakmp" as const, text: "ISAKMP: set new node 0 to QM_IDLE" },
  ];
  if (ending === "no-key") {
    return [
      ...trigger,
      say("Can not start Aggressive mode, trying Main mode."),
      fault(`No pre-shared key with ${view.remote}!`),
      fault("No Cert or pre-shared address key."),
      fault("construct_initial_message: Can not start Main mode"),
    ];
  }
  if (isAggressive(view)) return [...trigger, ...aggressiveInitiatorLines(view, voice, ending)];
  const first = [
    ...trigger,
    say("Can not start Aggressive mode, trying Main mode."),
    say(`found peer pre-shared key matching ${view.remote}`),
    ...["rfc3947", "07", "03", "02"].map((version) => say(`constructed NAT-T vendor-${version} ID`)),
    ...stateChange(voice, 0, "IKE_MESG_FROM_IPSEC, IKE_SA_REQ_MM", "IKE_READY", "IKE_I_MM1"),
    say("beginning Main Mode exchange"),
    ...sends(view, voice, "MM_NO_STATE"),
  ];
  if (ending === "unanswered") return [...first, ...retransmissions(view, voice, "MM_NO_STATE")];
  if (ending === "refused-policy" || ending === "responder-no-key") {
    return [
      ...first,
      ...receives(view, voice, "MM_NO_STATE"),
      fault("Notify has no hash. Rejected."),
      logged(`%CRYPTO-6-IKMP_MODE_FAILURE: Processing of Informational mode failed with peer at ${view.remote}`),
      ...retransmissions(view, voice, "MM_NO_STATE"),
    ];
  }
  const [offered, held] = agreedPolicies(view);
  const upToKeys = [
    ...first,
    ...receives(view, voice, "MM_NO_STATE"),
    say("processing SA payload. message ID = 0"),
    ...vendorIds(voice, ["NAT-T RFC 3947"]),
    say(`found peer pre-shared key matching ${view.remote}`),
    say("local preshared key found"),
    ...(held && offered ? accepted(voice, held, offered, 1) : []),
    ...stateChange(voice, 0, "IKE_MESG_FROM_PEER, IKE_MM_EXCH", "IKE_I_MM1", "IKE_I_MM2"),
    ...sends(view, voice, "MM_SA_SETUP"),
    ...stateChange(voice, 0, "IKE_MESG_INTERNAL, IKE_PROCESS_COMPLETE", "IKE_I_MM2", "IKE_I_MM3"),
    ...receives(view, voice, "MM_SA_SETUP"),
    ...keyPayloads(view, voice),
    ...stateChange(voice, view.connectionId, "IKE_MESG_FROM_PEER, IKE_MM_EXCH", "IKE_I_MM3", "IKE_I_MM4"),
    say("Send initial contact", view.connectionId),
    ...showsIdentity(view, voice),
    ...sends(view, voice, "MM_KEY_EXCH", view.connectionId),
    ...stateChange(voice, view.connectionId, "IKE_MESG_INTERNAL, IKE_PROCESS_COMPLETE", "IKE_I_MM4", "IKE_I_MM5"),
  ];
  if (ending === "bad-key" || ending === "bad-identity")
    return [...upToKeys, ...retransmissions(view, voice, "MM_KEY_EXCH")];
  const { connectionId } = view;
  return [
    ...upToKeys,
    ...receives(view, voice, "MM_KEY_EXCH", connectionId),
    ...checksIdentity(view, voice),
    ...stateChange(voice, connectionId, "IKE_MESG_FROM_PEER, IKE_MM_EXCH", "IKE_I_MM5", "IKE_I_MM6"),
    ...(ending === "xauth"
      ? [say("Need XAUTH", connectionId), ...retransmissions(view, voice, "CONF_XAUTH")]
      : stateChange(voice, connectionId, "IKE_MESG_INTERNAL, IKE_PROCESS_COMPLETE", "IKE_I_MM6", "IKE_P1_COMPLETE")),
  ];
}

function responderLines(view: DebugView): readonly DebugLine[] {
  const ending = endingOf(view);
  const voice = isakmpVoice(view);
  const { say, fault } = voice;
  if (ending === "silent" || ending === "no-key" || ending === "unanswered") return [];
  if (isAggressive(view)) return aggressiveResponderLines(view, voice, ending);
  const first = [
    voice.packet(`received packet from ${view.remote} dport 500 sport 500 Global (N) NEW SA`),
    { about: "isakmp" as const, text: `ISAKMP: Created a peer struct for ${view.remote}, peer port 500` },
    ...stateChange(voice, 0, "IKE_MESG_FROM_PEER, IKE_MM_EXCH", "IKE_READY", "IKE_R_MM1"),
    say("processing SA payload. message ID = 0"),
    ...vendorIds(voice, ["NAT-T RFC 3947", "NAT-T v2"]),
  ];
  const refused = [
    fault("no offers accepted!"),
    fault(`phase 1 SA policy not acceptable! (local ${view.local} remote ${view.remote})`),
    ...sends(view, voice, "MM_NO_STATE"),
  ];
  if (ending === "responder-no-key") {
    return [...first, fault(`No pre-shared key with ${view.remote}!`), ...tried(view, voice), ...refused];
  }
  const key = [say(`found peer pre-shared key matching ${view.remote}`), say("local preshared key found")];
  if (ending === "refused-policy") return [...first, ...key, ...tried(view, voice), ...refused];
  const { connectionId } = view;
  const upToKeys = [
    ...first,
    ...key,
    ...tried(view, voice),
    ...stateChange(voice, 0, "IKE_MESG_INTERNAL, IKE_PROCESS_MAIN_MODE", "IKE_R_MM1", "IKE_R_MM1"),
    ...sends(view, voice, "MM_SA_SETUP"),
    ...stateChange(voice, 0, "IKE_MESG_INTERNAL, IKE_PROCESS_COMPLETE", "IKE_R_MM1", "IKE_R_MM2"),
    ...receives(view, voice, "MM_SA_SETUP"),
    ...keyPayloads(view, voice),
    ...stateChange(voice, connectionId, "IKE_MESG_FROM_PEER, IKE_MM_EXCH", "IKE_R_MM2", "IKE_R_MM3"),
    ...sends(view, voice, "MM_KEY_EXCH", connectionId),
    ...stateChange(voice, connectionId, "IKE_MESG_INTERNAL, IKE_PROCESS_COMPLETE", "IKE_R_MM3", "IKE_R_MM4"),
    ...receives(view, voice, "MM_KEY_EXCH", connectionId),
  ];
  if (ending === "bad-key") {
    return [
      ...upToKeys,
      fault("reserved not zero on ID payload!", connectionId),
      logged(`%CRYPTO-4-IKMP_BAD_MESSAGE: IKE message from ${view.remote} failed its sanity check or is malformed`),
    ];
  }
  if (ending === "bad-identity") {
    return [
      ...upToKeys,
      say("processing ID payload. message ID = 0", connectionId),
      say("peer matches *none* of the profiles", connectionId),
      fault('deleting SA reason "IKE SA profile not found" state (R) MM_KEY_EXCH', connectionId),
    ];
  }
  return [
    ...upToKeys,
    ...checksIdentity(view, voice),
    ...stateChange(voice, connectionId, "IKE_MESG_FROM_PEER, IKE_MM_EXCH", "IKE_R_MM4", "IKE_R_MM5"),
    ...showsIdentity(view, voice),
    ...sends(view, voice, "MM_KEY_EXCH", connectionId),
    ...(ending === "xauth"
      ? [say("Need XAUTH", connectionId)]
      : stateChange(voice, connectionId, "IKE_MESG_INTERNAL, IKE_PROCESS_COMPLETE", "IKE_R_MM5", "IKE_P1_COMPLETE")),
  ];
}

/** Aggressive mode has three messages: policies, keys and identities come in the first two, the initiator's proof in the third. */
function aggressiveInitiatorLines(view: DebugView, voice: IsakmpVoice, ending: Ending): readonly DebugLine[] {
  const { connectionId: id } = view;
  const { say, fault } = voice;
  const first = [
    say(`found peer pre-shared key matching ${view.remote}`),
    ...["rfc3947", "07", "03", "02"].map((version) => say(`constructed NAT-T vendor-${version} ID`)),
    ...showsIdentity(view, voice, 0),
    ...stateChange(voice, 0, "IKE_MESG_FROM_IPSEC, IKE_SA_REQ_AM", "IKE_READY", "IKE_I_AM1"),
    say("beginning Aggressive Mode exchange"),
    ...sends(view, voice, "AG_INIT_EXCH"),
  ];
  if (ending === "unanswered") return [...first, ...retransmissions(view, voice, "AG_INIT_EXCH")];
  if (ending === "refused-policy" || ending === "responder-no-key" || ending === "bad-identity") {
    return [
      ...first,
      ...receives(view, voice, "AG_INIT_EXCH"),
      fault("Notify has no hash. Rejected."),
      logged(`%CRYPTO-6-IKMP_MODE_FAILURE: Processing of Informational mode failed with peer at ${view.remote}`),
      ...retransmissions(view, voice, "AG_INIT_EXCH"),
    ];
  }
  const [offered, held] = agreedPolicies(view);
  const answered = [
    ...first,
    ...receives(view, voice, "AG_INIT_EXCH"),
    say("processing SA payload. message ID = 0"),
    say("processing ID payload. message ID = 0"),
    ...vendorIds(voice, ["NAT-T RFC 3947"]),
    say(`found peer pre-shared key matching ${view.remote}`),
    say("local preshared key found"),
    ...(held && offered ? accepted(voice, held, offered, 1) : []),
    ...keyPayloads(view, voice),
  ];
  if (ending === "bad-key") {
    // The responder proves itself first, so that it is the initiator who finds out.
    return [
      ...answered,
      say("processing HASH payload. message ID = 0", id),
      fault("Unable to authenticate the peer: the hash does not match", id),
      logged(`%CRYPTO-4-IKMP_BAD_MESSAGE: IKE message from ${view.remote} failed its sanity check or is malformed`),
      ...retransmissions(view, voice, "AG_INIT_EXCH"),
    ];
  }
  return [
    ...answered,
    ...authenticates(view, voice),
    say("Send initial contact", id),
    ...sends(view, voice, "AG_INIT_EXCH", id),
    ...(ending === "xauth"
      ? [say("Need XAUTH", id), ...retransmissions(view, voice, "CONF_XAUTH")]
      : stateChange(voice, id, "IKE_MESG_FROM_PEER, IKE_AM_EXCH", "IKE_I_AM1", "IKE_P1_COMPLETE")),
  ];
}

function aggressiveResponderLines(view: DebugView, voice: IsakmpVoice, ending: Ending): readonly DebugLine[] {
  const { connectionId: id } = view;
  const { say, fault } = voice;
  const asked = [
    voice.packet(`received packet from ${view.remote} dport 500 sport 500 Global (N) NEW SA`),
    { about: "isakmp" as const, text: `ISAKMP: Created a peer struct for ${view.remote}, peer port 500` },
    say("processing SA payload. message ID = 0"),
    say("processing ID payload. message ID = 0"),
    ...vendorIds(voice, ["NAT-T RFC 3947", "NAT-T v2"]),
  ];
  const refused = [
    fault("no offers accepted!"),
    fault(`phase 1 SA policy not acceptable! (local ${view.local} remote ${view.remote})`),
    ...sends(view, voice, "AG_NO_STATE"),
  ];
  if (ending === "responder-no-key")
    return [...asked, fault(`No pre-shared key with ${view.remote}!`), ...tried(view, voice), ...refused];
  if (ending === "bad-identity") {
    return [
      ...asked,
      say("peer matches *none* of the profiles"),
      fault('deleting SA reason "IKE SA profile not found" state (R) AG_NO_STATE'),
      ...sends(view, voice, "AG_NO_STATE"),
    ];
  }
  const key = [say(`found peer pre-shared key matching ${view.remote}`), say("local preshared key found")];
  if (ending === "refused-policy") return [...asked, ...key, ...tried(view, voice), ...refused];
  const answers = [
    ...asked,
    ...key,
    ...tried(view, voice),
    ...keyPayloads(view, voice),
    ...showsIdentity(view, voice),
    ...stateChange(voice, id, "IKE_MESG_FROM_PEER, IKE_AM_EXCH", "IKE_READY", "IKE_R_AM2"),
    ...sends(view, voice, "AG_INIT_EXCH", id),
  ];
  if (ending === "bad-key") return [...answers, ...retransmissions(view, voice, "AG_INIT_EXCH")];
  return [
    ...answers,
    ...receives(view, voice, "AG_INIT_EXCH", id),
    ...authenticates(view, voice),
    ...(ending === "xauth"
      ? [say("Need XAUTH", id)]
      : stateChange(voice, id, "IKE_MESG_FROM_PEER, IKE_AM_EXCH", "IKE_R_AM2", "IKE_P1_COMPLETE")),
  ];
}

function role({ side }: DebugView): string {
  return side === "initiator" ? "(I)" : "(R)";
}

function sends(view: DebugView, { packet }: IsakmpVoice, state: string, id = 0): readonly DebugLine[] {
  const port = state === "MM_KEY_EXCH" && hasTranslatorOnPath(view.own, view.other) ? 4500 : 500;
  return [
    packet(
      `sending packet to ${view.remote} my_port ${String(port)} peer_port ${String(port)} ${role(view)} ${state}`,
      id,
    ),
  ];
}

function receives(view: DebugView, { packet }: IsakmpVoice, state: string, id = 0): readonly DebugLine[] {
  const port = state === "MM_KEY_EXCH" && hasTranslatorOnPath(view.own, view.other) ? 4500 : 500;
  return [
    packet(
      `received packet from ${view.remote} dport ${String(port)} sport ${String(port)} Global ${role(view)} ${state}`,
      id,
    ),
  ];
}

/** Five more attempts, ten seconds apart, and the end of it. */
function retransmissions(view: DebugView, voice: IsakmpVoice, state: string): readonly DebugLine[] {
  const id = state === "MM_NO_STATE" || state === "AG_INIT_EXCH" ? 0 : view.connectionId;
  return [
    ...[1, 2, 3, 4, 5].flatMap((attempt) => [
      voice.say(`retransmitting phase 1 ${state}...`, id),
      voice.say(`incrementing error counter on sa, attempt ${String(attempt)} of 5: retransmit phase 1`, id),
      ...sends(view, voice, state, id),
    ]),
    voice.say(`deleting SA reason "Death by retransmission P1" state ${role(view)} ${state} (peer ${view.remote})`, id),
  ];
}

function vendorIds({ say }: IsakmpVoice, names: readonly string[]): readonly DebugLine[] {
  return names.flatMap((name) => [say("processing vendor id payload"), say(`vendor ID is ${name}`)]);
}

/** What comes with the Diffie-Hellman values. From the nonce on, lines carry the association's number. */
function keyPayloads(view: DebugView, { say }: IsakmpVoice): readonly DebugLine[] {
  const { connectionId: id, own, other, remote } = view;
  const natted = [own, other].find((one) => one.router.natOnPath);
  return [
    say("processing KE payload. message ID = 0"),
    say("processing NONCE payload. message ID = 0"),
    say(`found peer pre-shared key matching ${remote}`),
    say("vendor ID is Unity", id),
    say("vendor ID is DPD", id),
    say("speaking to another IOS box!", id),
    say(
      natted === undefined
        ? "No NAT Found for self or peer"
        : `NAT found, ${natted === own ? "this node" : "the node outside"} inside NAT`,
      id,
    ),
  ];
}

function showsIdentity(view: DebugView, { say, bare }: IsakmpVoice, id = view.connectionId): readonly DebugLine[] {
  return [
    say("SA is doing pre-shared key authentication using id type ID_IPV4_ADDR", id),
    bare("next-payload : 8"),
    bare("type         : 1"),
    bare(`address      : ${view.local}`),
    bare("protocol     : 17"),
    bare(`port         : ${hasTranslatorOnPath(view.own, view.other) ? "0" : "500"}`),
    bare("length       : 12"),
  ];
}

function checksIdentity(view: DebugView, voice: IsakmpVoice): readonly DebugLine[] {
  const { connectionId: id, remote } = view;
  return [
    voice.say("processing ID payload. message ID = 0", id),
    voice.bare("next-payload : 8"),
    voice.bare(`address      : ${remote}`),
    ...authenticates(view, voice),
  ];
}

function authenticates(view: DebugView, { say, bare }: IsakmpVoice): readonly DebugLine[] {
  const { connectionId: id, own, remote } = view;
  const profile = own.view.body.isakmpProfile;
  return [
    say(profile === undefined ? "peer matches *none* of the profiles" : `peer matches ${profile} profile`, id),
    say("processing HASH payload. message ID = 0", id),
    say("SA authentication status:", id),
    bare("authenticated"),
    say(`SA has been authenticated with ${remote}`, id),
  ];
}

function agreedPolicies(view: DebugView): readonly [FullPolicy | undefined, FullPolicy | undefined] {
  const match = commonPolicy(policiesOf(view.initiator.router), policiesOf(view.responder.router));
  return [match?.offered, match?.held];
}

/** The responder holds each of its policies against each offer, its own order first, until one fits. */
function tried(view: DebugView, voice: IsakmpVoice): readonly DebugLine[] {
  const offers = policiesOf(view.initiator.router);
  const keyless = endingOf(view) === "responder-no-key";
  const lines: DebugLine[] = [];
  for (const held of policiesOf(view.responder.router)) {
    for (const [index, offered] of offers.entries()) {
      const different = keyless
        ? ("authentication" as const)
        : POLICY_ATTRIBUTES.find((attribute) => offered[attribute] !== held[attribute]);
      if (different === undefined) return [...lines, ...accepted(voice, held, offered, index + 1)];
      lines.push(
        ...checking(voice, held, offered, index + 1),
        voice.fault(`${reasonFor(different, offered, held)}!`),
        voice.fault(`atts are not acceptable. Next payload is ${index === offers.length - 1 ? "0" : "3"}`),
      );
    }
  }
  return lines;
}

function reasonFor(attribute: (typeof POLICY_ATTRIBUTES)[number], offered: FullPolicy, held: FullPolicy): string {
  switch (attribute) {
    case "encryption":
      // AES with another key length is the same algorithm.
      return offered.encryption.startsWith("aes") && held.encryption.startsWith("aes")
        ? "Proposed key length does not match policy"
        : "Encryption algorithm offered does not match policy";
    case "hash":
      return "Hash algorithm offered does not match policy";
    case "authentication":
      return "Authentication method offered does not match policy";
    case "group":
      return "Diffie-Hellman group offered does not match policy";
  }
}

function checking(voice: IsakmpVoice, held: FullPolicy, offered: FullPolicy, transform: number): readonly DebugLine[] {
  return [
    voice.say(`Checking ISAKMP transform ${String(transform)} against priority ${String(held.priority)} policy`),
    ...attributes(offered).map(voice.bare),
  ];
}

function accepted(voice: IsakmpVoice, held: FullPolicy, offered: FullPolicy, transform: number): readonly DebugLine[] {
  const lifetime = Math.min(held.lifetimeSeconds, offered.lifetimeSeconds);
  return [
    ...checking(voice, held, offered, transform),
    voice.say("atts are acceptable. Next payload is 0"),
    voice.say(`Returning Actual lifetime: ${String(lifetime)}`),
    voice.say(`Started lifetime timer: ${String(lifetime)}.`),
  ];
}

/** The attributes of an offer, in the order in which IOS prints them. */
function attributes(policy: FullPolicy): readonly string[] {
  const [cipher = "", bits] = policy.encryption.split(" ");
  return [
    `encryption ${{ aes: "AES-CBC", "3des": "3DES-CBC", des: "DES-CBC" }[cipher] ?? cipher}`,
    ...(bits === undefined ? [] : [`keylength of ${bits}`]),
    `hash ${policy.hash.toUpperCase()}`,
    `default group ${String(policy.group)}`,
    `auth ${{ "pre-share": "pre-share", "rsa-sig": "RSA sig", "rsa-encr": "RSA encr" }[policy.authentication]}`,
    "life type in seconds",
    `life duration ${durationWords(policy.lifetimeSeconds)}`,
  ];
}

/** A number of two bytes is basic, a longer one is written byte by byte. */
export function durationWords(value: number): string {
  if (value <= 0xffff) return `(basic) of ${String(value)}`;
  const bytes = [24, 16, 8, 0].map((shift) => `0x${((value >>> shift) & 0xff).toString(16).toUpperCase()}`);
  return `(VPI) of  ${bytes.join(" ")}`;
}
