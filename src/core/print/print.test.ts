import { describe, expect, test } from "vitest";
import type { Router } from "../model/router.ts";
import { parse } from "../parse/parse.ts";
import { print } from "./print.ts";

const text = `hostname R1
crypto map VPN 10 ipsec-isakmp
 description the hub
 set peer 192.0.2.1
 match address VPN
`;

function routerWith(description: string): Router {
  const result = parse(text);
  const router = result.kind === "configurations" ? result.routers[0] : undefined;
  const entry = router?.elements.cryptoMapEntry.get("VPN 10");
  if (router === undefined || entry === undefined) throw new Error("The configuration was not read.");
  const cryptoMapEntry = new Map([["VPN 10", { ...entry, description }]]);
  return { ...router, elements: { ...router.elements, cryptoMapEntry } };
}

describe("the lines of an element", () => {
  test("are those of the text", () => {
    const { lines, text: printed } = print(routerWith("the hub"));
    expect(`${lines.map((line) => line.text).join("\n")}\n`).toBe(printed);
    expect(lines.map((line) => line.text)).toContain(" description the hub");
  });

  test.each(["\n", "\r", "\u2028", "\u0007"])(
    "stay lines where a value holds %j, which could add a command",
    (mark) => {
      const { lines, text: printed } = print(routerWith(`the hub${mark}no set peer 192.0.2.1`));
      const texts = lines.map((line) => line.text);
      expect(texts).toContain(" description the hub no set peer 192.0.2.1");
      expect(texts).toContain(" set peer 192.0.2.1");
      expect(`${texts.join("\n")}\n`).toBe(printed);
      expect(printed.split("\n")).toHaveLength(lines.length + 1);
    },
  );

  test.each(["the hub", "the\nhub", "the\x07hub"])(
    "are those of the text where they are many, and one says %j",
    (said) => {
      const routes = Array.from(
        { length: 700 },
        (_, at) => `ip route 10.${at >> 8}.${at & 255}.0 255.255.255.0 192.0.2.9`,
      );
      const result = parse(`${text}${routes.join("\n")}\n`);
      const router = result.kind === "configurations" ? result.routers[0] : undefined;
      if (router === undefined) throw new Error("The configuration was not read.");
      const { cryptoMapEntry } = routerWith(said).elements;
      const { lines, text: printed } = print({ ...router, elements: { ...router.elements, cryptoMapEntry } });
      expect(`${lines.map((line) => line.text).join("\n")}\n`).toBe(printed);
      expect(printed.split("\n")).toHaveLength(lines.length + 1);
      const texts = lines.map((line) => line.text);
      expect(texts.filter((line) => line.startsWith("ip route "))).toEqual(routes);
      expect(texts).toContain(" description the hub");
      const place = { kind: "staticRoute", name: "10.2.187.0 255.255.255.0 192.0.2.9" };
      expect(lines.find((line) => line.text === routes[699])?.place).toMatchObject(place);
    },
  );
});
