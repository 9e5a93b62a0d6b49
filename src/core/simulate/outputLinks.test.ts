import { describe, expect, test } from "vitest";
import { designFromText } from "../testing/designFromText.ts";
import { twoSites } from "../testing/twoSites.ts";
import { outputLinks } from "./outputLinks.ts";
import { showCommand } from "./show.ts";

const design = designFromText(twoSites);
const [router] = [...design.routers.values()];

/** What is linked in a command's output, as `words > element`. */
function linked(command: string): readonly string[] {
  if (!router) throw new Error("There is no router.");
  const { text } = showCommand(design, router.id, command);
  const lines = text.split("\n");
  return outputLinks(router, text).map(
    ({ line, start, end, place }) =>
      `${lines[line]?.slice(start, end) ?? ""} > ${place.kind} ${place.name}${place.item === undefined ? "" : ` ${place.item}`}`,
  );
}

describe("output leads to the configuration", () => {
  test.each([
    [
      "show crypto map",
      [
        "VPN > cryptoMapEntry VPN 10",
        "VPN-PEER > accessList VPN-PEER",
        "TS-AES256 > transformSet TS-AES256",
        "GigabitEthernet0/0 > interface GigabitEthernet0/0",
      ],
    ],
    ["show crypto ipsec sa", ["GigabitEthernet0/0 > interface GigabitEthernet0/0"]],
    ["show crypto session", ["GigabitEthernet0/0 > interface GigabitEthernet0/0"]],
    ["show crypto isakmp policy", ["10 > isakmpPolicy 10"]],
    ["show crypto ipsec transform-set", ["TS-AES256 > transformSet TS-AES256"]],
    [
      "show access-lists VPN-PEER",
      ["VPN-PEER > accessList VPN-PEER", "10 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 > accessList VPN-PEER 10"],
    ],
    [
      "show ip interface brief",
      ["GigabitEthernet0/0 > interface GigabitEthernet0/0", "GigabitEthernet0/1 > interface GigabitEthernet0/1"],
    ],
  ])("%s", (command, expected) => {
    expect(linked(command)).toEqual(expected);
  });

  test("a name that the router does not define leads nowhere", () => {
    if (!router) throw new Error("There is no router.");
    expect(outputLinks(router, 'Crypto Map IPv4 "OTHER" 10 ipsec-isakmp\ninterface: Serial0/0\n')).toEqual([]);
  });
});
