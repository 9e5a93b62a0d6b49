import { Cloud, Globe, Laptop, Network } from "lucide-react";
import { RouterIcon } from "./RouterIcon.tsx";
import { StatusIcon } from "./StatusIcon.tsx";
import type { NodeContent } from "./scene.ts";
import { counted } from "./project.ts";
import { clientsDetail } from "./withConnected.ts";
import "./nodes.css";

/** What a node looks like; the palette shows the same under the cursor. */
export function NodeBody({ content }: { readonly content: NodeContent }) {
  switch (content.kind) {
    case "router":
      return <RouterBody content={content} />;
    case "subnet":
      return (
        <div className="node node-subnet">
          <span className="node-icon">
            <Network size={17} strokeWidth={1.9} aria-hidden />
          </span>
          <div className="node-words">
            <span className="node-title">{content.prefix}</span>
            {content.conflict ? (
              <span className="node-detail node-conflict">
                <StatusIcon status="partial" size={12} />
                conflict
              </span>
            ) : (
              <span className="node-detail">{content.label ?? (content.attached === 0 ? "not attached" : "LAN")}</span>
            )}
          </div>
        </div>
      );
    case "cloud":
      return (
        <div className="node node-cloud">
          <span className="node-icon">
            <Cloud size={20} strokeWidth={1.8} aria-hidden />
          </span>
          <span className="node-title">{content.label}</span>
        </div>
      );
    case "remoteClients":
      return (
        <div className="node node-clients">
          <span className="node-icon">
            <Laptop size={17} strokeWidth={1.9} aria-hidden />
          </span>
          <div className="node-words">
            <span className="node-title">{content.label}</span>
            <span className="node-detail">{clientsDetail(content)}</span>
          </div>
        </div>
      );
    case "outside":
      return (
        <div className="node node-outside">
          <Globe size={14} strokeWidth={1.9} aria-hidden />
          <span>{content.label}</span>
        </div>
      );
    default:
      return content satisfies never;
  }
}

function RouterBody({ content }: { readonly content: NodeContent & { readonly kind: "router" } }) {
  const { title, address, interfaces, status, tunnels, lans, errors, warnings } = content;
  return (
    <div className="node node-router">
      <div className="node-head">
        <span className="node-icon">
          <RouterIcon size={20} />
        </span>
        <div className="node-words">
          <span className="node-title">{title}</span>
          <span className="node-detail node-address">{address ?? "no WAN address"}</span>
        </div>
        {status === null ? null : (
          <span className={`node-status status-${status}`} title={`Worst tunnel: ${status}`}>
            <StatusIcon status={status} />
          </span>
        )}
      </div>
      <span className="node-interfaces">{interfaces}</span>
      <div className="node-foot">
        <span>{tunnels === null ? "checking…" : counted(tunnels, "tunnel")}</span>
        <span aria-hidden>·</span>
        <span>{counted(lans, "LAN")}</span>
        {errors > 0 ? <span className="node-count count-error">{counted(errors, "error")}</span> : null}
        {errors === 0 && warnings > 0 ? (
          <span className="node-count count-warning">{counted(warnings, "warning")}</span>
        ) : null}
      </div>
    </div>
  );
}
