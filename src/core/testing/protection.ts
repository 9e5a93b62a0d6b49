import { normalAccessList, type NormalAccessList } from "../derive/cryptoAccessList.ts";
import { formatSelector, subtractSelector, type Selector } from "../derive/selector.ts";
import { transformContent } from "../derive/transforms.ts";
import type { CryptoMapEntry, DynamicMapEntry } from "../model/cryptoMap.ts";
import type { Design } from "../model/design.ts";
import type { Elements } from "../model/router.ts";

/**
 * What a design protects, and how: per router which traffic its entries select, for whom, and what they offer for it. A fix that is
 * called safe may not change it. What has no effect is left out: lines that earlier ones leave nothing to, and lines that an anchor or
 * an entry with manual keys ignores.
 */
export function protectionIn(design: Design): readonly string[] {
  return [...design.routers.values()]
    .flatMap(({ id, elements }) => [
      ...[...elements.cryptoMapEntry.values()]
        .filter((entry) => entry.dynamicMap === undefined)
        .flatMap((entry) => protectedBy(elements, entry, entry.type === "ipsec-manual").map((flow) => `${id} ${flow}`)),
      ...[...elements.dynamicMapEntry.values()].flatMap((entry) =>
        protectedBy(elements, entry, false).map((flow) => `${id} ${flow}`),
      ),
      ...[...elements.isakmpPolicy.values()].map(
        ({ encryption, hash, authentication, group }) =>
          `${id} ${JSON.stringify([encryption, hash, authentication, group])}`,
      ),
      ...[...elements.isakmpKey.values()].map(({ secret, peer }) => `${id} ${secret.text} ${JSON.stringify(peer)}`),
    ])
    .sort();
}

function protectedBy(elements: Elements, body: CryptoMapEntry | DynamicMapEntry, isManual: boolean): readonly string[] {
  const offered = body.transformSets.flatMap((name) => elements.transformSet.get(name) ?? []).map(transformContent);
  const how = JSON.stringify([body.peers.map(({ peer }) => peer), [...new Set(offered)], isManual ? null : body.pfs]);
  const list = normalAccessList(elements, body.matchAddress);
  return (list ? effectiveFlows(list) : []).map((flow) => `${formatSelector(flow)} ${how}`);
}

/** The selectors of the permits of which earlier ones leave something. */
function effectiveFlows({ identities }: NormalAccessList): readonly Selector[] {
  const flows: Selector[] = [];
  const taken: Selector[] = [];
  for (const { action, selectors } of identities) {
    for (const selector of selectors) {
      const left = taken.reduce((rest, one) => rest.flatMap((part) => subtractSelector(part, one)), [selector]);
      if (left.length > 0 && action === "permit") flows.push(selector);
      taken.push(selector);
    }
  }
  return flows;
}
