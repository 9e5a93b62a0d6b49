import type { Finding } from "../../core/index.ts";
import { reveal } from "../../store/viewStore.ts";
import type { Workbench } from "../workbench.ts";

/** Shows a finding where it is: its peering or router on the canvas and in the inspector, its lines in the text. */
export function showFinding({ view, canvas }: Workbench, finding: Finding, focus = false): void {
  const [place] = finding.places;
  const [peering] = finding.peerings;
  if (peering !== undefined) view.setState({ selection: [{ kind: "peering", id: peering }] });
  else if (place) view.setState({ selection: [{ kind: "router", id: place.router }] });
  const [selected] = view.getState().selection;
  if (selected) canvas.current?.show(selected);
  if (place) reveal(view, { router: place.router, place, focus });
}

/** What tells a finding from every other one of the same check. */
export function findingKey(finding: Finding): string {
  let key = keys.get(finding);
  if (key === undefined) {
    key = `${finding.rule} ${finding.message} ${JSON.stringify(finding.places[0] ?? null)}`;
    keys.set(finding, key);
  }
  return key;
}

// Each check of a large design is compared with the one before, and most of its findings are the same objects.
const keys = new WeakMap<Finding, string>();

let lastShown: string | null = null;

/** Goes from problem to problem, in the order of the list, round and round. */
export function nextProblem(workbench: Workbench, step: 1 | -1): void {
  const { hiddenSeverities } = workbench.view.getState();
  const findings = workbench.judgement
    .getState()
    .result.findings.filter(
      ({ severity, suppressed }) => suppressed === undefined && !hiddenSeverities.includes(severity),
    );
  if (findings.length === 0) {
    workbench.announce("There are no problems.");
    return;
  }
  const at = findings.findIndex((finding) => findingKey(finding) === lastShown);
  const next =
    findings[(at < 0 ? (step > 0 ? 0 : findings.length - 1) : at + step + findings.length) % findings.length];
  if (!next) return;
  lastShown = findingKey(next);
  showFinding(workbench, next, true);
  workbench.announce(`${next.severity}: ${next.message}`);
}
