import type { ReactNode } from "react";
import type { CheckResult, Design } from "../../core/index.ts";
import type { ObjectReference } from "../../store/viewStore.ts";
import { ActionLine } from "../actions/ActionButton.tsx";
import { designActions } from "../actions/designActions.ts";
import { ErrorBoundary } from "../controls/ErrorBoundary.tsx";
import { useDesignState, useEffectiveDesign, useView } from "../stores.tsx";
import { useJudgement } from "../workbench.ts";
import { CloudPanel, RemoteClientsPanel, SubnetPanel } from "./CanvasObjectPanels.tsx";
import { DesignPanel } from "./DesignPanel.tsx";
import { PanelHeading } from "./PanelHeading.tsx";
import { PeeringPanel } from "./PeeringPanel.tsx";
import { RouterPanel } from "./RouterPanel.tsx";
import "./panels.css";

/** What is selected, with everything that can be said and changed of it. */
export function Inspector() {
  const design = useEffectiveDesign();
  const judgement = useJudgement();
  const selection = useView((view) => view.selection);
  const readOnly = useDesignState((state) => state.readOnly);
  const [first] = selection;
  return (
    <aside className="inspector" aria-label="Inspector">
      <ErrorBoundary part="The inspector">
        <fieldset className="inspector-fields" disabled={readOnly}>
          {selection.length > 1 ? (
            <SeveralPanel count={selection.length} />
          ) : first ? (
            panelOf(first, design, judgement)
          ) : null}
          {selection.length === 0 ? <DesignPanel /> : null}
        </fieldset>
      </ErrorBoundary>
    </aside>
  );
}

function panelOf(reference: ObjectReference, design: Design, { peerings }: CheckResult): ReactNode {
  switch (reference.kind) {
    case "router": {
      const router = design.routers.get(reference.id);
      return router ? <RouterPanel key={router.id} router={router} /> : <DesignPanel />;
    }
    case "subnet": {
      const subnet = design.subnets.get(reference.id);
      return subnet ? <SubnetPanel key={subnet.id} subnet={subnet} /> : <DesignPanel />;
    }
    case "cloud": {
      const cloud = design.clouds.get(reference.id);
      return cloud ? <CloudPanel key={cloud.id} cloud={cloud} /> : <DesignPanel />;
    }
    case "remoteClients": {
      const clients = design.remoteClients.get(reference.id);
      return clients ? <RemoteClientsPanel key={clients.id} clients={clients} /> : <DesignPanel />;
    }
    case "peering": {
      const judged = peerings.find(({ peering }) => peering.id === reference.id);
      return judged ? <PeeringPanel key={reference.id} judged={judged} /> : <DesignPanel />;
    }
    case "cable":
      return <PanelHeading kind="Cable" title="Interface to network" />;
    default:
      return reference satisfies never;
  }
}

const SEVERAL_ACTIONS = [
  designActions.linkMany,
  designActions.duplicate,
  designActions.alignMiddle,
  designActions.alignCentre,
  designActions.distributeHorizontally,
  designActions.distributeVertically,
  designActions.delete,
];

function SeveralPanel({ count }: { readonly count: number }) {
  return (
    <>
      <PanelHeading kind="Selection" title={`${String(count)} objects`} />
      <p className="panel-note">
        Move, copy, align or delete them together. Select one alone to change its configuration.
      </p>
      <div className="panel-actions">
        {SEVERAL_ACTIONS.map((action) => (
          <ActionLine key={action.id} action={action} />
        ))}
      </div>
    </>
  );
}
