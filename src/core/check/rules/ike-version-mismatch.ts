import type { CryptoMapEntryBody } from "../../model/cryptoMap.ts";
import type { Edit } from "../../edit/edit.ts";
import { entryAt, type CryptoEntry } from "../cryptoEntries.ts";
import { projectedRule } from "../projectedRule.ts";
import { designOfPair } from "../selectorFixes.ts";

const older = "IKEv1";

/** The two versions of IKE don't understand each other. */
export const ikeVersionMismatch = projectedRule({
  id: "ike-version-mismatch",
  severity: "error",
  fix: "ask",
  docs: {
    what: "One entry has an IKEv2 profile, and the entry of its peer has none.",
    why: "IKEv1 and IKEv2 are different protocols: neither end answers the other's first message.",
    remedy: "Use the same version of IKE at both ends.",
    source: "Cisco FlexVPN and Internet Key Exchange Version 2 Configuration Guide; RFC 7296",
  },
  messages: { differ: "{newer} uses IKEv2 and {older} uses IKEv1." },
  message: () => "differ",
  dataOf({ data: { near, far }, places: [first] }) {
    return first?.field === "ikev2Profile" ? { newer: near, older: far } : { newer: far, older: near };
  },
  fixes(_judged, routers, { places }) {
    const design = designOfPair(routers);
    const entries = places.flatMap((place) => entryAt(design, place) ?? []);
    const olderEnd = entries.find((entry) => entry.body.ikev2Profile === undefined);
    if (entries.length < 2 || !olderEnd) return [];
    const choices = [
      older,
      ...[...olderEnd.router.elements.ikev2Profile.keys()].map((name) => `IKEv2 profile ${name}`),
    ];
    return [
      {
        title: "Use one version of IKE at both ends",
        safe: false,
        edits: [],
        needs: { label: "Version for both ends", type: "choice", choices },
      },
    ];
  },
  complete(design, _fix, places, value) {
    return places.flatMap((place): readonly Edit[] => {
      const entry = entryAt(design, place);
      const isOlder = entry?.body.ikev2Profile === undefined;
      if (!entry || isOlder === (value === older)) return [];
      const { ikev2Profile: _newer, isakmpProfile: _old, ...rest } = entry.entry;
      if (value === older)
        return [
          put(
            entry,
            entry.body.isakmpProfile === undefined ? rest : { ...rest, isakmpProfile: entry.body.isakmpProfile },
          ),
        ];
      return [put(entry, { ...rest, ikev2Profile: value.replace("IKEv2 profile ", "") })];
    });
  },
});

function put(entry: CryptoEntry, body: CryptoMapEntryBody): Edit {
  const key = { router: entry.router.id, kind: entry.kind, name: entry.name };
  return { op: "put", key, element: body as CryptoEntry["entry"] };
}
