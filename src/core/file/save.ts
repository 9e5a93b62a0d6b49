import { memoByIdentity } from "../derive/identityMemo.ts";
import type { Design, Subnet } from "../model/design.ts";
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
  const steps = saveDesignGradually(design);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same, a small step at a time, for whoever must not be kept waiting. What was written is remembered per router and for the layout, so
 * that one who gives up half-way has lost little, and a save after an edit writes what was edited.
 */
export function* saveDesignGradually(design: Design): Generator<undefined, string> {
  const routers: string[] = [];
  for (const router of design.routers.values()) {
    routers.push(routerMember(router));
    yield;
  }
  const subnets: string[] = [];
  for (const subnet of design.subnets.values()) {
    subnets.push(subnetMember(subnet));
    yield;
  }
  const layout = layoutText(design.layout);
  yield;
  // In the order of JSON with sorted keys, as the type has them.
  const fields: Readonly<Record<keyof SavedDesign, string>> = {
    clouds: listText(
      [...design.clouds.values()].map(({ id, label, attachments }) =>
        memberText({ attachments: attachments.map(plain), id, label }),
      ),
    ),
    format: JSON.stringify("tunnelwright"),
    layout,
    name: JSON.stringify(design.name),
    remoteClients: listText(
      [...design.remoteClients.values()].map(({ id, label, gateway, group }) =>
        memberText({ ...(gateway !== undefined && { gateway }), ...(group !== undefined && { group }), id, label }),
      ),
    ),
    routers: listText(routers),
    subnets: listText(subnets),
    suppressions: listText(
      design.suppressions.map(({ rule, router, line, reason }) =>
        memberText({
          ...(line !== undefined && { line }),
          reason,
          ...(router !== undefined && { router }),
          rule,
        }),
      ),
    ),
    version: String(FORMAT_VERSION),
    wishedFlows: listText(
      design.wishedFlows.map(({ source, destination, initiates, multicast }) =>
        memberText({
          destination: formatPrefix(destination),
          ...(initiates && { initiates }),
          ...(multicast && { multicast }),
          source: formatPrefix(source),
        }),
      ),
    ),
  };
  const lines = Object.entries(fields).map(([field, text]) => ` ${JSON.stringify(field)}: ${text}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** A member of one of the design's lists, as JSON with one space per level has it there. */
function memberText(member: SavedMember): string {
  return `  ${JSON.stringify(member, null, 1).replaceAll("\n", "\n  ")}`;
}

type SavedMember = {
  [Field in keyof SavedDesign]: SavedDesign[Field] extends readonly (infer Member)[] | undefined ? Member : never;
}[keyof SavedDesign];

function listText(members: readonly string[]): string {
  return members.length === 0 ? "[]" : `[\n${members.join(",\n")}\n ]`;
}

const layoutText = memoByIdentity((layout: Design["layout"]): string => {
  const places = [...layout]
    .map(([id, { x, y }]) => [id, { x, y }] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(Object.fromEntries(places), null, 1).replaceAll("\n", "\n ");
});

const routerMember = memoByIdentity((router: Router) => memberText(saveRouter(router)));

const subnetMember = memoByIdentity(({ id, label, attachments, prefix }: Subnet) =>
  memberText({
    attachments: attachments.map(plain),
    id,
    ...(label !== undefined && { label }),
    prefix: formatPrefix(prefix),
  }),
);

function saveRouter(router: Router): SavedRouter {
  const { id, source, dialect, site, natOnPath, fileStem } = router;
  return {
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
