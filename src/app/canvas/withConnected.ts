import { useMemo } from "react";
import { useStore } from "zustand";
import type { Design } from "../../core/index.ts";
import { clientsKey, clientSessions } from "../../store/clientSessions.ts";
import { useWorkbench } from "../workbench.ts";
import type { NodeContent, Scene, SceneNode } from "./scene.ts";

/** The scene with how many of its remote clients are connected. Where nobody is, it is the same scene. */
export function withConnected(scene: Scene, counts: ReadonlyMap<string, number>): Scene {
  if (counts.size === 0) return scene;
  const nodes = scene.nodes.map((node): SceneNode => {
    const connected = counts.get(node.id);
    if (connected === undefined || node.content.kind !== "remoteClients") return node;
    return { ...node, content: { ...node.content, connected } };
  });
  return { ...scene, nodes };
}

/** What stands below the name of remote clients: who is connected, or else their group. */
export function clientsDetail({ connected, group }: NodeContent & { readonly kind: "remoteClients" }): string {
  if (connected !== undefined) return `${String(connected)} connected`;
  return group === null ? "no group yet" : `group ${group}`;
}

/** How many clients are connected, by the object on the canvas that they belong to; only where there are any. */
export function useConnectedCounts(design: Design): ReadonlyMap<string, number> {
  const { library } = useWorkbench();
  const { byClients } = useStore(clientSessions);
  return useMemo(() => {
    const stored = library.saver.id();
    return new Map(
      [...design.remoteClients.keys()].flatMap((id): readonly (readonly [string, number])[] => {
        const count = byClients.get(clientsKey(stored, id))?.length ?? 0;
        return count === 0 ? [] : [[id, count]];
      }),
    );
  }, [design.remoteClients, byClients, library]);
}
