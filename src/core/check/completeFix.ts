import type { Design } from "../model/design.ts";
import { parseIpv4 } from "../net/ipv4.ts";
import type { Edit } from "../edit/edit.ts";
import type { Finding, Fix, FixInput } from "./finding.ts";
import { ruleById } from "./catalogue.ts";

/** The edits of a fix once a person has given its value; those of a fix that needs none as they are. */
export function completeFix(design: Design, finding: Finding, fix: Fix, value: string): readonly Edit[] {
  if (!fix.needs) return fix.edits;
  const complete = ruleById(finding.rule)?.complete;
  if (!complete) throw new Error(`The rule ${finding.rule} asks for a value and has no use for it.`);
  const [place, ...others] = finding.places;
  if (!place) throw new Error(`A finding of ${finding.rule} has no place.`);
  return complete(design, fix, [place, ...others], value);
}

/** Why a value can't be taken for a fix, as a field beside it says; undefined when it can. */
export function fixInputProblem(input: FixInput, value: string): string | undefined {
  if (value === "") return "A value is needed.";
  if (/[\r\n]/.test(value)) return "A value stands on one line.";
  switch (input.type) {
    case "address":
      return parseIpv4(value) === undefined ? "An IPv4 address such as 192.0.2.1 is needed." : undefined;
    case "name":
      return /^[^\s?]+$/.test(value) ? undefined : "A name has no blanks and no question mark.";
    case "key":
      return /^[^\s?]{1,128}$/.test(value)
        ? undefined
        : "A key has 1 to 128 characters, without blanks or a question mark.";
    case "number":
      return /^\d+$/.test(value) ? undefined : "A whole number is needed.";
    case "choice":
      return input.choices?.includes(value) ? undefined : `One of ${(input.choices ?? []).join(", ")} is needed.`;
    default:
      return input.type satisfies never;
  }
}
