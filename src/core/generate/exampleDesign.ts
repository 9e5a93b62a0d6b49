import { asCanvasId, EMPTY_DESIGN, type Design } from "../model/design.ts";
import { asRouterId } from "../model/router.ts";
import { addCloud } from "../edit/cloudOperations.ts";
import { perform, inOrder } from "../edit/designDraft.ts";
import { addElementOperation } from "../edit/elementOperations.ts";
import type { IdSource } from "../edit/ids.ts";
import { filterFromInternet, translateToInternet } from "../edit/internetEdge.ts";
import { linkRouters } from "../edit/linkRouters.ts";
import { addRouter } from "../edit/routerOperations.ts";
import { addSubnet, attachSubnet } from "../edit/subnetOperations.ts";

/** The example is the same for everybody, so its key is no secret; whoever builds on it is told to make one of their own. */
const exampleKey = "Example-Only-Change-Me-2024";

/**
 * What opens at the first start: headquarters and a branch with a LAN each, linked over the Internet, translating what is not for
 * the tunnel and letting in nothing but the peer's IPsec and answers. It is made by the same operations as a drawn design.
 */
export function exampleDesign(): Design {
  const [hq, branch] = [asRouterId("hq"), asRouterId("branch")];
  const [hqLan, branchLan, internet] = [asCanvasId("hq-lan"), asCanvasId("branch-lan"), asCanvasId("internet")];
  const empty: Design = { ...EMPTY_DESIGN, name: "Example: headquarters and branch" };
  return perform(
    empty,
    inOrder("Open the example", [
      addCloud({ id: internet, position: { x: 410, y: 40 } }),
      addRouter({ id: hq, hostname: "HQ", position: { x: 120, y: 200 } }),
      addSubnet({ id: hqLan, label: "Headquarters", position: { x: 130, y: 380 } }),
      attachSubnet(hq, hqLan),
      addRouter({ id: branch, hostname: "Branch", position: { x: 660, y: 200 } }),
      addSubnet({ id: branchLan, label: "Branch office", position: { x: 670, y: 380 } }),
      attachSubnet(branch, branchLan),
      ...[hq, branch].flatMap((router) => [
        addElementOperation(
          router,
          "isakmpSettings",
          { keepalive: { seconds: 10, retrySeconds: 3, mode: "periodic" }, aggressiveModeDisabled: true },
          "Set IKE globals",
        ),
        translateToInternet(router),
        filterFromInternet(router),
      ]),
      linkRouters({ a: hq, b: branch, key: exampleKey, ids: noIds }),
    ]),
  );
}

/** Both sites have their LAN, so the link needs no identity for anything. */
const noIds: IdSource = {
  router: () => asRouterId("unused"),
  canvas: () => asCanvasId("unused"),
};
