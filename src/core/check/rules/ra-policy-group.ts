import { ownName } from "../../derive/routerNames.ts";
import type { DiffieHellmanGroup, IsakmpEncryption, IsakmpPolicy } from "../../model/isakmp.ts";
import { isClientGateway } from "../remoteAccess.ts";
import { routerRule } from "../rule.ts";

const clientGroups: readonly (DiffieHellmanGroup | undefined)[] = [2, 5];

/** What a software client proposes can't be configured. */
export const raPolicyGroup = routerRule({
  id: "ra-policy-group",
  severity: "error",
  fix: "ask",
  docs: {
    what: "A gateway for clients has no ISAKMP policy with group 2 or 5 and 3DES or AES.",
    why: "Easy VPN software clients propose these groups and no others, so phase 1 finds no common policy.",
    remedy: "Add such a policy behind the stronger ones of other sites, or move to clients with IKEv2.",
    source: "Cisco Press on remote access servers: the client's proposals are fixed",
  },
  messages: {
    noPolicy:
      "{router} lets clients in by {user}, but no ISAKMP policy has group 2 or 5 with 3DES or AES, which is all that they propose.",
  },
  check(router, report) {
    const { elements } = router;
    const policies = [...elements.isakmpPolicy.values()];
    // Without any policy the built-in ones count, which is another rule's business.
    if (policies.length === 0 || !isClientGateway(router) || policies.some(isForSoftwareClients)) return;
    const [group] = elements.clientGroup.keys();
    report({
      message: "noPolicy",
      data: { router: ownName(router), user: group === undefined ? "its crypto map" : `group ${group}` },
      places: policies.map(({ priority }) => ({ router: router.id, kind: "isakmpPolicy", name: String(priority) })),
      fixes: [
        {
          title: "Add a policy that clients can meet",
          safe: false,
          edits: [],
          needs: { label: "Policy", type: "choice", choices: Object.keys(offers) },
        },
      ],
    });
  },
  complete(design, _fix, [place], value) {
    const policies = design.routers.get(place.router)?.elements.isakmpPolicy;
    const offer = offers[value];
    if (!policies || !offer) return [];
    const last = Math.max(0, ...[...policies.values()].map((policy) => policy.priority));
    const priority = Math.min(10000, (Math.floor(last / 10) + 1) * 10);
    if (policies.has(String(priority))) return [];
    const policy: IsakmpPolicy = { priority, ...offer, authentication: "pre-share", kept: [] };
    return [
      { op: "put", key: { router: place.router, kind: "isakmpPolicy", name: String(priority) }, element: policy },
    ];
  },
});

/** The hash is SHA-1, the strongest that such clients know. */
const offers: Readonly<Record<string, { readonly encryption: IsakmpEncryption; readonly group: DiffieHellmanGroup }>> =
  {
    "AES-256, group 5": { encryption: "aes 256", group: 5 },
    "AES-256, group 2": { encryption: "aes 256", group: 2 },
    "3DES, group 2": { encryption: "3des", group: 2 },
  };

function isForSoftwareClients({ encryption, group }: IsakmpPolicy): boolean {
  return clientGroups.includes(group) && encryption !== undefined && encryption !== "des";
}
