import { primaryAddress } from "../../derive/interfaceAddresses.ts";
import { formatIpv4, parseIpv4 } from "../../net/ipv4.ts";
import { interfaceNameOf } from "../interfaceWord.ts";
import { defaultSource, pingText, sendPing } from "../pinging.ts";
import type { ExecContext, ExecForm, ExecResult } from "./execForm.ts";

/** `ping`, with which traffic flows and tunnels come up, and what people type out of habit. */
export const OTHER_FORMS: readonly ExecForm[] = [
  { syntax: "ping <address>", meaning: "Send echo messages", run: (context, values) => ping(context, values) },
  {
    syntax: "ping <address> source <endpoint>",
    meaning: "Source address or interface",
    run: (context, values) => ping(context, values),
  },
  { syntax: "enable", meaning: "Turn on privileged commands", run: () => ({}) },
  { syntax: "terminal length <number>", meaning: "Lines on a screen; output here never pauses", run: () => ({}) },
  { syntax: "terminal monitor", meaning: "Copy debug output to this terminal", run: () => ({}) },
  {
    syntax: "configure terminal",
    meaning: "The configuration is edited beside",
    run: () => ({
      text: "% This terminal looks and does not change: edit the configuration in its own pane.\n",
      refused: true,
    }),
  },
];

function ping(
  { design, router, state }: ExecContext,
  { address = "", endpoint }: Readonly<Record<string, string>>,
): ExecResult {
  const destination = parseIpv4(address);
  if (destination === undefined)
    return { text: "% Unrecognized host or address, or protocol not running.\n", refused: true };
  const { elements } = router;
  const name = interfaceNameOf(endpoint);
  const source =
    endpoint === undefined
      ? defaultSource(router, destination)
      : (parseIpv4(endpoint) ??
        primaryAddress(name === undefined ? undefined : elements.interface.get(name), elements.interface));
  const isOwn = [...elements.interface.values()].some((one) => primaryAddress(one, elements.interface) === source);
  if (source === null || !isOwn) {
    return { text: "% Invalid source address- IP address not on any of our up interfaces\n", refused: true };
  }
  const { network, answered, lines, doubt } = sendPing(design, state.network, router.id, source, destination);
  const text = pingText(source, destination, endpoint !== undefined, answered);
  const doubtLine = doubt === undefined ? "" : `% What becomes of it can't be told from the design: ${doubt}\n`;
  return {
    text: `${text}${doubtLine}`,
    state: { ...state, network },
    lines,
    // What is debugged comes while the packets are under way.
    linesAt: text.indexOf(`\n`, text.indexOf(formatIpv4(destination))) + 1,
  };
}
