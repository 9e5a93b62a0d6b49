import type { DynamicMapEntry } from "../../model/cryptoMap.ts";
import { lifetimesOf } from "../../negotiate/phase2Terms.ts";
import type { ShowContext, ShowForm } from "./command.ts";
import { listLines } from "./cryptoMap.ts";

/** `show crypto dynamic-map`. Layout: reference, section 5.5. */
export const dynamicMap: readonly ShowForm[] = [
  { syntax: "show crypto dynamic-map", meaning: "Crypto map templates", run: (context) => show(context, undefined) },
  {
    syntax: "show crypto dynamic-map tag <name>",
    meaning: "Crypto map templates with a given tag",
    run: (context, { name }) => show(context, name),
  },
];

function show(context: ShowContext, tag: string | undefined): readonly string[] {
  const entries = [...context.router.elements.dynamicMapEntry.values()]
    .filter((one) => tag === undefined || one.map === tag)
    .sort((one, other) => (one.map === other.map ? one.sequence - other.sequence : one.map < other.map ? -1 : 1));
  if (entries.length === 0) return ["No crypto dynamic maps found."];
  return entries.flatMap((entry) => [...template(context, entry), ""]);
}

function template(context: ShowContext, entry: DynamicMapEntry): readonly string[] {
  const { lifetimeSeconds, lifetimeKilobytes } = lifetimesOf(context.router.elements, entry);
  const group = entry.pfs === "bare" ? 1 : entry.pfs;
  return [
    `Crypto Map Template "${entry.map}" ${String(entry.sequence)}`,
    ...(entry.matchAddress === undefined ? ["        No matching address list set."] : listLines(context, entry)),
    "        Current peer: 0.0.0.0",
    `        Security association lifetime: ${
      lifetimeKilobytes === null ? "0" : String(lifetimeKilobytes)
    } kilobytes/${String(lifetimeSeconds)} seconds`,
    `        PFS (Y/N): ${group === undefined ? "N" : "Y"}`,
    ...(group === undefined ? [] : [`        DH group:  group${String(group)}`]),
    `        Transform sets={ ${entry.transformSets.map((name) => `${name}, `).join("")}}`,
  ];
}
