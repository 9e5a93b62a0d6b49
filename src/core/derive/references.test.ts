import { describe, expect, it } from "vitest";
import { elementsOf } from "../edit/edit.ts";
import type { Interface } from "../model/interface.ts";
import { isDefined, nameUse, namesIn, referencesOf, withNameReplaced } from "./references.ts";

const wan: Interface = {
  name: "GigabitEthernet0/0",
  cryptoMap: { name: "VPN" },
  accessGroupIn: "OUTSIDE",
  tunnel: { source: "192.0.2.1", protectionProfile: "P" },
  secondaryAddresses: [],
  kept: [],
};
const elements = elementsOf([
  { kind: "interface", element: wan },
  {
    kind: "cryptoMapEntry",
    element: {
      map: "VPN",
      sequence: 10,
      type: "ipsec-isakmp",
      peers: [],
      transformSets: ["A", "B"],
      matchAddress: "110",
      sessionKeys: [],
      kept: [],
    },
  },
  {
    kind: "cryptoMapEntry",
    element: {
      map: "VPN",
      sequence: 20,
      type: "ipsec-isakmp",
      peers: [],
      transformSets: ["A"],
      matchAddress: "120",
      sessionKeys: [],
      kept: [],
    },
  },
  { kind: "transformSet", element: { name: "A", transforms: ["esp-aes"], kept: [] } },
  { kind: "accessList", element: { name: "110", type: "extended", lines: [] } },
]);

describe("references", () => {
  it("tell where a name is used", () => {
    expect(nameUse(elements, "transformSet", "A").uses.map((use) => use.element)).toEqual(["VPN 10", "VPN 20"]);
  });

  it("tell a name that dangles", () => {
    const dangling = namesIn(elements).filter((name) => name.definitions.length === 0);
    expect(dangling.map(({ to, name }) => `${to} ${name}`).sort()).toEqual([
      "accessList 120",
      "accessList OUTSIDE",
      "ipsecProfile P",
      "transformSet B",
    ]);
  });

  it("define a crypto map by each of its entries", () => {
    expect(nameUse(elements, "cryptoMap", "VPN").definitions.map((place) => place.element)).toEqual([
      "VPN 10",
      "VPN 20",
    ]);
  });

  it("take a tunnel's source address for no name", () => {
    expect(referencesOf("interface", wan).map(({ name }) => name)).toEqual(["OUTSIDE", "VPN", "P"]);
  });

  it("know the names that IOS brings along", () => {
    expect(isDefined(elements, "keyring", "default")).toBe(true);
    expect(isDefined(elements, "keyring", "K")).toBe(false);
  });

  it("are replaced only where they are of the right kind", () => {
    const renamed = withNameReplaced("interface", { ...wan, description: "VPN" }, "cryptoMap", "VPN", "CORP");
    expect(renamed).toEqual({ ...wan, description: "VPN", cryptoMap: { name: "CORP" } });
    expect(withNameReplaced("interface", wan, "accessList", "VPN", "CORP")).toBe(wan);
  });
});
