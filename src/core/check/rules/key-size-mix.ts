import type { IsakmpPolicy } from "../../model/isakmp.ts";
import { weakAlgorithmRule } from "../weakAlgorithms.ts";

/** A chain is as strong as its weakest link. */
export const keySizeMix = weakAlgorithmRule({
  id: "key-size-mix",
  severity: "info",
  docs: {
    what: "An ISAKMP policy has AES-256 beside a Diffie-Hellman group below 14, or beside SHA-1.",
    why: "The key of the cipher is no stronger than the exchange that it comes from; AES-256 costs time and adds nothing there.",
    remedy: "Raise group and hash to the cipher's strength.",
    source: "Judgement; NIST SP 800-57 part 1, comparable strengths",
  },
  messages: { policy: "{router}: {name} has AES-256 beside {value}, which is far weaker." },
  remedy: "Use a group and a hash that suit AES-256 in",
  question: "Group and hash that suit AES-256",
  choices: ["group 14 and SHA-256", "group 19 and SHA-256", "group 20 and SHA-384"],
  inPolicy({ encryption, hash, group }) {
    if (encryption !== "aes 256") return undefined;
    const weaker = [...(group < 14 ? [`group ${group}`] : []), ...(hash === "sha" ? ["SHA-1"] : [])];
    return weaker.length > 0 ? { value: weaker.join(" and "), field: "encryption" } : undefined;
  },
  changePolicy: (_policy, choice) => stronger[choice] ?? {},
});

const stronger: Readonly<Record<string, Partial<IsakmpPolicy>>> = {
  "group 14 and SHA-256": { group: 14, hash: "sha256" },
  "group 19 and SHA-256": { group: 19, hash: "sha256" },
  "group 20 and SHA-384": { group: 20, hash: "sha384" },
};
