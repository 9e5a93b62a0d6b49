import { weakAlgorithmRule } from "../weakAlgorithms.ts";

/** Slow, and with blocks so short that much traffic under one key leaks. */
export const weak3des = weakAlgorithmRule({
  id: "weak-3des",
  severity: "warning",
  docs: {
    what: "An ISAKMP policy or a transform set uses 3DES.",
    why: "Its 64-bit blocks repeat after some gigabytes under one key; IOS-XE from 17.11.1 on refuses 3DES unless the compliance shield is off.",
    remedy: "Use AES at both ends; until then keep lifetimes short.",
    source: "Cisco Next Generation Cryptography: 3DES, legacy; RFC 8429; IOS-XE 17.11.1 release notes",
  },
  messages: {
    policy: "{router}: {name} encrypts with 3DES, which is legacy.",
    set: "{router}: {name} encrypts with 3DES ({value}), which is legacy.",
  },
  remedy: "Replace 3DES in",
  question: "Cipher in place of 3DES",
  choices: ["AES-256", "AES-128"],
  inPolicy: ({ encryption }) => (encryption === "3des" ? { value: "3des", field: "encryption" } : undefined),
  inSet: (transforms) => transforms.find((one) => one === "esp-3des"),
  changePolicy: (_policy, choice) => ({ encryption: choice === "AES-128" ? "aes 128" : "aes 256" }),
  changeSet: (transforms, choice) =>
    transforms.map((one) => (one === "esp-3des" ? (choice === "AES-128" ? "esp-aes" : "esp-aes 256") : one)),
});
