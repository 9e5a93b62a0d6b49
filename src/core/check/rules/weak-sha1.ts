import { weakAlgorithmRule } from "../weakAlgorithms.ts";

/** Good enough as an HMAC, and no longer what anybody should begin with. */
export const weakSha1 = weakAlgorithmRule({
  id: "weak-sha1",
  severity: "info",
  docs: {
    what: "An ISAKMP policy or a transform set uses SHA-1, which is also what a policy without a hash line has.",
    why: "As an HMAC it is acceptable, but guides prefer SHA-256, and later releases may drop it.",
    remedy: "Use SHA-256 at both ends where both know it.",
    source: "Cisco Next Generation Cryptography: HMAC-SHA-1, acceptable; HMAC-SHA-256, NGE",
  },
  messages: {
    policy: "{router}: {name} hashes with SHA-1; SHA-256 is preferred.",
    set: "{router}: {name} authenticates with SHA-1 ({value}); SHA-256 is preferred.",
  },
  remedy: "Replace SHA-1 in",
  question: "Hash in place of SHA-1",
  choices: ["SHA-256", "SHA-512"],
  inPolicy: ({ hash }) => (hash === "sha" ? { value: "sha", field: "hash" } : undefined),
  inSet: (transforms) => transforms.find((one) => one.endsWith("-sha-hmac")),
  changePolicy: (_policy, choice) => ({ hash: choice === "SHA-512" ? "sha512" : "sha256" }),
  changeSet: (transforms, choice) =>
    transforms.map((one) => one.replace("-sha-hmac", choice === "SHA-512" ? "-sha512-hmac" : "-sha256-hmac")),
});
