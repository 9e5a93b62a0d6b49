import { designActions } from "../actions/designActions.ts";
import { fileActions } from "../actions/fileActions.ts";
import { openExample } from "../actions/designFiles.ts";
import { Button } from "../controls/Button.tsx";
import { useWorkbench } from "../workbench.ts";

/** What to do with a design that has nothing in it. */
export function EmptyCanvas() {
  const workbench = useWorkbench();
  return (
    <div className="empty-canvas">
      <h2>An empty design</h2>
      <p>Drag a router from the left, or begin with what you have.</p>
      <div className="empty-canvas-ways">
        <Button look="primary" onClick={() => designActions.addRouter.run(workbench)}>
          Add a router
        </Button>
        <Button onClick={() => fileActions.importConfigurations.run(workbench)}>Import configurations…</Button>
        <Button onClick={() => void openExample(workbench)}>Open the example</Button>
      </div>
    </div>
  );
}
