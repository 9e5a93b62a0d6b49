import { ListChecks } from "lucide-react";
import { fixAll, type RuleId } from "../../core/index.ts";
import { effectiveDesign } from "../../store/designStore.ts";
import { useDesignState } from "../stores.tsx";
import { useWorkbench } from "../workbench.ts";

/** Applies to every finding of a rule the first of its fixes that needs no value, as one step to be undone. */
export function FixAllButton({ rule }: { readonly rule: RuleId }) {
  const workbench = useWorkbench();
  const readOnly = useDesignState((state) => state.readOnly);
  const label = `Fix all of ${rule}`;
  const apply = () => {
    const state = workbench.design.getState();
    const { applied } = fixAll(effectiveDesign(state), { rules: [rule], unsafe: true });
    const edits = applied.flatMap(({ fix }) => fix.edits);
    if (edits.length > 0 && state.runEdits(label, edits))
      workbench.announce(`Fixed ${String(applied.length)} of ${rule}`);
    else workbench.notify("The fixes no longer apply.", "warning");
  };
  return (
    <button type="button" className="problem-fix" disabled={readOnly} onClick={apply}>
      <ListChecks size={13} aria-hidden />
      <span>{label}</span>
    </button>
  );
}
