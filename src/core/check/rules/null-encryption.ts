import { weakAlgorithmRule } from "../weakAlgorithms.ts";

/** Authenticated, and readable by everybody on the way. */
export const nullEncryption = weakAlgorithmRule({
  id: "null-encryption",
  severity: "warning",
  docs: {
    what: "A transform set has `esp-null` or AH alone, so it encrypts nothing.",
    why: "Packets are authenticated, but anybody on the way can read them; IOS-XE from 17.11.1 on refuses esp-null unless the compliance shield is off.",
    remedy: "Use a cipher, such as `esp-aes 256`, at both ends.",
    source: "RFC 2410; IOS-XE 17.11.1 release notes",
  },
  messages: { set: "{router}: {name} encrypts nothing ({value})." },
  remedy: "Encrypt what is not encrypted in",
  question: "Cipher for what is not encrypted",
  choices: ["AES-256", "AES-128"],
  inSet(transforms) {
    const ciphers = transforms.filter((one) => /^esp-/.test(one) && !one.endsWith("-hmac"));
    if (ciphers.length > 0) return ciphers.find((one) => one === "esp-null");
    const headers = transforms.filter((one) => one.startsWith("ah-"));
    return headers.length > 0 ? headers.join(" ") : undefined;
  },
  changeSet(transforms, choice) {
    const cipher = choice === "AES-128" ? "esp-aes" : "esp-aes 256";
    return transforms.includes("esp-null")
      ? transforms.map((one) => (one === "esp-null" ? cipher : one))
      : [...transforms, cipher];
  },
});
