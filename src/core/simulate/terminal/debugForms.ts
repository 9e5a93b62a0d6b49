import type { ExecContext, ExecForm, ExecResult } from "./execForm.ts";
import { debugAt, NO_DEBUG, withDebug, type DebugSettings } from "./terminalState.ts";

const allOff = "All possible debugging has been turned off\n";

function change(
  { router, state }: ExecContext,
  by: (settings: DebugSettings) => DebugSettings,
  text: string,
): ExecResult {
  return { text, state: withDebug(state, router.id, by(debugAt(state, router.id))) };
}

function switches(about: "isakmp" | "ipsec"): readonly ExecForm[] {
  const name = about === "isakmp" ? "Crypto ISAKMP" : "Crypto IPSEC";
  return [
    {
      syntax: `debug crypto ${about}`,
      meaning: about === "isakmp" ? "ISAKMP Key Management" : "IPSEC processing",
      run: (context) => change(context, (one) => ({ ...one, [about]: true }), `${name} debugging is on\n`),
    },
    ...["no debug", "undebug"].map((words): ExecForm => ({
      syntax: `${words} crypto ${about}`,
      meaning: about === "isakmp" ? "ISAKMP Key Management" : "IPSEC processing",
      run: (context) => change(context, (one) => ({ ...one, [about]: false }), `${name} debugging is off\n`),
    })),
  ];
}

/** `debug crypto …`, and what takes it back. Reference: section 6. */
export const DEBUG_FORMS: readonly ExecForm[] = [
  ...switches("isakmp"),
  ...switches("ipsec"),
  {
    syntax: "debug crypto condition peer ipv4 <address>",
    meaning: "Debug only what concerns this peer",
    run: (context, { address = "" }) =>
      change(context, (one) => ({ ...one, peers: [...new Set([...one.peers, address])] }), ""),
  },
  {
    syntax: "debug crypto condition reset",
    meaning: "Forget all conditions",
    run: (context) => change(context, (one) => ({ ...one, peers: [] }), ""),
  },
  {
    syntax: "no debug crypto condition peer ipv4 <address>",
    meaning: "Forget this peer",
    run: (context, { address }) =>
      change(context, (one) => ({ ...one, peers: one.peers.filter((peer) => peer !== address) }), ""),
  },
  ...["undebug all", "no debug all"].map((syntax): ExecForm => ({
    syntax,
    meaning: "Turn off all debugging",
    run: (context) => change(context, ({ peers }) => ({ ...NO_DEBUG, peers }), allOff),
  })),
  { syntax: "show debugging", meaning: "State of each debugging option", run: showDebugging },
  { syntax: "show crypto debug-condition", meaning: "Conditions of crypto debugging", run: showConditions },
];

function showDebugging({ router, state }: ExecContext): ExecResult {
  const { isakmp, ipsec } = debugAt(state, router.id);
  const on = [
    ...(isakmp ? ["  Crypto ISAKMP debugging is on"] : []),
    ...(ipsec ? ["  Crypto IPSEC debugging is on"] : []),
  ];
  return { text: on.length === 0 ? "" : ["", "Cryptographic Subsystem:", ...on, ""].join("\n") };
}

function showConditions({ router, state }: ExecContext): ExecResult {
  const { peers } = debugAt(state, router.id);
  if (peers.length === 0) return { text: "Crypto conditional debug currently is turned OFF\n" };
  return {
    text: [
      "Crypto conditional debug currently is turned ON",
      "IKE debug context unmatched flag:  OFF",
      "IPsec debug context unmatched flag: OFF",
      "",
      "IKE peer IP address filters:",
      ...peers,
      "",
    ].join("\n"),
  };
}
