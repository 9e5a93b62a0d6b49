import { describe, expect, test } from "vitest";
import type { Design } from "../model/design.ts";
import { designFromText } from "../testing/designFromText.ts";
import { plainSites } from "../testing/plainSites.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { simulatedStates } from "./state.ts";

const second = {
  alpha: "permit ip 10.1.1.0 0.0.0.255 10.2.1.0 0.0.0.255",
  beta: "permit ip 10.2.1.0 0.0.0.255 10.1.1.0 0.0.0.255",
};

/** How many associations each router holds: IKE, then IPsec ones inbound and outbound. */
function held(changes: string): readonly (readonly number[])[] {
  const design: Design = designFromText(writeCase(plainSites, changes).text);
  return [...simulatedStates(design).values()].map(({ ike, flows }) => [
    ike.length,
    flows.flatMap(({ associations }) => associations?.inbound ?? []).length,
    flows.flatMap(({ associations }) => associations?.outbound ?? []).length,
  ]);
}

describe("two peers share one IKE security association", () => {
  test("and have a pair of IPsec associations for one permit", () => {
    expect(held("")).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
  });

  test("and a pair more for each further permit of a list", () => {
    expect(
      held(
        `=== Alpha\n+ip access-list extended VPN\n ${second.alpha}\n=== Beta\n+ip access-list extended VPN\n ${second.beta}`,
      ),
    ).toEqual([
      [1, 2, 2],
      [1, 2, 2],
    ]);
  });

  test("and a pair more for each further entry that names the same peer", () => {
    const entry = (peer: string, permit: string) =>
      `crypto map VPN 20 ipsec-isakmp\n set peer ${peer}\n set transform-set TS\n match address MORE\nip access-list extended MORE\n ${permit}`;
    expect(
      held(`=== Alpha\n${entry("203.0.113.2", second.alpha)}\n=== Beta\n${entry("198.51.100.2", second.beta)}`),
    ).toEqual([
      [1, 2, 2],
      [1, 2, 2],
    ]);
  });
});
