import { CircleCheck, CircleDashed } from "lucide-react";
import type { FaultCriterion } from "../../core/index.ts";

/** What is to be reached, and how it is with each now. */
export function Criteria({ criteria }: { readonly criteria: readonly FaultCriterion[] }) {
  return (
    <section aria-label="What is to be reached">
      <h3>
        What is to be reached
        <span className="lesson-progress">
          {criteria.filter(({ isReached }) => isReached).length} of {criteria.length}
        </span>
      </h3>
      <ul className="lesson-criteria">
        {criteria.map(({ text, isReached, now }) => (
          <li key={text} className={isReached ? "criterion-reached" : "criterion-missed"}>
            {isReached ? (
              <CircleCheck size={17} aria-label="Reached:" />
            ) : (
              <CircleDashed size={17} aria-label="Not yet:" />
            )}
            <div>
              <p>{text}</p>
              <p className="criterion-now">{now}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
