import type { Rule } from "../rule.ts";
import { aclBlocksAh } from "../rules/acl-blocks-ah.ts";
import { aclBlocksEsp } from "../rules/acl-blocks-esp.ts";
import { aclBlocksIke } from "../rules/acl-blocks-ike.ts";
import { aclBlocksNatt } from "../rules/acl-blocks-natt.ts";
import { aclClearPermitOld } from "../rules/acl-clear-permit-old.ts";
import { aclNoFilter } from "../rules/acl-no-filter.ts";
import { aclOutBlocks } from "../rules/acl-out-blocks.ts";
import { ahThroughNat } from "../rules/ah-through-nat.ts";
import { cdpKeepaliveClear } from "../rules/cdp-keepalive-clear.ts";
import { endpointDynamicStaticPeer } from "../rules/endpoint-dynamic-static-peer.ts";
import { endpointPrivate } from "../rules/endpoint-private.ts";
import { espThroughNat } from "../rules/esp-through-nat.ts";
import { mtuHint } from "../rules/mtu-hint.ts";
import { multicastOverMap } from "../rules/multicast-over-map.ts";
import { natCryptoGlobal } from "../rules/nat-crypto-global.ts";
import { natDenyAfterPermit } from "../rules/nat-deny-after-permit.ts";
import { natNoOutside } from "../rules/nat-no-outside.ts";
import { natNotExempt } from "../rules/nat-not-exempt.ts";
import { natStaticCatches } from "../rules/nat-static-catches.ts";
import { overlapHub } from "../rules/overlap-hub.ts";
import { overlapInterfaces } from "../rules/overlap-interfaces.ts";
import { overlapSites } from "../rules/overlap-sites.ts";
import { routeMissingRemote } from "../rules/route-missing-remote.ts";
import { routePeer } from "../rules/route-peer.ts";
import { routePeerViaTunnel } from "../rules/route-peer-via-tunnel.ts";
import { routeReturn } from "../rules/route-return.ts";
import { routeWrongInterface } from "../rules/route-wrong-interface.ts";

/** Section 4.8 of the rule catalogue: reachability, filters, translation and addressing. */
export const reachabilityRules: readonly Rule[] = [
  aclBlocksIke,
  aclBlocksNatt,
  aclBlocksEsp,
  aclBlocksAh,
  aclOutBlocks,
  aclNoFilter,
  aclClearPermitOld,
  ahThroughNat,
  espThroughNat,
  routeMissingRemote,
  routeWrongInterface,
  routePeer,
  routePeerViaTunnel,
  routeReturn,
  natNotExempt,
  natDenyAfterPermit,
  natStaticCatches,
  natCryptoGlobal,
  natNoOutside,
  overlapSites,
  overlapHub,
  overlapInterfaces,
  endpointPrivate,
  endpointDynamicStaticPeer,
  mtuHint,
  multicastOverMap,
  cdpKeepaliveClear,
];
