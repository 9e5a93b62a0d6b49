import type { DiffieHellmanGroup } from "../../model/isakmp.ts";
import { weakAlgorithmRule } from "../weakAlgorithms.ts";

const bits: Readonly<Partial<Record<string, number>>> = { 1: 768, 2: 1024, 5: 1536 };

/** Diffie-Hellman in groups that are too small. */
export const weakDh = weakAlgorithmRule({
  id: "weak-dh",
  severity: "warning",
  docs: {
    what: "An ISAKMP policy or `set pfs` uses Diffie-Hellman group 1, 2 or 5; group 1 is also what a policy without a group line has.",
    why: "768 to 1536 bits are within reach of whoever can prepare for them; IOS-XE from 17.11.1 on refuses these groups unless the compliance shield is off.",
    remedy: "Use group 14 or higher, or an elliptic curve group 19 to 21, at both ends.",
    source: "Cisco Next Generation Cryptography: DH-768 and DH-1024, avoid; IOS-XE 17.11.1 release notes",
  },
  messages: {
    policy: "{router}: {name} uses Diffie-Hellman {value}.",
    pfs: "{router}: {name} uses Diffie-Hellman group {value} for PFS.",
  },
  remedy: "Use a stronger Diffie-Hellman group in",
  question: "Diffie-Hellman group",
  choices: ["group 14", "group 19", "group 20", "group 21"],
  inPolicy: ({ group }) =>
    bits[group] === undefined ? undefined : { value: `group ${group}, ${bits[group]} bits`, field: "group" },
  inPfs: (pfs) => bits[pfs] !== undefined,
  changePolicy: (_policy, choice) => ({ group: groupOf(choice) }),
  changePfs: groupOf,
});

function groupOf(choice: string): DiffieHellmanGroup {
  return Number(choice.replace("group ", "")) as DiffieHellmanGroup;
}
