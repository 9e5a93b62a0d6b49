import type { PeeringStatus } from "../../core/index.ts";
import { select } from "../../store/viewStore.ts";
import { peeringObjects } from "../objects/designObjects.ts";
import { routerNames } from "../../core/index.ts";
import { useEffectiveDesign } from "../stores.tsx";
import { useJudgement, useWorkbench } from "../workbench.ts";
import { PanelHeading } from "./PanelHeading.tsx";

const order: readonly PeeringStatus[] = ["broken", "partial", "one-way", "unknown", "agreed"];

/** The whole design at a glance: its peerings, what needs attention first. */
export function DesignPanel() {
  const { view } = useWorkbench();
  const design = useEffectiveDesign();
  const { peerings } = useJudgement();
  const objects = peeringObjects(routerNames(design.routers), peerings);
  const rows = peerings
    .map((judged, index) => ({ judged, title: objects[index]?.title ?? "" }))
    .sort((one, other) => order.indexOf(one.judged.status) - order.indexOf(other.judged.status));
  return (
    <>
      <PanelHeading kind="Design" title={design.name} />
      <p className="panel-note">
        {design.routers.size} {design.routers.size === 1 ? "router" : "routers"}, {design.subnets.size}{" "}
        {design.subnets.size === 1 ? "subnet" : "subnets"}, {peerings.length}{" "}
        {peerings.length === 1 ? "peering" : "peerings"}. Select something on the canvas to see and change its
        configuration.
      </p>
      <section className="panel-block" aria-label="Peerings">
        <h3>Peerings</h3>
        <ul className="peering-list">
          {rows.slice(0, SHOWN).map(({ judged, title }) => (
            <li key={judged.peering.id}>
              <button
                type="button"
                className="peering-row"
                onClick={() => select(view, [{ kind: "peering", id: judged.peering.id }])}
              >
                <span className="element-name">{title}</span>
                <span className={`status-word status-${judged.status}`}>{judged.status}</span>
              </button>
            </li>
          ))}
          {rows.length === 0 ? <li className="element-none">None yet: draw a link between two routers.</li> : null}
          {rows.length > SHOWN ? (
            <li className="element-none">and {rows.length - SHOWN} more, in the outline</li>
          ) : null}
        </ul>
      </section>
    </>
  );
}

/** More rows than this help nobody; the outline holds all of them. */
const SHOWN = 60;
