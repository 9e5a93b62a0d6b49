import { useEffect, useState } from "react";
import type { Finding } from "../../core/index.ts";
import { counted } from "../canvas/project.ts";
import { findingKey } from "../problems/nextProblem.ts";
import { useWorkbench } from "../workbench.ts";
import { announcements } from "./announcements.ts";

/** Findings are told when they have stood for this long, so that typing is not talked over. */
const CALM_MILLISECONDS = 700;

/** Tells whoever listens what was done to the design and which problems came and went. */
export function Announcer() {
  const workbench = useWorkbench();
  const [message, setMessage] = useState("");
  useEffect(() => {
    const { design, judgement } = workbench;
    // What is there when the page opens is no news.
    let told = judgement.getState().isCurrent ? judgement.getState().result.findings : null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      const { findings } = judgement.getState().result;
      const news = findingNews(told ?? findings, findings);
      told = findings;
      if (news !== "") announcements.say(news);
    };
    const stopDesign = design.subscribe((state, before) => {
      if (state.design !== before.design && state.label !== "" && state.label !== before.label) {
        announcements.say(state.label);
      }
    });
    const stopJudgement = judgement.subscribe(({ result, isHidden }, { result: before, isHidden: wasHidden }) => {
      if (result === before) return;
      if (isHidden !== wasHidden) {
        // What is kept back is not solved, and what is shown again is not new.
        told = result.findings;
        return;
      }
      told ??= result.findings;
      clearTimeout(timer);
      timer = setTimeout(tell, CALM_MILLISECONDS);
    });
    const stopSaying = announcements.listen(setMessage);
    return () => {
      clearTimeout(timer);
      stopDesign();
      stopJudgement();
      stopSaying();
    };
  }, [workbench]);
  return (
    <div className="visually-hidden" aria-live="polite" data-testid="announcements">
      {message}
    </div>
  );
}

/** "1 problem solved. New error: …" */
function findingNews(before: readonly Finding[], now: readonly Finding[]): string {
  if (before === now) return "";
  const known = new Set(before.map(findingKey));
  const standing = new Set(now.map(findingKey));
  const fresh = now.filter((finding) => finding.suppressed === undefined && !known.has(findingKey(finding)));
  const solved = before.filter((finding) => finding.suppressed === undefined && !standing.has(findingKey(finding)));
  const [first] = fresh;
  return [
    ...(solved.length > 0 ? [`${counted(solved.length, "problem")} solved.`] : []),
    ...(first ? [`New ${first.severity}: ${first.message}`] : []),
    ...(fresh.length > 1 ? [`And ${counted(fresh.length - 1, "more problem")}.`] : []),
  ].join(" ");
}
