import { sequenceBefore } from "./selectorFaults.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import { freeName } from "../../edit/freeName.ts";
import { transformSetNamed } from "../../derive/transforms.ts";
import type { CryptoMapEntry } from "../../model/cryptoMap.ts";
import type { TransformSet } from "../../model/transformSet.ts";
import {
  changeEntryOf,
  entryPlaceOf,
  entryTitleOf,
  type FaultEnd,
  type FaultKind,
  type FaultTarget,
  type FaultVariant,
} from "./fault.ts";

/** The end's transform set that the tunnel came up with. */
function setOf({ judged, near }: FaultTarget): TransformSet | undefined {
  const agreement = judged.aToB?.phase2 ?? judged.bToA?.phase2;
  const name = agreement?.transformSet[near.end === judged.peering.a ? "a" : "b"];
  return name === undefined ? undefined : near.elements.transformSet.get(name);
}

function setVariant({ near }: FaultTarget, set: TransformSet, transforms: readonly string[]): FaultVariant {
  return {
    story: `On ${near.name}, transform set ${set.name} became ${transforms.join(" ")}.`,
    edits: [putEdit(near.router.id, "transformSet", { ...set, transforms })],
    places: [{ router: near.router.id, kind: "transformSet", name: set.name }],
  };
}

const transformMismatch: FaultKind = {
  rank: 5,
  name: "The transform sets do not match",
  weight: 8,
  area: "Phase 2: how does each end want to protect the traffic?",
  variants: (target) => {
    const set = setOf(target);
    if (!set) return [];
    const { transforms } = set;
    const size = transforms.map((word) =>
      word.replace(
        /^(esp-aes|esp-gcm)( \d+)?$/,
        (_all, cipher: string, bits?: string) => `${cipher} ${bits === " 192" ? "256" : "192"}`,
      ),
    );
    const hash = transforms.map((word) =>
      word === "esp-sha-hmac" ? "esp-md5-hmac" : word.replace(/^esp-(sha256|sha384|sha512|md5)-hmac$/, "esp-sha-hmac"),
    );
    const bare = transforms.filter((word) => !/^esp-.*-hmac$/.test(word));
    return [size, hash, bare]
      .filter((changed) => changed.length > 0 && changed.join(" ") !== transforms.join(" "))
      .map((changed) => setVariant(target, set, changed));
  },
};

const pfsMismatch: FaultKind = {
  rank: 8,
  name: "Perfect forward secrecy differs",
  weight: 7,
  area: "Phase 2: what does one end ask for beyond the transform set?",
  variants: ({ near }) => {
    const { pfs, ...without } = near.view.body;
    const title = entryTitleOf(near);
    const places = [entryPlaceOf(near)];
    const group = pfs === 5 ? 14 : 5;
    const removed: FaultVariant = {
      story: `On ${near.name}, ${title} lost set pfs, which its peer demands.`,
      edits: [
        near.view.dynamic
          ? putEdit(near.router.id, "dynamicMapEntry", {
              ...without,
              map: near.view.dynamic.entry.map,
              sequence: near.view.dynamic.entry.sequence,
            })
          : putEdit(near.router.id, "cryptoMapEntry", withoutPfs(near.view.entry.entry)),
      ],
      places,
    };
    const other: FaultVariant = {
      story: `On ${near.name}, ${title} has set pfs group${group}.`,
      edits: [changeEntryOf(near, { pfs: group })],
      places,
    };
    return pfs === undefined ? [other] : [removed, other];
  },
};

function withoutPfs({ pfs: _pfs, ...entry }: CryptoMapEntry): CryptoMapEntry {
  return entry;
}

/** AH covers the outer header, which a translator on the way rewrites. */
const ahThroughTranslator: FaultKind = {
  rank: 15,
  name: "AH, or no NAT traversal, with a translator on the way",
  weight: 5,
  area: "What does the translator on the way do to the packets?",
  variants: (target) => {
    const { near, far } = target;
    if (!near.router.natOnPath && !far.router.natOnPath) return [];
    const set = setOf(target);
    const same =
      set && [...far.elements.transformSet.values()].find((one) => one.transforms.join() === set.transforms.join());
    return [...(set && same ? [ahOnBoth(target, set, same)] : []), ...withoutTransparency(near)];
  },
};

/** ESP without UDP around it has no ports for a translator. */
function withoutTransparency({ elements, name, router }: FaultEnd): readonly FaultVariant[] {
  const settings = elements.ipsecSettings.get("");
  if (settings?.natTransparencyDisabled === true) return [];
  return [
    {
      story: `On ${name}, NAT traversal was turned off: no crypto ipsec nat-transparency udp-encapsulation.`,
      edits: [putEdit(router.id, "ipsecSettings", { ...settings, natTransparencyDisabled: true })],
      places: [{ router: router.id, kind: "ipsecSettings", name: "", field: "natTransparencyDisabled" }],
    },
  ];
}

function ahOnBoth({ near, far }: FaultTarget, set: TransformSet, same: TransformSet): FaultVariant {
  return {
    story: `Transform sets ${set.name} on ${near.name} and ${same.name} on ${far.name} use AH.`,
    edits: [
      putEdit(near.router.id, "transformSet", { ...set, transforms: ["ah-sha-hmac"] }),
      putEdit(far.router.id, "transformSet", { ...same, transforms: ["ah-sha-hmac"] }),
    ],
    places: [
      { router: near.router.id, kind: "transformSet", name: set.name },
      { router: far.router.id, kind: "transformSet", name: same.name },
    ],
  };
}

const dynamicFirst: FaultKind = {
  rank: 22,
  name: "A dynamic entry is numbered below a static one",
  weight: 3,
  area: "In which order are the entries of the crypto map asked?",
  variants: ({ near }) => {
    const { entry } = near.view.entry;
    const sequence = sequenceBefore(near);
    const [first] = entry.transformSets;
    if (near.view.dynamic || sequence === undefined || first === undefined || !transformSetNamed(near.elements, first))
      return [];
    const [anchor] = near.view.set.anchors;
    const name = freeName("ANYBODY", (one) =>
      [...near.elements.dynamicMapEntry.values()].some(({ map }) => map === one),
    );
    const template = { map: name, sequence: 10, peers: [], transformSets: [first], sessionKeys: [], kept: [] };
    const added: CryptoMapEntry = {
      map: entry.map,
      sequence,
      type: "ipsec-isakmp",
      dynamicMap: anchor?.entry.dynamicMap ?? name,
      peers: [],
      transformSets: [],
      sessionKeys: [],
      kept: [],
    };
    const moved =
      anchor &&
      putEdit(
        near.router.id,
        "cryptoMapEntry",
        { ...anchor.entry, sequence },
        `${anchor.entry.map} ${anchor.entry.sequence}`,
      );
    return [
      {
        story: `On ${near.name}, entry ${sequence} of crypto map ${entry.map} is dynamic and stands before the static entry ${entry.sequence}.`,
        edits: moved
          ? [moved]
          : [putEdit(near.router.id, "dynamicMapEntry", template), putEdit(near.router.id, "cryptoMapEntry", added)],
        places: [{ router: near.router.id, kind: "cryptoMapEntry", name: `${entry.map} ${sequence}` }],
      },
    ];
  },
};

export const phase2Faults: readonly FaultKind[] = [transformMismatch, pfsMismatch, ahThroughTranslator, dynamicFirst];
