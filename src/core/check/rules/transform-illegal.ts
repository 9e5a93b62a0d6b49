import { ownName } from "../../derive/routerNames.ts";
import { transformClass, type TransformClass } from "../../ios/transformArguments.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import type { Place, Router } from "../../model/router.ts";
import type { Transform, TransformSet } from "../../model/transformSet.ts";
import type { Fix } from "../finding.ts";
import { routerRule, type Report } from "../rule.ts";

type Message = "empty" | "twoOfClass" | "combined" | "nullAlone" | "compressionAlone";

const keep = "Transform to keep";
const add = "Transforms to add";

const classNames: Readonly<Record<TransformClass, string>> = {
  ah: "AH transforms",
  "esp-cipher": "ESP ciphers",
  "esp-authentication": "ESP authenticators",
  compression: "compressions",
};

/** What IOS does not take as a transform set. Key sizes where none belongs don't get past the parser. */
export const transformIllegal = routerRule<Message>({
  id: "transform-illegal",
  severity: "error",
  fix: "ask",
  docs: {
    what: "A transform set combines transforms that IOS does not take together.",
    why: "The command is rejected, and every entry that names the set has nothing to offer.",
    remedy:
      "At most one AH transform, one ESP cipher, one ESP authenticator and comp-lzs; GCM and GMAC without an authenticator; esp-null and comp-lzs not alone.",
    source: "Cisco IOS Security Command Reference, crypto ipsec transform-set, allowed combinations",
  },
  messages: {
    empty: "{router}: transform set {set} has no transforms.",
    twoOfClass: "{router}: transform set {set} has two {class}: {transforms}.",
    combined: "{router}: transform set {set} puts {authenticator} beside {cipher}, which authenticates by itself.",
    nullAlone: "{router}: transform set {set} has esp-null and no authenticator, so it gives no protection at all.",
    compressionAlone: "{router}: transform set {set} only compresses; comp-lzs needs AH or ESP beside it.",
  },
  check(router, report) {
    for (const set of router.elements.transformSet.values()) checkSet(router, set, report);
  },
  complete(design, fix, [place], value) {
    const set = design.routers.get(place.router)?.elements.transformSet.get(place.name);
    if (!set) return [];
    if (fix.needs?.label === add) return [withTransforms(place, set, [...set.transforms, ...value.split(", ")])];
    const kept = transformClass(value);
    return [
      withTransforms(
        place,
        set,
        set.transforms.filter((one) => one === value || transformClass(one) !== kept),
      ),
    ];
  },
});

function checkSet(router: Router, set: TransformSet, report: (report: Report<Message>) => void): void {
  const place: Place = { router: router.id, kind: "transformSet", name: set.name };
  const say = (message: Message, fixes: readonly Fix[], data: Readonly<Record<string, string>> = {}) => {
    report({ message, data: { router: ownName(router), set: set.name, ...data }, places: [place], fixes });
  };
  const { transforms } = set;
  const classes = transforms.map(transformClass);
  const of = (wanted: TransformClass) => transforms.filter((_, index) => classes[index] === wanted);
  if (transforms.length === 0) say("empty", [addition(set, ["esp-aes 256, esp-sha256-hmac", "esp-gcm 256"])]);
  for (const wanted of ["ah", "esp-cipher", "esp-authentication", "compression"] as const) {
    const members = of(wanted);
    if (members.length < 2) continue;
    const fix: Fix = {
      title: `Keep one of the ${classNames[wanted]} of transform set ${set.name}`,
      safe: false,
      edits: [],
      needs: { label: keep, type: "choice", choices: members },
    };
    say("twoOfClass", [fix], { class: classNames[wanted], transforms: members.join(" ") });
  }
  const [cipher] = of("esp-cipher");
  const [authenticator] = of("esp-authentication");
  if (cipher !== undefined && isCombinedMode(cipher) && authenticator !== undefined) {
    const fix: Fix = {
      title: `Take ${authenticator} out of transform set ${set.name}`,
      safe: false,
      edits: [
        withTransforms(
          place,
          set,
          transforms.filter((one) => transformClass(one) !== "esp-authentication"),
        ),
      ],
    };
    say("combined", [fix], { cipher, authenticator });
  }
  if (cipher === "esp-null" && of("esp-cipher").length === 1 && !authenticator && of("ah").length === 0) {
    say("nullAlone", [addition(set, ["esp-sha256-hmac", "esp-sha-hmac"])]);
  }
  if (of("compression").length === 1 && transforms.length === 1) {
    say("compressionAlone", [addition(set, ["esp-aes 256, esp-sha256-hmac", "esp-gcm 256"])]);
  }
}

function addition(set: TransformSet, choices: readonly string[]): Fix {
  return {
    title: `Complete transform set ${set.name}`,
    safe: false,
    edits: [],
    needs: { label: add, type: "choice", choices },
  };
}

function withTransforms(place: Place, set: TransformSet, transforms: readonly Transform[]) {
  return putEdit(place.router, "transformSet", { ...set, transforms });
}

/** GCM and GMAC authenticate by themselves. Source: IOS-XE native YANG model. */
function isCombinedMode(transform: Transform): boolean {
  return /^esp-(gcm|gmac)\b/.test(transform);
}
