import { canonicalTransform } from "../../derive/transforms.ts";
import { weakAlgorithmRule } from "../weakAlgorithms.ts";

/** One cipher that nobody uses any more, and one that is none. */
export const sealGmac = weakAlgorithmRule({
  id: "seal-gmac",
  severity: "warning",
  docs: {
    what: "A transform set uses `esp-seal` or `esp-gmac`.",
    why: "SEAL is legacy and known to few platforms; GMAC authenticates without encrypting, and IOS-XE from 17.11.1 on refuses it unless the compliance shield is off.",
    remedy: "Use AES-GCM, or AES with SHA-256, at both ends.",
    source: "Cisco IOS Security Command Reference, crypto ipsec transform-set; IOS-XE 17.11.1 release notes",
  },
  messages: { set: "{router}: {name} uses {value}, which is deprecated." },
  remedy: "Replace the ESP transforms of",
  question: "ESP transforms",
  choices: ["esp-gcm 256", "esp-aes 256 esp-sha256-hmac"],
  inSet: (transforms) => transforms.find((one) => /^esp-(seal|gmac)\b/.test(one)),
  changeSet: (transforms, choice) => [
    ...transforms.filter((one) => !one.startsWith("esp-")),
    ...choice.split(/ (?=esp-)/).map(canonicalTransform),
  ],
});
