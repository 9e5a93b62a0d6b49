import { weakAlgorithmRule } from "../weakAlgorithms.ts";

/** A cipher alone can be tampered with. */
export const noIntegrity = weakAlgorithmRule({
  id: "no-integrity",
  severity: "warning",
  docs: {
    what: "A transform set has an ESP cipher and neither an ESP authenticator nor AH.",
    why: "Without authentication packets can be changed on the way, and in CBC mode even read by whoever does so cleverly.",
    remedy: "Add `esp-sha256-hmac` at both ends, or use `esp-gcm`, which authenticates itself.",
    source: "RFC 4303 section 1; Cisco IOS Security Command Reference, crypto ipsec transform-set",
  },
  messages: { set: "{router}: {name} encrypts with {value} and authenticates nothing." },
  remedy: "Add an authenticator to",
  question: "Authenticator",
  choices: ["esp-sha256-hmac", "esp-sha-hmac"],
  inSet(transforms) {
    if (transforms.some((one) => one.startsWith("ah-") || one.endsWith("-hmac"))) return undefined;
    return transforms.find((one) => /^esp-(des|3des|aes|seal)\b/.test(one));
  },
  changeSet: (transforms, choice) => [...transforms, choice],
});
