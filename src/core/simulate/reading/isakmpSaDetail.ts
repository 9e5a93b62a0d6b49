import { policiesOf } from "../../negotiate/isakmpPolicies.ts";
import type { ExplainedRow, OutputReader, PastedLine, PastedPart } from "./shownOutput.ts";
import { noEntry, tunnelsBetween, whoHas } from "./tunnels.ts";

const rowForm =
  /^\s*(\d+)\s+(\d+(?:\.\d+){3})\s+(\d+(?:\.\d+){3})\s+(?:(?!ACTIVE)\S+\s+)?ACTIVE\s+(\S+)\s+(\S+)\s+(psk|rsig|renc)\s+(\d+)\s+(\d+:\d+:\d+|\d+)\s*(\S*)/;

/** `show crypto isakmp sa detail`: what was agreed on. */
export const isakmpSaDetail: OutputReader = {
  command: "show crypto isakmp sa detail",
  starts: /^\s*C-id\s+Local\s+Remote/,
  ownAddresses: (lines) => lines.flatMap(({ text }) => rowForm.exec(text)?.[2] ?? []),
  explain: (part) => ({
    rows: part.lines.flatMap((line) => {
      const match = rowForm.exec(line.text);
      return match ? [explainRow(part, line, match)] : [];
    }),
    missing: [],
  }),
};

const capabilities: Readonly<Record<string, string>> = {
  C: "IKE configuration mode",
  D: "dead peer detection",
  K: "keepalives",
  N: "NAT traversal",
  T: "cTCP",
  X: "extended authentication",
};

function explainRow(
  { design, router }: PastedPart,
  { number }: PastedLine,
  [
    ,
    ,
    local = "",
    remote = "",
    cipher = "",
    hash = "",
    method = "",
    group = "",
    left = "",
    words = "",
  ]: RegExpExecArray,
): ExplainedRow {
  const [judged] = tunnelsBetween(design, local, remote);
  const own = router === undefined ? undefined : design.routers.get(router);
  const methods = { psk: "pre-share", rsig: "rsa-sig", renc: "rsa-encr" }[method];
  const fits =
    !own ||
    policiesOf(own).some(
      (one) =>
        one.encryption.startsWith(cipher) &&
        one.hash === hash &&
        one.authentication === methods &&
        String(one.group) === group,
    );
  const told = Object.keys(capabilities).flatMap((letter) =>
    words.includes(letter) ? (capabilities[letter] ?? []) : [],
  );
  return {
    line: number,
    endLine: number,
    about: `${local} with ${remote}: ${cipher}, ${hash}, group ${group}`,
    tone: "good",
    says: [
      `Phase 1 with ${whoHas(design, remote)} uses ${cipher}, ${hash}, ${methods ?? method} and group ${group}; ${left} is left of its lifetime.`,
      ...(told.length > 0 ? [`In use: ${told.join(", ")}.`] : []),
    ],
    differs: [
      ...(judged ? [] : [noEntry(design, router, remote)]),
      ...(fits ? [] : ["No ISAKMP policy of the design on this router says so."]),
    ],
    peering: judged?.peering.id ?? null,
  };
}
