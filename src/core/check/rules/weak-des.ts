import { weakAlgorithmRule } from "../weakAlgorithms.ts";

/** A 56-bit key, which is searched through in a day. */
export const weakDes = weakAlgorithmRule({
  id: "weak-des",
  severity: "warning",
  docs: {
    what: "An ISAKMP policy or a transform set uses DES, which is also what a policy without an encryption line has.",
    why: "A 56-bit key is found by trying all of them; IOS-XE from 17.11.1 on refuses DES unless the compliance shield is off.",
    remedy: "Use AES at both ends.",
    source: "Cisco Next Generation Cryptography: DES, avoid; IOS-XE 17.11.1 release notes",
  },
  messages: {
    policy: "{router}: {name} encrypts with DES, a 56-bit key.",
    set: "{router}: {name} encrypts with DES ({value}), a 56-bit key.",
  },
  remedy: "Replace DES in",
  question: "Cipher in place of DES",
  choices: ["AES-256", "AES-128"],
  inPolicy: ({ encryption }) => (encryption === "des" ? { value: "des", field: "encryption" } : undefined),
  inSet: (transforms) => transforms.find((one) => one === "esp-des"),
  changePolicy: (_policy, choice) => ({ encryption: choice === "AES-128" ? "aes 128" : "aes 256" }),
  changeSet: (transforms, choice) =>
    transforms.map((one) => (one === "esp-des" ? (choice === "AES-128" ? "esp-aes" : "esp-aes 256") : one)),
});
