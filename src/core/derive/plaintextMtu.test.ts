import { expect, test } from "vitest";
import { plaintextMtu } from "./plaintextMtu.ts";

const over = (transforms: readonly string[], mode?: "transport") =>
  plaintextMtu({ name: "T", transforms, kept: [], ...(mode && { mode }) }, 1500, { translated: false });

// 1438 and 1422 stand in published output of show crypto ipsec sa.
test.each([
  [["esp-aes", "esp-sha-hmac"], 1438],
  [["esp-aes 256", "esp-sha-hmac"], 1438],
  [["esp-3des", "esp-md5-hmac"], 1446],
  [["esp-aes 256", "esp-sha512-hmac"], 1422],
])("%j over 1500 bytes takes packets of %d", (transforms, expected) => {
  expect(over(transforms)).toBe(expected);
});

test("transport mode saves the second header", () => {
  expect(over(["esp-aes", "esp-sha-hmac"], "transport")).toBe(1458);
});

test("UDP around ESP takes eight bytes, in steps of the cipher's block", () => {
  const set = { name: "T", transforms: ["esp-3des", "esp-sha-hmac"], kept: [] };
  expect(plaintextMtu(set, 1500, { translated: true })).toBe(1438);
});

test("AH adds its own header, and alone it needs no block", () => {
  expect(over(["ah-sha-hmac"])).toBe(1456);
  expect(over(["ah-sha-hmac", "esp-aes", "esp-sha-hmac"])).toBe(1406);
});
