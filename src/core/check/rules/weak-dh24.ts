import type { DiffieHellmanGroup } from "../../model/isakmp.ts";
import { weakAlgorithmRule } from "../weakAlgorithms.ts";

/** A group whose origin can't be checked. */
export const weakDh24 = weakAlgorithmRule({
  id: "weak-dh24",
  severity: "warning",
  docs: {
    what: "An ISAKMP policy or `set pfs` uses Diffie-Hellman group 24.",
    why: "Its 256-bit subgroup comes without proof of how it was chosen; it is deprecated, and recent IOS-XE refuses it for IKEv2.",
    remedy: "Use group 14 or higher, or an elliptic curve group 19 to 21, at both ends.",
    source: "RFC 8247 section 2.4: group 24 should not be used; IOS-XE 17.11.1 release notes",
  },
  messages: {
    policy: "{router}: {name} uses Diffie-Hellman group {value}, which is deprecated.",
    pfs: "{router}: {name} uses Diffie-Hellman group {value} for PFS, which is deprecated.",
  },
  remedy: "Use another Diffie-Hellman group in",
  question: "Diffie-Hellman group",
  choices: ["group 14", "group 19", "group 20", "group 21"],
  inPolicy: ({ group }) => (group === 24 ? { value: "24", field: "group" } : undefined),
  inPfs: (pfs) => pfs === 24,
  changePolicy: (_policy, choice) => ({ group: groupOf(choice) }),
  changePfs: groupOf,
});

function groupOf(choice: string): DiffieHellmanGroup {
  return Number(choice.replace("group ", "")) as DiffieHellmanGroup;
}
