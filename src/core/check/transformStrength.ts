import { transformClass } from "../ios/transformArguments.ts";
import type { TransformSet } from "../model/transformSet.ts";

/** From legacy to next generation. Source: Cisco, Next Generation Cryptography; reference section 4.7, strength table. */
const cipherRanks = [
  "esp-null",
  "esp-des",
  "esp-seal",
  "esp-3des",
  "esp-aes",
  "esp-aes 192",
  "esp-aes 256",
  "esp-gcm",
  "esp-gcm 192",
  "esp-gcm 256",
];

const hashRanks = ["md5", "sha", "sha256", "sha384", "sha512"];

/** How strong a set protects, as a number to compare by: encryption first, then authentication. GMAC does not encrypt. */
export function transformStrength(set: TransformSet): number {
  const of = (wanted: string) => set.transforms.filter((one) => transformClass(one) === wanted);
  const cipher = Math.max(0, ...of("esp-cipher").map((one) => cipherRanks.indexOf(one.replace(/ 128$/, ""))));
  const hashes = [...of("esp-authentication"), ...of("ah")].map((one) => /-(\w+)-hmac$/.exec(one)?.[1] ?? "");
  const hash = Math.max(0, ...hashes.map((one) => hashRanks.indexOf(one) + 1));
  const combined = of("esp-cipher").some((one) => /^esp-g(cm|mac)/.test(one)) ? hashRanks.length : 0;
  return cipher * 10 + Math.max(hash, combined);
}
