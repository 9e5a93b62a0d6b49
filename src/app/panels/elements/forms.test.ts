import { describe, expect, it } from "vitest";
import {
  asRouterId,
  elementRefusal,
  EMPTY_ELEMENTS,
  parse,
  type ElementKind,
  type Router,
} from "../../../core/index.ts";
import type { ElementForm } from "../form/fieldSpec.ts";
import { interfaceForm, natPoolForm, natRuleForm, staticRouteForm } from "./hostForms.ts";
import * as other from "./otherForms.ts";
import { isakmpKeyForm, isakmpPolicyForm } from "./phase1Forms.ts";
import { cryptoMapEntryForm, dynamicMapEntryForm, transformSetForm } from "./phase2Forms.ts";
import { aaaServerForm, aaaSettingsForm, staticNatForm } from "./serverForms.ts";

const forms = [
  ...Object.values(other),
  interfaceForm,
  natPoolForm,
  natRuleForm,
  staticRouteForm,
  isakmpKeyForm,
  isakmpPolicyForm,
  cryptoMapEntryForm,
  dynamicMapEntryForm,
  transformSetForm,
  aaaServerForm,
  aaaSettingsForm,
  staticNatForm,
].map((form) => [form.noun, form as unknown as ElementForm] as const);

const empty: Router = { id: asRouterId("hq"), elements: EMPTY_ELEMENTS };

describe.each(forms)("the panel of a %s", (_noun, form) => {
  const made = form.create?.(empty, () => "Long-Example-Key-2024");

  it("makes one that IOS would take", () => {
    if (made) expect(elementRefusal(empty, form.kind, made)).toBeNull();
  });

  it("takes back what it shows", () => {
    const element = made ?? {};
    for (const field of form.fields) {
      const again =
        field.control === "text" || field.control === "choice"
          ? field.set(element, field.get(element))
          : field.control === "flag"
            ? field.set(element, field.get(element))
            : field.set(element, field.get(element));
      expect(again, field.label).toEqual(element);
    }
  });

  it("calls each field by a name of its own", () => {
    const labels = form.fields.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });
});

describe("the panels", () => {
  it("have a form for every kind but those that are edited in the text or beneath another", () => {
    const inTheText: readonly ElementKind[] = [
      "ipHost",
      "vrf",
      "ikev2Proposal",
      "ikev2Policy",
      "ikev2Keyring",
      "ikev2Profile",
      "isakmpPeer",
      "ipsecProfile",
      "objectGroup",
      "routeMapEntry",
      "keptBlock",
    ];
    const kinds = Object.keys(EMPTY_ELEMENTS) as readonly ElementKind[];
    const shown = forms.map(([, form]) => form.kind);
    expect(kinds.filter((kind) => !shown.includes(kind)).sort()).toEqual([...inTheText].sort());
  });
});

describe("the panel of a crypto map entry", () => {
  const entryOf = (text: string) => {
    const read = parse(text);
    if (read.kind !== "configurations") throw new Error("The text is no configuration.");
    return [...read.routers[0]!.elements.cryptoMapEntry.values()][0]!;
  };
  const labels = (text: string) => {
    const entry = entryOf(text);
    return cryptoMapEntryForm.fields.filter(({ shown }) => shown?.(entry) ?? true).map(({ label }) => label);
  };

  it("by hand offers nothing that is negotiated", () => {
    expect(labels("crypto map VPN 10 ipsec-manual\n")).not.toContain("Perfect forward secrecy");
    expect(labels("crypto map VPN 10 ipsec-isakmp\n")).toContain("Perfect forward secrecy");
  });

  it("shows a line that does not belong there, so that it can be taken away", () => {
    expect(labels("crypto map VPN 10 ipsec-manual\n set pfs group14\n")).toContain("Perfect forward secrecy");
  });

  it("that anchors a dynamic map has no lines of its own", () => {
    expect(labels("crypto map VPN 10 ipsec-isakmp dynamic DYN\n")).toEqual([
      "Crypto map",
      "Sequence",
      "Type",
      "Dynamic map",
    ]);
  });
});
