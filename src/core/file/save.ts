import type { Design } from "../model/design.ts";
import type { AccessList } from "../model/accessList.ts";
import { EMPTY_ELEMENTS, type Router } from "../model/router.ts";
import { formatPrefix } from "../net/ipv4.ts";
import { isNumberedByDefault } from "../ios/accessList/lines.ts";
import { print } from "../print/print.ts";
import type { PrintedLine } from "../print/printedConfiguration.ts";
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
    configuration: (source ? routerText(router).lines : drawnLines(router)).map((line) => line.text),
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

/**
 * A drawn router as it is printed. Classic IOS prints no sequence numbers; where they are other than it would give by itself, a
 * list is saved as IOS-XE prints it, which both read alike.
 */
function drawnLines(router: Router): readonly PrintedLine[] {
  const { lines } = print(router);
  const lists = [...router.elements.accessList.values()].filter((list) => !isNumberedByDefault(list));
  if (lists.length === 0) return lines;
  const numbered = new Map(lists.map((list) => [list.name, numberedLines(router, list)]));
  const seen = new Set<string>();
  return lines.flatMap((line) => {
    const name = line.place?.kind === "accessList" ? line.place.name : undefined;
    const instead = name === undefined ? undefined : numbered.get(name);
    if (name === undefined || instead === undefined) return [line];
    if (seen.has(name)) return [];
    seen.add(name);
    return instead;
  });
}

function numberedLines(router: Router, list: AccessList): readonly PrintedLine[] {
  const elements = { ...EMPTY_ELEMENTS, accessList: new Map([[list.name, list]]) };
  return print({ ...router, elements, dialect: "xe17" }).lines.filter(({ place }) => place !== undefined);
}

function plain(end: { readonly interface: string; readonly router: string }) {
  return { interface: end.interface, router: end.router };
}
