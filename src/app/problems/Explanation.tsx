import { explainRule, type RuleId } from "../../core/index.ts";

/** What a rule means, why it matters, what to do, and where the fact comes from. */
export function Explanation({ rule, id }: { readonly rule: RuleId; readonly id: string }) {
  const { docs } = explainRule(rule);
  const parts = [
    ["What", docs.what],
    ["Why", docs.why],
    ["Remedy", docs.remedy],
    ["Source", docs.source],
  ] as const;
  return (
    <dl className="explanation" id={id}>
      {parts.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
