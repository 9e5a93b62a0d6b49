import { expect, test } from "vitest";
import { transformStrength } from "./transformStrength.ts";

const strength = (...transforms: readonly string[]) => transformStrength({ name: "TS", transforms, kept: [] });

/** Each weaker than the next. */
const ladder: readonly (readonly string[])[] = [
  ["esp-null"],
  ["esp-null", "esp-md5-hmac"],
  ["esp-null", "esp-sha-hmac"],
  ["esp-des"],
  ["esp-des", "esp-md5-hmac"],
  ["esp-seal", "esp-sha-hmac"],
  ["esp-3des", "esp-sha-hmac"],
  ["esp-aes"],
  ["esp-aes", "esp-md5-hmac"],
  ["esp-aes", "esp-sha-hmac"],
  ["esp-aes", "esp-sha256-hmac"],
  ["esp-aes", "esp-sha384-hmac"],
  ["esp-aes", "esp-sha512-hmac"],
  ["esp-aes 192", "esp-sha-hmac"],
  ["esp-aes 256"],
  ["esp-aes 256", "esp-sha-hmac"],
  ["esp-gcm"],
  ["esp-gcm 192"],
  ["esp-gcm 256"],
];

test("a stronger cipher outweighs any authentication, and that decides among equal ciphers", () => {
  const strengths = ladder.map((transforms) => strength(...transforms));
  expect(strengths).toEqual([...strengths].sort((one, other) => one - other));
  expect(new Set(strengths).size).toBe(ladder.length);
});

test("128 bits said or not are the same", () => {
  expect(strength("esp-aes 128", "esp-sha-hmac")).toBe(strength("esp-aes", "esp-sha-hmac"));
  expect(strength("esp-gcm 128")).toBe(strength("esp-gcm"));
});

test("AH authenticates as well as ESP does, and the better of both counts", () => {
  expect(strength("ah-sha-hmac", "esp-aes")).toBe(strength("esp-aes", "esp-sha-hmac"));
  expect(strength("ah-sha256-hmac", "esp-aes", "esp-md5-hmac")).toBe(strength("esp-aes", "esp-sha256-hmac"));
  expect(strength("ah-sha-hmac")).toBeLessThan(strength("esp-des"));
});

test("GCM authenticates by itself as well as anything; GMAC does not encrypt", () => {
  expect(strength("esp-gcm")).toBe(strength("esp-gcm", "esp-sha512-hmac"));
  expect(strength("esp-gmac 256")).toBe(strength("esp-null", "esp-sha512-hmac"));
});

test("no transforms protect nothing", () => {
  expect(strength()).toBe(0);
});
