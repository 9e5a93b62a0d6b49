import { ownName } from "../../derive/routerNames.ts";
import { routerRule } from "../rule.ts";

/** Clients ask for an address; somebody has to be told to answer. */
export const raNoConfigAddress = routerRule({
  id: "ra-no-config-address",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "A crypto map with lists for clients has no `client configuration address`.",
    why: "A client that asks for its address gets none.",
    remedy: "Add `client configuration address respond`.",
    source: "Cisco Press on remote access servers; Cisco Easy VPN Server configuration guide",
  },
  messages: {
    noAddress:
      "{router}: {user} has lists for clients and no client configuration address, so clients that ask get none.",
  },
  check(router, report) {
    const { cryptoMap, isakmpProfile } = router.elements;
    const users = [
      ...[...cryptoMap.values()].map((element) => ({ kind: "cryptoMap", title: "crypto map", element }) as const),
      ...[...isakmpProfile.values()].map(
        (element) => ({ kind: "isakmpProfile", title: "ISAKMP profile", element }) as const,
      ),
    ];
    for (const { kind, title, element } of users) {
      // Authorization is what gives a client its group's pool; Xauth alone is asked of other sites too.
      if (element.isakmpAuthorizationList === undefined || element.clientConfigurationAddress.length > 0) continue;
      const user = `${title} ${element.name}`;
      report({
        message: "noAddress",
        data: { router: ownName(router), user },
        places: [{ router: router.id, kind, name: element.name, field: "isakmpAuthorizationList" }],
        fixes: [
          {
            title: `Let ${user} answer clients that ask for an address`,
            safe: false,
            edits: [
              {
                op: "put",
                key: { router: router.id, kind, name: element.name },
                element: { ...element, clientConfigurationAddress: ["respond"] },
              },
            ],
          },
        ],
      });
    }
  },
});
