import { refusalsOf } from "../projection.ts";
import { peeringRule } from "../rule.ts";
import type { Edit } from "../../edit/edit.ts";
import type { IpsecSettings } from "../../model/ipsec.ts";
import type { Router } from "../../model/router.ts";

/** ESP has no ports for a translator to tell tunnels apart by; UDP around it does. */
export const espThroughNat = peeringRule({
  id: "esp-through-nat",
  severity: "warning",
  fix: "auto",
  projects: true,
  docs: {
    what: "A translator stands on the path and `no crypto ipsec nat-transparency udp-encapsulation` is configured.",
    why: "Without UDP around it, ESP passes a translator only where no ports are translated, and then for one tunnel at a time.",
    remedy: "Leave NAT transparency on, as it is by default.",
    source: "Cisco IOS Security Configuration Guide, IPsec NAT Transparency",
  },
  messages: {
    off: "A translator stands between {near} and {far}, and NAT transparency is off on {routers}, so ESP passes only where no ports are translated.",
  },
  check(judged, { a, b, nameA, nameB }, report) {
    const [refusal] = refusalsOf(judged, "esp-through-nat");
    if (!refusal) return;
    const off = [{ router: a, name: nameA }, ...(b ? [{ router: b, name: nameB }] : [])].filter(
      ({ router }) => router.elements.ipsecSettings.get("")?.natTransparencyDisabled,
    );
    report({
      message: "off",
      data: { near: nameA, far: nameB, routers: off.map(({ name }) => name).join(" and ") },
      places: refusal.places,
      fixes: [
        {
          title: `Turn NAT transparency on again on ${off.map(({ name }) => name).join(" and ")}`,
          safe: false,
          edits: off.map(({ router }) => withTransparency(router)),
        },
      ],
    });
  },
});

function withTransparency({ id, elements }: Router): Edit {
  const { natTransparencyDisabled: _off, ...settings }: IpsecSettings = elements.ipsecSettings.get("") ?? {};
  return { op: "put", key: { router: id, kind: "ipsecSettings", name: "" }, element: settings };
}
