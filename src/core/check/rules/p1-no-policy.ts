import { refusesWeakAlgorithms, releaseOf } from "../../derive/dialect.ts";
import { nameIn, routerNames } from "../../derive/routerNames.ts";
import { MODERN_POLICY } from "../../edit/linkPhase1.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import type { Design } from "../../model/design.ts";
import type { IsakmpPolicy } from "../../model/isakmp.ts";
import type { Router } from "../../model/router.ts";
import type { JudgedPeering } from "../../negotiate/trace.ts";
import { counterpartOf } from "../counterpart.ts";
import { cryptoEntries, entryPlace, type CryptoEntry } from "../cryptoEntries.ts";
import type { Fix } from "../finding.ts";
import { perRouter } from "../perRouter.ts";
import { designRule } from "../rule.ts";

/** Built-in policies are not what anybody means: they are weak, and which ones there are depends on the release. */
export const p1NoPolicy = designRule({
  id: "p1-no-policy",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "A router has crypto map entries that negotiate with IKE and no `crypto isakmp policy`.",
    why: "Only the built-in policies are left: before 12.4(20)T a single one with DES and certificates, later eight weak ones.",
    remedy: "Add a policy that equals one of the peer's.",
    source: "Cisco IOS Security Command Reference, crypto isakmp policy and show crypto isakmp default policy",
  },
  messages: {
    builtIn:
      "{router} negotiates with IKE and has no ISAKMP policy, so only the built-in ones of its release are offered.",
    none: "{router} negotiates with IKE, has no ISAKMP policy and has switched the built-in ones off.",
  },
  check(design, peerings, report) {
    const names = routerNames(design.routers);
    for (const { router, entries } of withoutPolicy(design)) {
      const off = router.elements.isakmpSettings.get("")?.defaultPolicyDisabled === true;
      report({
        message: off ? "none" : "builtIn",
        severity: off || hasOnlyCertificates(router) || refusesWeakAlgorithms(router) ? "error" : "warning",
        data: { router: nameIn(names, router.id) },
        places: entries.map((entry) => entryPlace(entry)),
        fixes: [policyFix(design, peerings, router, entries, nameIn(names, router.id))],
      });
    }
  },
});

/** The routers that have no policy, with the entries that need one. */
const withoutPolicy = perRouter((router) => {
  if (router.elements.isakmpPolicy.size > 0) return [];
  const entries = cryptoEntries(router).filter(negotiates);
  return entries.length > 0 ? [{ router, entries }] : [];
});

function negotiates({ kind, entry }: CryptoEntry): boolean {
  return entry.ikev2Profile === undefined && (kind === "dynamicMapEntry" || entry.type === "ipsec-isakmp");
}

/** A release before 12.4(20)T has one built-in policy, which wants certificates; the `version` line doesn't tell the train. */
function hasOnlyCertificates(router: Router): boolean {
  const release = releaseOf(router);
  return release !== undefined && (release.major < 12 || (release.major === 12 && release.minor < 4));
}

/** As many peers are asked for theirs: a hub's spokes mostly have the same. */
const mostPeers = 16;

/** What the peers have, each once; where no peer tells, a strong one. */
function policyFix(
  design: Design,
  peerings: readonly JudgedPeering[],
  router: Router,
  entries: readonly CryptoEntry[],
  name: string,
): Fix {
  const wanted = new Map<string, IsakmpPolicy>();
  const without = new Set([router.id]);
  for (const entry of entries.slice(0, mostPeers)) {
    const far = counterpartOf(design, peerings, { router: router.id, kind: entry.kind, name: entry.name });
    const [first] = [...(far?.router.elements.isakmpPolicy.values() ?? [])].sort((a, b) => a.priority - b.priority);
    if (first) wanted.set(contentOf(first), { ...first, kept: [] });
    else if (far) without.add(far.router.id);
  }
  const policies = [...wanted.values()];
  if (policies.length > 0) {
    const edits = policies.map((policy, index) =>
      putEdit(router.id, "isakmpPolicy", { ...policy, priority: 10 * (index + 1) }),
    );
    return { title: `Give ${name} the ISAKMP policy of its peer`, safe: false, edits };
  }
  // A peer that has none either needs the same one.
  const edits = [...without].map((id) => putEdit(id, "isakmpPolicy", { ...MODERN_POLICY, priority: 10 }));
  return { title: `Give ${name}${edits.length > 1 ? " and its peer" : ""} a strong ISAKMP policy`, safe: false, edits };
}

function contentOf({ priority: _priority, kept: _kept, ...content }: IsakmpPolicy): string {
  return JSON.stringify(content);
}
