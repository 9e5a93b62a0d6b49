import { ownName } from "../../derive/routerNames.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import type { Interface } from "../../model/interface.ts";
import type { Router } from "../../model/router.ts";
import { maskOfLength, parseIpv4 } from "../../net/ipv4.ts";
import type { Fix } from "../finding.ts";
import { routerRule } from "../rule.ts";
import { isWithoutAddress } from "../statedAddress.ts";

/** An interface that carries a map and can't be an endpoint. */
export const interfaceNoIp = routerRule({
  id: "interface-no-ip",
  severity: "error",
  fix: "ask",
  docs: {
    what: "An interface with a crypto map is shut down or has no address.",
    why: "Nothing leaves or arrives by it, so its tunnels can't come up.",
    remedy: "Bring the interface up and give it an address, or put the map on the interface that is used.",
    source: "Cisco, Security for VPNs with IPsec, Applying Crypto Map Sets to Interfaces",
  },
  messages: {
    shut: "{router}: {interface}, which carries crypto map {map}, is shut down.",
    noAddress: "{router}: {interface}, which carries crypto map {map}, has no address.",
  },
  check(router, report) {
    for (const one of router.elements.interface.values()) {
      if (!one.cryptoMap) continue;
      const data = { router: ownName(router), interface: one.name, map: one.cryptoMap.name };
      const place = { router: router.id, kind: "interface", name: one.name } as const;
      if (one.shutdown) {
        report({ message: "shut", data, places: [{ ...place, field: "shutdown" }], fixes: [bringUp(router, one)] });
      }
      if (isWithoutAddress(router, one)) {
        report({ message: "noAddress", data, places: [{ ...place, field: "address" }], fixes: [askForAddress(one)] });
      }
    }
  },
  complete(design, _fix, [place], value) {
    const one = design.routers.get(place.router)?.elements.interface.get(place.name);
    const [text = "", length = ""] = value.split("/");
    const address = parseIpv4(text);
    if (!one || address === undefined || !/^\d+$/.test(length) || Number(length) > 32) return [];
    const primary = { kind: "static", address, mask: maskOfLength(Number(length)) } as const;
    return [putEdit(place.router, "interface", { ...one, address: primary })];
  },
});

function bringUp(router: Router, { shutdown: _shutdown, ...up }: Interface): Fix {
  return { title: `Bring ${up.name} up`, safe: false, edits: [putEdit(router.id, "interface", up)] };
}

function askForAddress({ name }: Interface): Fix {
  return {
    title: `Give ${name} an address`,
    safe: false,
    edits: [],
    needs: { label: "Address with its length, such as 192.0.2.1/30", type: "name" },
  };
}
