import fc from "fast-check";
import { expect, it } from "vitest";
import { selectorsIntersect, type Selector } from "./selector.ts";
import { selectorIndex } from "./selectorIndex.ts";

const set = fc
  .tuple(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 1, 3, 15, 255, 0xffff, 0xffffffff, 0x0f00))
  .map(([low, wildcard]) => ({ base: ((0x0a000000 + low) & ~wildcard) >>> 0, wildcard }));
const selector: fc.Arbitrary<Selector> = fc.record({
  protocol: fc.constantFrom<(number | "ip")[]>("ip", 6, 17),
  source: set,
  sourcePorts: fc.constant(null),
  destination: set,
  destinationPorts: fc.constant(null),
});

it("the index finds exactly the selectors that looking at each would find", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(selector, { minLength: 1, maxLength: 2 }), { minLength: 0, maxLength: 60 }),
      selector,
      (selectors, wanted) => {
        const expected = selectors.flatMap((list, position) =>
          list.some((one) => selectorsIntersect(one, wanted)) ? [position] : [],
        );
        expect(selectorIndex(selectors).intersecting(wanted)).toEqual(expected);
      },
    ),
  );
});
