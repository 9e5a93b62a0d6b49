import type { PeeringEnd } from "../../derive/peering.ts";
import { memoByIdentity, memoOf } from "../../derive/identityMemo.ts";
import { viewOfEnd } from "../../derive/peerings.ts";
import { nameIn, routerNames } from "../../derive/routerNames.ts";
import { transformSetNamed, usableTransformSets } from "../../derive/transforms.ts";
import type { Design } from "../../model/design.ts";
import type { Interface } from "../../model/interface.ts";
import type { Router, RouterId } from "../../model/router.ts";
import type { JudgedPeering } from "../../negotiate/trace.ts";
import { plaintextMtu } from "../../derive/plaintextMtu.ts";
import { protectedNetworks } from "../protectedNetworks.ts";
import { foundIn } from "../perRouter.ts";
import { designRule, type Report } from "../rule.ts";

const ethernetMtu = 1500;

/** IP and TCP headers without options. */
const headers = 40;

/** What `ip tcp adjust-mss` takes. */
const [least, most] = [500, 1460];

/** A packet that fills the link has no room for the tunnel's headers. */
export const mtuHint = designRule({
  id: "mtu-hint",
  severity: "info",
  fix: "auto",
  docs: {
    what: "Neither the inside interface nor the crypto interface has `ip tcp adjust-mss`.",
    why: "Packets that fill the link are fragmented once encrypted, or lost where fragments or the messages about them are dropped: small packets pass and file transfers hang.",
    remedy: "Set `ip tcp adjust-mss` on the inside interface to what fits into the tunnel.",
    source:
      "Cisco tech note, Resolve IPv4 Fragmentation, MTU, MSS, and PMTUD Issues with GRE and IPsec; plaintext mtu of show crypto ipsec sa",
  },
  messages: {
    noMss: "{router}: {interface} has no ip tcp adjust-mss; {mss} fits into the tunnel of {map}.",
  },
  *check(design, peerings, report) {
    const names = routerNames(design.routers);
    for (const hint of narrowest(yield* hintsOf.gradually(peerings, design.routers))) {
      const one = design.routers.get(hint.router)?.elements.interface.get(hint.interface);
      if (one) report(reportOf(hint, nameIn(names, hint.router), one));
      yield;
    }
  },
});

/** The very same report says that nothing has changed, which spares the driver a thousand of them after an edit. */
const reportOf = memoByIdentity(({ router, mss, map }: Hint, name: string, one: Interface): Report<"noMss"> => ({
  message: "noMss",
  data: { router: name, interface: one.name, mss, map },
  places: [{ router, kind: "interface", name: one.name }],
  fixes: [
    {
      title: `Set ip tcp adjust-mss ${mss} on ${one.name}`,
      safe: true,
      edits: [{ op: "put", key: { router, kind: "interface", name: one.name }, element: { ...one, adjustMss: mss } }],
    },
  ],
}));

interface Hint {
  readonly router: RouterId;
  readonly interface: string;
  readonly mss: number;
  /** "VPN 10": the entry whose tunnel takes the least. */
  readonly map: string;
}

/** One hint for each inside interface, by the tunnel that takes the least, of those that come up. */
const narrowest = memoOf((hints: readonly Hint[]): readonly Hint[] => {
  const narrowest = new Map<string, Hint>();
  for (const hint of hints) {
    const key = `${hint.router} ${hint.interface}`;
    const known = narrowest.get(key);
    if (!known || known.mss > hint.mss) narrowest.set(key, hint);
  }
  return [...narrowest.values()];
});

/** What is read here is what the verdict was made from: a judged peering is another one as soon as some of it changes. */
const hintsOf = foundIn(hintsOfTunnel, isSameHint);

function isSameHint(one: Hint, other: Hint): boolean {
  return (
    one.router === other.router && one.interface === other.interface && one.mss === other.mss && one.map === other.map
  );
}

function hintsOfTunnel(
  { peering: { a, b }, status, aToB, bToA }: JudgedPeering,
  routers: Design["routers"],
): readonly Hint[] {
  if (!b || status === "broken") return [];
  const agreed = (aToB?.phase2 ?? bToA?.phase2)?.transformSet;
  const translated = [a, b].some((end) => routers.get(end.router)?.natOnPath === true);
  return [
    ...hintsAt(routers.get(a.router), a, agreed?.a, translated),
    ...hintsAt(routers.get(b.router), b, agreed?.b, translated),
  ];
}

function hintsAt(
  router: Router | undefined,
  end: PeeringEnd,
  agreedSet: string | undefined,
  translated: boolean,
): readonly Hint[] {
  if (!router) return none;
  const roomy = protectedNetworks(router, end).filter(
    ({ interface: name }) =>
      !name.startsWith("Loopback") && router.elements.interface.get(name)?.adjustMss === undefined,
  );
  const mss = roomy.length > 0 ? mssOf(router, end, agreedSet, translated) : undefined;
  if (mss === undefined) return none;
  const map = `crypto map ${end.cryptoMap} ${end.sequence}`;
  return roomy.map((one) => ({ router: router.id, interface: one.interface, mss, map }));
}

const none: readonly never[] = [];

/** The largest TCP segment that fits; undefined where the crypto interface sees to it, or no set is known. */
function mssOf(router: Router, end: PeeringEnd, setName: string | undefined, translated: boolean): number | undefined {
  const { elements } = router;
  const view = viewOfEnd(router, end);
  const carrier = view?.set.carriers.find((one) => one.name === end.interface) ?? view?.set.carriers[0];
  if (!view || carrier?.adjustMss !== undefined) return undefined;
  const set =
    (setName === undefined ? undefined : transformSetNamed(elements, setName)) ??
    usableTransformSets(router, view.body)[0];
  if (!set) return undefined;
  const mtu = plaintextMtu(set, carrier?.ipMtu ?? ethernetMtu, { translated });
  return Math.min(most, Math.max(least, mtu - headers));
}
