import { ArrowRight } from "lucide-react";
import type { NatRule, Place, Router } from "../../../core/index.ts";
import { reveal } from "../../../store/viewStore.ts";
import { Button } from "../../controls/Button.tsx";
import { useWorkbench } from "../../workbench.ts";

/** What a NAT rule leaves alone: the denied traffic of its access list, which has to hold everything that goes into a tunnel. */
export function NatExemption({ router, rule }: { readonly router: Router; readonly rule: NatRule }) {
  const { view } = useWorkbench();
  if (rule.match.kind !== "list") return null;
  const list = router.elements.accessList.get(rule.match.name);
  if (!list) return <p className="field-hint">There is no access list {rule.match.name}: nothing is translated.</p>;
  const denied = list.lines.filter((line) => line.kind === "entry" && line.action === "deny").length;
  const place: Place = { router: router.id, kind: "accessList", name: list.name };
  return (
    <div className="field">
      <p className="field-hint">
        {denied === 0
          ? "Nothing is exempt from translation, so tunnel traffic is translated before it can be encrypted."
          : `${denied === 1 ? "One line" : `${denied} lines`} of the list exempt traffic from translation.`}
      </p>
      <Button onClick={() => reveal(view, { router: router.id, place })}>
        Exempt traffic: lines of access list {list.name}
        <ArrowRight size={14} aria-hidden />
      </Button>
    </div>
  );
}
