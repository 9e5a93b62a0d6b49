import { useEffect } from "react";
import { ExternalLink } from "lucide-react";
import { ActionButton } from "../actions/ActionButton.tsx";
import { viewActions } from "../actions/viewActions.ts";
import { useEffectiveDesign } from "../stores.tsx";
import { useJudgement, useWorkbench } from "../workbench.ts";
import { StatusCounts } from "./StatusCounts.tsx";

/** What stands below an embedded drawing: what it is, how its tunnels stand, and the way to the designer. */
export function EmbedFoot() {
  const { canvas } = useWorkbench();
  const { name } = useEffectiveDesign();
  const { peerings } = useJudgement();
  useEffect(() => {
    // The frame around the page may change its size at any time.
    const onResize = () => canvas.current?.fit();
    window.addEventListener("resize", onResize);
    return () => window.removeEventListener("resize", onResize);
  }, [canvas]);
  return (
    <footer className="stage-foot">
      <h1 className="stage-name">{name}</h1>
      <StatusCounts peerings={peerings} size={12} />
      <span className="stage-space" />
      <ActionButton action={viewActions.fit} />
      <a className="button" href={designerAddress()} target="_blank" rel="noreferrer">
        <ExternalLink size={14} aria-hidden />
        Open in Tunnelwright
      </a>
    </footer>
  );
}

/** This address without the words that make it an embedded one. */
function designerAddress(): string {
  const address = new URL(location.href);
  address.search = "";
  const [design = ""] = address.hash.split("&");
  address.hash = design;
  return address.href;
}
