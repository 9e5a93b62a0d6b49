import type { Dialect, Router } from "../model/router.ts";

/** A release as a running-config's `version` line names it: "15.2" or "17.12". */
export interface Release {
  readonly major: number;
  readonly minor: number;
}

/** What a `version` line told; undefined where there is none. */
export function releaseOf(router: Router): Release | undefined {
  const version = router.elements.host.get("")?.version;
  if (version === undefined) return undefined;
  const match = /^(\d+)\.(\d+)/.exec(version);
  return match ? { major: Number(match[1]), minor: Number(match[2]) } : undefined;
}

/** `xe17` from release 16 on, `classic` before and where no release is told, unless somebody chose. */
export function dialectOf(router: Router): Dialect {
  return router.dialect ?? ((releaseOf(router)?.major ?? 0) >= 16 ? "xe17" : "classic");
}

/**
 * Whether the release refuses weak algorithms unless the compliance shield is off. IOS-XE does from 17.11.1 on; a release that
 * isn't told is not assumed to. Source: Cisco IOS-XE 17.11 release notes; reference section 2.7.
 */
export function refusesWeakAlgorithms(router: Router): boolean {
  const release = releaseOf(router);
  if (!release || router.elements.ipsecSettings.get("")?.complianceShieldDisabled) return false;
  return release.major > 17 || (release.major === 17 && release.minor >= 11);
}

/**
 * Whether an entry without `set transform-set` may use the built-in set named `default`: releases 15 and later have it.
 * Reference: section 1.8, rule `map-entry-no-transform`.
 */
export function hasDefaultTransformSet(router: Router): boolean {
  return dialectOf(router) === "xe17" || (releaseOf(router)?.major ?? 0) >= 15;
}
