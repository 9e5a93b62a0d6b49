import { describe, expect, test } from "vitest";
import type { Place, Router } from "../model/router.ts";
import { designFromText } from "../testing/designFromText.ts";
import { comparePlaces, compareTexts } from "./placeOrder.ts";

const [router] = [
  ...designFromText(`hostname R1
crypto isakmp policy 20
crypto isakmp policy 10
crypto map VPN 10 ipsec-isakmp
ip access-list extended LIST
 permit ip any any
`).routers.values(),
] as [Router];

const placed = (kind: Place["kind"], name: string, more: Partial<Place> = {}): Place => ({
  router: router.id,
  kind,
  name,
  ...more,
});

/** The sign alone: how far apart two places are is nobody's business. */
const order = (one: Place, other: Place, at: Router | undefined = router) =>
  [comparePlaces(at, one, other), comparePlaces(at, other, one)].map(Math.sign);

describe("places of one router", () => {
  test("go by kind as in a running-config, whatever their names", () => {
    expect(order(placed("isakmpPolicy", "20"), placed("cryptoMapEntry", "VPN 10"))).toEqual([-1, 1]);
    expect(order(placed("cryptoMapEntry", "VPN 10"), placed("accessList", "LIST"))).toEqual([-1, 1]);
    expect(order(placed("host", ""), placed("isakmpPolicy", "10"))).toEqual([-1, 1]);
  });

  test("go within a kind as the elements came", () => {
    expect(order(placed("isakmpPolicy", "20"), placed("isakmpPolicy", "10"))).toEqual([-1, 1]);
  });

  test("of what is not there stand behind what is, and before the next kind", () => {
    expect(order(placed("isakmpPolicy", "10"), placed("isakmpPolicy", "5"))).toEqual([-1, 1]);
    expect(order(placed("isakmpPolicy", "5"), placed("cryptoMapEntry", "VPN 10"))).toEqual([-1, 1]);
  });

  test("go within an element by number, not by the number's digits", () => {
    const line = (item: number) => placed("accessList", "LIST", { field: "lines", item });
    expect(order(line(20), line(100))).toEqual([-1, 1]);
    expect(order(placed("accessList", "LIST"), line(0))).toEqual([-1, 1]);
  });

  test("go by number before they go by field", () => {
    const one = placed("accessList", "LIST", { field: "z", item: 1 });
    const other = placed("accessList", "LIST", { field: "a", item: 2 });
    expect(order(one, other)).toEqual([-1, 1]);
  });

  test("go by field, then by what tells its lines apart", () => {
    const line = (field: string, item?: string) =>
      placed("cryptoMapEntry", "VPN 10", { field, ...(item !== undefined && { item }) });
    expect(order(line("pfs"), line("sessionKeys"))).toEqual([-1, 1]);
    expect(order(placed("cryptoMapEntry", "VPN 10"), line("pfs"))).toEqual([-1, 1]);
    expect(order(line("sessionKeys", "inbound ah"), line("sessionKeys", "inbound esp"))).toEqual([-1, 1]);
    expect(order(line("sessionKeys"), line("sessionKeys", "inbound ah"))).toEqual([-1, 1]);
    expect(order(line("pfs"), line("pfs")).map(Math.abs)).toEqual([0, 0]);
  });

  test("of a router that has gone still go by kind", () => {
    const both = [placed("isakmpPolicy", "10"), placed("cryptoMapEntry", "VPN 10")] as const;
    expect(comparePlaces(undefined, both[0], both[1])).toBeLessThan(0);
    expect(comparePlaces(undefined, placed("isakmpPolicy", "10"), placed("isakmpPolicy", "20"))).toBe(0);
  });
});

test("texts go by their letters, and equal ones are equal", () => {
  expect([compareTexts("a", "b"), compareTexts("b", "a"), compareTexts("a", "a")]).toEqual([-1, 1, 0]);
});
