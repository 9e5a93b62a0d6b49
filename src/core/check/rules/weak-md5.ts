import { weakAlgorithmRule } from "../weakAlgorithms.ts";

/** A hash that is broken, and whose HMAC is legacy. */
export const weakMd5 = weakAlgorithmRule({
  id: "weak-md5",
  severity: "warning",
  docs: {
    what: "An ISAKMP policy or a transform set uses MD5.",
    why: "MD5 is broken as a hash and legacy as an HMAC; IOS-XE from 17.11.1 on refuses it unless the compliance shield is off.",
    remedy: "Use SHA-256 at both ends, or SHA-1 where a peer knows nothing better.",
    source: "Cisco Next Generation Cryptography: MD5, avoid; HMAC-MD5, legacy; IOS-XE 17.11.1 release notes",
  },
  messages: {
    policy: "{router}: {name} hashes with MD5.",
    set: "{router}: {name} authenticates with MD5 ({value}).",
  },
  remedy: "Replace MD5 in",
  question: "Hash in place of MD5",
  choices: ["SHA-256", "SHA-1"],
  inPolicy: ({ hash }) => (hash === "md5" ? { value: "md5", field: "hash" } : undefined),
  inSet: (transforms) => transforms.find((one) => one.endsWith("-md5-hmac")),
  changePolicy: (_policy, choice) => ({ hash: choice === "SHA-1" ? "sha" : "sha256" }),
  changeSet: (transforms, choice) =>
    transforms.map((one) => one.replace("-md5-hmac", choice === "SHA-1" ? "-sha-hmac" : "-sha256-hmac")),
});
