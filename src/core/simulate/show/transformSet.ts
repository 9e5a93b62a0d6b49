import { hasDefaultTransformSet } from "../../derive/dialect.ts";
import { DEFAULT_TRANSFORM_SET } from "../../derive/transforms.ts";
import type { TransformSet } from "../../model/transformSet.ts";
import { lifetimesOf } from "../../negotiate/phase2Terms.ts";
import type { ShowContext, ShowForm } from "./command.ts";
import { transformWord } from "./wording.ts";

/** `show crypto ipsec transform-set` and the other tables of `show crypto ipsec`. Layout: reference, section 5.5. */
export const ipsecTables: readonly ShowForm[] = [
  {
    syntax: "show crypto ipsec transform-set",
    meaning: "Crypto transform sets",
    run: ({ router }) =>
      [
        ...(hasDefaultTransformSet(router) ? [DEFAULT_TRANSFORM_SET] : []),
        ...router.elements.transformSet.values(),
      ].flatMap(setBlock),
  },
  {
    syntax: "show crypto ipsec transform-set tag <name>",
    meaning: "Transform set name",
    run: ({ router }, { name }) =>
      [...router.elements.transformSet.values()].filter((one) => one.name === name).flatMap(setBlock),
  },
  {
    syntax: "show crypto ipsec security-association lifetime",
    meaning: "Security association lifetime",
    run: lifetime,
  },
];

/** AH and ESP stand in braces of their own, each with what it will negotiate. */
function setBlock(set: TransformSet): readonly string[] {
  const groups = ["ah-", "esp-", "comp-"]
    .map((prefix) => set.transforms.filter((one) => one.startsWith(prefix)).map(transformWord))
    .filter((words) => words.length > 0);
  const modes = set.mode === "transport" ? "Transport,  " : "Tunnel,  ";
  return [
    ...groups.flatMap((words, index) => [
      `${index === 0 ? `Transform set ${set.name}: ` : "  "}{ ${words.join(" ")}  }`,
      `   will negotiate = { ${modes}},`,
    ]),
    "",
  ];
}

function lifetime({ router }: ShowContext): readonly string[] {
  const { lifetimeSeconds, lifetimeKilobytes } = lifetimesOf(router.elements, noLines);
  return [
    `Security association lifetime: ${lifetimeKilobytes === null ? "0" : String(lifetimeKilobytes)} kilobytes/${String(
      lifetimeSeconds,
    )} seconds`,
  ];
}

/** An entry that says nothing of lifetimes, so that the router's globals and IOS's defaults are left. */
const noLines = { peers: [], transformSets: [], sessionKeys: [], kept: [] };
