import type { Design } from "../model/design.ts";
import type { Router } from "../model/router.ts";
import { formatPrefix } from "../net/ipv4.ts";
import { routerText } from "../text/routerText.ts";
import { FORMAT_VERSION, type SavedDesign, type SavedRouter } from "./format.ts";

/**
 * The design file's text: JSON with sorted keys, a configuration line by line, so that a design in a version control system diffs
 * well. The same design always gives the same text.
 */
export function saveDesign(design: Design): string {
  const saved: SavedDesign = {
    clouds: [...design.clouds.values()].map(({ id, label, attachments }) => ({
      attachments: attachments.map(plain),
      id,
      label,
    })),
    format: "tunnelwright",
    layout: Object.fromEntries(
      [...design.layout]
        .map(([id, { x, y }]) => [id, { x, y }] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    ),
    name: design.name,
    remoteClients: [...design.remoteClients.values()].map(({ id, label, gateway, group }) => ({
      ...(gateway !== undefined && { gateway }),
      ...(group !== undefined && { group }),
      id,
      label,
    })),
    routers: [...design.routers.values()].map(saveRouter),
    subnets: [...design.subnets.values()].map(({ id, label, attachments, prefix }) => ({
      attachments: attachments.map(plain),
      id,
      ...(label !== undefined && { label }),
      prefix: formatPrefix(prefix),
    })),
    suppressions: design.suppressions.map(({ rule, router, line, reason }) => ({
      ...(line !== undefined && { line }),
      reason,
      ...(router !== undefined && { router }),
      rule,
    })),
    version: FORMAT_VERSION,
    wishedFlows: design.wishedFlows.map(({ source, destination, initiates, multicast }) => ({
      destination: formatPrefix(destination),
      ...(initiates && { initiates }),
      ...(multicast && { multicast }),
      source: formatPrefix(source),
    })),
  };
  return `${JSON.stringify(saved, null, 1)}\n`;
}

const savedRouters = new WeakMap<Router, SavedRouter>();

/** Remembered per router: a save after an edit prints only the router that was edited. */
function saveRouter(router: Router): SavedRouter {
  const known = savedRouters.get(router);
  if (known) return known;
  const { id, source, dialect, site, natOnPath, fileStem } = router;
  const saved: SavedRouter = {
    configuration: routerText(router).lines.map((line) => line.text),
    ...(dialect && { dialect }),
    ...(source ? {} : { drawn: true as const }),
    ...(source?.file !== undefined && { file: source.file }),
    ...(fileStem !== undefined && { fileStem }),
    id,
    ...(source?.lineEnd === "\r\n" && { lineEnd: "crlf" as const }),
    ...(natOnPath && { natOnPath }),
    ...(site !== undefined && { site }),
  };
  savedRouters.set(router, saved);
  return saved;
}

function plain(end: { readonly interface: string; readonly router: string }) {
  return { interface: end.interface, router: end.router };
}
