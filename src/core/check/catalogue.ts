import type { RuleId } from "../model/ruleId.ts";
import { algorithmsRules } from "./catalogue/algorithms.ts";
import { cryptoAccessListsRules } from "./catalogue/cryptoAccessLists.ts";
import { cryptoMapSetsRules } from "./catalogue/cryptoMapSets.ts";
import { manualKeysRules } from "./catalogue/manualKeys.ts";
import { openQuestionsRules } from "./catalogue/openQuestions.ts";
import { phase1Rules } from "./catalogue/phase1.ts";
import { phase2Rules } from "./catalogue/phase2.ts";
import { reachabilityRules } from "./catalogue/reachability.ts";
import { referencesRules } from "./catalogue/references.ts";
import { remoteAccessRules } from "./catalogue/remoteAccess.ts";
import { valuesRules } from "./catalogue/values.ts";
import type { Rule } from "./rule.ts";

/** All rules, by the sections of the catalogue. */
export const RULES: readonly Rule[] = [
  ...referencesRules,
  ...cryptoMapSetsRules,
  ...cryptoAccessListsRules,
  ...phase1Rules,
  ...phase2Rules,
  ...manualKeysRules,
  ...algorithmsRules,
  ...reachabilityRules,
  ...remoteAccessRules,
  ...valuesRules,
  ...openQuestionsRules,
];

const byId: ReadonlyMap<RuleId, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of a name; undefined while it is not written. */
export function ruleById(id: RuleId): Rule | undefined {
  return byId.get(id);
}
