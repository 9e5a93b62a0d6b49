import type { Finding, Place, RuleId } from "../../core/index.ts";
import { FixButton } from "../problems/ProblemItem.tsx";
import { useDesignState } from "../stores.tsx";
import { useJudgement } from "../workbench.ts";

interface PlayedFixesProps {
  readonly rule: RuleId | null;
  readonly peering: string | null;
  readonly places: readonly Place[];
}

/** What mends a refusal: the fixes of the finding that reports it. */
export function PlayedFixes({ rule, peering, places }: PlayedFixesProps) {
  const { findings } = useJudgement();
  const readOnly = useDesignState((state) => state.readOnly);
  const finding = findingOf(findings, rule, peering, places);
  if (rule === null) return null;
  return (
    <div className="played-fixes">
      {finding?.fixes.map((fix) => (
        <FixButton key={fix.title} finding={finding} fix={fix} disabled={readOnly} />
      ))}
      <span className="played-rule">{rule}</span>
    </div>
  );
}

/** The finding of the same rule about the same peering, or the same element. */
function findingOf(
  findings: readonly Finding[],
  rule: RuleId | null,
  peering: string | null,
  places: readonly Place[],
): Finding | undefined {
  const ofRule = findings.filter((one) => one.rule === rule && one.suppressed === undefined);
  const touches = (finding: Finding) =>
    finding.places.some((one) =>
      places.some((place) => place.router === one.router && place.kind === one.kind && place.name === one.name),
    );
  const ofPeering = ofRule.filter((one) => peering !== null && one.peerings.includes(peering));
  const candidates = [...ofPeering.filter(touches), ...ofPeering, ...ofRule.filter(touches)];
  return candidates.find(({ fixes }) => fixes.length > 0) ?? candidates[0];
}
