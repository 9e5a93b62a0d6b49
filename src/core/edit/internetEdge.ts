import type { AccessListEntry } from "../model/accessList.ts";
import type { Interface } from "../model/interface.ts";
import type { RouterId } from "../model/router.ts";
import { ANY_ADDRESS } from "../net/wildcard.ts";
import { hostAddress, numberedList } from "./accessListLines.ts";
import { draftOf } from "./designDraft.ts";
import type { Operation } from "./edit.ts";
import { freeName } from "./freeName.ts";
import { lanInterfaces, protectedPrefixes, wanInterface } from "./interfaceRoles.ts";
import { staticAddresses } from "./addressPlan.ts";
import { natList } from "./natExemption.ts";

const [icmp, tcp] = [1, 6];

/**
 * Lets a router's networks out to the Internet under the address of its WAN interface: LAN interfaces become inside, the WAN
 * outside, and a list named NAT says who is translated. Does not apply where the router translates already.
 */
export function translateToInternet(router: RouterId): Operation {
  return {
    label: "Translate to the Internet",
    plan(design) {
      const wan = wanInterface(design, router);
      const networks = protectedPrefixes(design, router);
      const elements = design.routers.get(router)?.elements;
      if (!elements || !wan || networks.length === 0 || elements.natRule.size > 0) return [];
      const draft = draftOf(design);
      const name = freeName("NAT", (one) => elements.accessList.has(one));
      for (const lan of lanInterfaces(design, router, wan)) draft.put(router, "interface", { ...lan, nat: "inside" });
      draft.put(router, "interface", { ...wan, nat: "outside" });
      draft.put(router, "accessList", natList(name, networks));
      draft.put(router, "natRule", {
        match: { kind: "list", name },
        to: { kind: "interface", name: wan.name },
        overload: true,
      });
      return draft.edits();
    },
  };
}

/**
 * Puts an access list in front of the WAN interface that lets nothing in but answers: established TCP, and the ICMP that path
 * discovery needs. Tunnels get their permits when they are linked. Does not apply where there is a list already.
 */
export function filterFromInternet(router: RouterId): Operation {
  return {
    label: "Filter what comes from the Internet",
    plan(design) {
      const wan = wanInterface(design, router);
      const elements = design.routers.get(router)?.elements;
      const address = wan && staticAddresses(wan)[0]?.address;
      if (!elements || !wan || wan.accessGroupIn !== undefined || address === undefined) return [];
      const draft = draftOf(design);
      const name = freeName("OUTSIDE-IN", (one) => elements.accessList.has(one));
      const answers = (protocol: number, option: string): Omit<AccessListEntry, "sequence"> => ({
        kind: "entry",
        action: "permit",
        protocol,
        source: { kind: "addresses", ...ANY_ADDRESS },
        destination: hostAddress(address),
        options: [option],
      });
      draft.put(
        router,
        "accessList",
        numberedList(name, [
          answers(tcp, "established"),
          answers(icmp, "echo-reply"),
          answers(icmp, "unreachable"),
          {
            kind: "entry",
            action: "deny",
            protocol: "ip",
            source: { kind: "addresses", ...ANY_ADDRESS },
            destination: { kind: "addresses", ...ANY_ADDRESS },
            options: [],
            log: "log",
          },
        ]),
      );
      const filtered: Interface = { ...wan, accessGroupIn: name };
      draft.put(router, "interface", filtered);
      return draft.edits();
    },
  };
}
