import { expect, it } from "vitest";
import { designFromText } from "../testing/designFromText.ts";
import { normalAccessList } from "./cryptoAccessList.ts";
import { formatSelector } from "./selector.ts";
import { selectorDifference } from "./selectorDifference.ts";

function difference(here: string, there: string) {
  const [router] = designFromText(
    `hostname R1\nip access-list extended HERE\n permit ${here}\nip access-list extended THERE\n permit ${there}\n`,
  ).routers.values();
  const first = (name: string) => normalAccessList(router!.elements, name)?.permits[0];
  const { common, onlyHere, onlyThere } = selectorDifference(first("HERE"), first("THERE"));
  return [common, onlyHere, onlyThere].map((pieces) => pieces.map(formatSelector));
}

it("two mirrored entries have all in common", () => {
  expect(difference("ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255", "ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255")).toEqual([
    ["ip 10.1.0.0/24 -> 10.2.0.0/24"],
    [],
    [],
  ]);
});

it("what one side covers beyond the other is told as prefixes", () => {
  expect(difference("ip 10.1.0.0 0.0.3.255 10.2.0.0 0.0.0.255", "ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255")).toEqual([
    ["ip 10.1.0.0/24 -> 10.2.0.0/24"],
    ["ip 10.1.2.0/23 -> 10.2.0.0/24", "ip 10.1.1.0/24 -> 10.2.0.0/24"],
    [],
  ]);
});

it("overlapping entries have something on each side alone", () => {
  expect(difference("ip 10.1.0.0 0.0.1.255 10.2.0.0 0.0.0.255", "ip 10.2.0.0 0.0.1.255 10.1.0.0 0.0.0.255")).toEqual([
    ["ip 10.1.0.0/24 -> 10.2.0.0/24"],
    ["ip 10.1.1.0/24 -> 10.2.0.0/24"],
    ["ip 10.1.0.0/24 -> 10.2.1.0/24"],
  ]);
});

it("ports are told as ranges", () => {
  expect(difference("tcp any any range 20 25", "tcp any eq 22 any")).toEqual([
    ["tcp any -> any:22"],
    ["tcp any -> any:20-21,23-25"],
    [],
  ]);
});

it("where one side has no entry, all is the other's alone", () => {
  expect(selectorDifference(undefined, undefined)).toEqual({ common: [], onlyHere: [], onlyThere: [] });
});
