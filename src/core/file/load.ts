import * as v from "valibot";
import type { Design, Subnet, WishedFlow } from "../model/design.ts";
import { asCanvasId } from "../model/design.ts";
import { asRouterId, EMPTY_ELEMENTS, type Router } from "../model/router.ts";
import { parsePrefix, type Ipv4Prefix } from "../net/ipv4.ts";
import { parse } from "../parse/parse.ts";
import {
  FORMAT_VERSION,
  savedCloud,
  savedFlow,
  savedPosition,
  savedRemoteClients,
  savedRouter,
  savedSubnet,
  savedSuppression,
  type SavedRouter,
} from "./format.ts";
import { placeOfJsonFault } from "./jsonFault.ts";
import { migrate } from "./migrations.ts";

/** Something in a design file that could not be used and was set aside; the rest opened. */
export interface LoadProblem {
  /** Where in the file: "routers[3].configuration". */
  readonly path: string;
  readonly message: string;
}

export type LoadResult =
  | { readonly kind: "design"; readonly design: Design; readonly problems: readonly LoadProblem[] }
  | {
      readonly kind: "refused";
      readonly message: string;
      /** Counted from 1, where the file is no JSON at all. */
      readonly line?: number;
      readonly column?: number;
    };

/** Opens a design file: parse, migrate, validate. Never throws; a newer file is refused and nothing in it is touched. */
export function loadDesign(text: string): LoadResult {
  const steps = loadDesignGradually(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, pausing after each router and each other member, for whoever must not be kept waiting. */
export function* loadDesignGradually(text: string): Generator<undefined, LoadResult> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return {
      kind: "refused",
      message: "The file is not JSON, so it is no design of Tunnelwright.",
      ...placeOfJsonFault(text),
    };
  }
  if (!isRecord(json) || json.format !== "tunnelwright")
    return { kind: "refused", message: "The file is not a design of Tunnelwright." };
  const { version } = json;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1)
    return { kind: "refused", message: "The design does not say which version of the format it has." };
  if (version > FORMAT_VERSION) {
    return {
      kind: "refused",
      message: `The design was saved by a newer Tunnelwright (format ${String(version)}; this one reads up to ${String(FORMAT_VERSION)}). It was left untouched.`,
    };
  }
  yield;
  return yield* readDesign(migrate(json, version));
}

function* readDesign(saved: Readonly<Record<string, unknown>>): Generator<undefined, LoadResult> {
  const problems: LoadProblem[] = [];
  const routers: Router[] = [];
  for (const router of unique(yield* readList(saved, "routers", savedRouter, problems), "routers", problems)) {
    routers.push(readRouter(router));
    yield;
  }
  const subnets = unique(yield* readList(saved, "subnets", savedSubnet, problems), "subnets", problems);
  const clouds = unique(yield* readList(saved, "clouds", savedCloud, problems), "clouds", problems);
  const remoteClients = unique(
    yield* readList(saved, "remoteClients", savedRemoteClients, problems),
    "remoteClients",
    problems,
  );
  const wishedFlows = yield* readList(saved, "wishedFlows", savedFlow, problems);
  const suppressions = yield* readList(saved, "suppressions", savedSuppression, problems);
  const design: Design = {
    name: typeof saved.name === "string" ? saved.name : "Untitled design",
    routers: new Map(routers.map((router) => [router.id, router])),
    subnets: new Map(
      subnets.flatMap((one): [Subnet["id"], Subnet][] => {
        const prefix = readPrefix(one.prefix, `subnet ${one.id}`, problems);
        const id = asCanvasId(one.id);
        return prefix
          ? [
              [
                id,
                {
                  id,
                  prefix,
                  ...(one.label !== undefined && { label: one.label }),
                  attachments: one.attachments.map(readAttachment),
                },
              ],
            ]
          : [];
      }),
    ),
    clouds: new Map(
      clouds.map((one) => {
        const id = asCanvasId(one.id);
        return [id, { id, label: one.label, attachments: one.attachments.map(readAttachment) }] as const;
      }),
    ),
    remoteClients: new Map(
      remoteClients.map((one) => {
        const id = asCanvasId(one.id);
        return [
          id,
          {
            id,
            label: one.label,
            ...(one.gateway !== undefined && { gateway: asRouterId(one.gateway) }),
            ...(one.group !== undefined && { group: one.group }),
          },
        ] as const;
      }),
    ),
    wishedFlows: wishedFlows.flatMap((flow): WishedFlow[] => {
      const source = readPrefix(flow.source, "wished flow", problems);
      const destination = readPrefix(flow.destination, "wished flow", problems);
      if (!source || !destination) return [];
      return [
        { source, destination, ...(flow.initiates && { initiates: true }), ...(flow.multicast && { multicast: true }) },
      ];
    }),
    suppressions: suppressions.map(({ rule, router, line, reason }) => ({
      rule,
      reason,
      ...(router !== undefined && { router: asRouterId(router) }),
      ...(line !== undefined && { line }),
    })),
    layout: readLayout(saved.layout, problems),
  };
  return { kind: "design", design, problems };
}

/** The members of one of the file's lists that are what they should be; the others are told of and left out. */
function* readList<S extends v.GenericSchema>(
  saved: Readonly<Record<string, unknown>>,
  field: string,
  schema: S,
  problems: LoadProblem[],
): Generator<undefined, readonly v.InferOutput<S>[]> {
  const members = saved[field];
  if (members === undefined) return [];
  if (!Array.isArray(members)) {
    problems.push({ path: field, message: `"${field}" is not a list and was left out.` });
    return [];
  }
  const good: v.InferOutput<S>[] = [];
  for (const [index, member] of members.entries()) {
    const read = v.safeParse(schema, member);
    if (read.success) good.push(read.output);
    else {
      const path = `${field}[${String(index)}]${pathBelow(read.issues[0])}`;
      problems.push({ path, message: `${path} was left out: ${read.issues[0].message}` });
    }
    yield;
  }
  return good;
}

/** A router as it was saved: a drawn one as a model without a source, any other with every line as it stood. */
function readRouter(saved: SavedRouter): Router {
  const lineEnd = saved.lineEnd === "crlf" ? "\r\n" : "\n";
  const id = asRouterId(saved.id);
  const parsed = parse(saved.configuration.join(lineEnd), {
    asOne: true,
    makeId: () => id,
    ...(saved.dialect && { dialect: saved.dialect }),
    ...(saved.file !== undefined && { file: saved.file }),
  });
  const read = parsed.kind === "configurations" ? parsed.routers[0] : undefined;
  const facts = {
    id,
    ...(saved.fileStem !== undefined && { fileStem: saved.fileStem }),
    ...(saved.dialect && { dialect: saved.dialect }),
    ...(saved.site !== undefined && { site: saved.site }),
    ...(saved.natOnPath && { natOnPath: saved.natOnPath }),
  };
  if (saved.drawn) return { ...facts, elements: read?.elements ?? EMPTY_ELEMENTS };
  if (read?.source) return { ...facts, elements: read.elements, source: { ...read.source, lineEnd } };
  // A text of comments alone is no configuration, but it is somebody's text.
  const lines = saved.configuration.map((text) => ({ text, state: "outside" as const }));
  const file = saved.file === undefined ? {} : { file: saved.file };
  return {
    ...facts,
    elements: EMPTY_ELEMENTS,
    source: { lines, elements: EMPTY_ELEMENTS, diagnostics: [], ...file, lineEnd },
  };
}

function readAttachment(saved: { readonly interface: string; readonly router: string }) {
  return { router: asRouterId(saved.router), interface: saved.interface };
}

function readPrefix(text: string, where: string, problems: LoadProblem[]): Ipv4Prefix | undefined {
  const prefix = parsePrefix(text);
  if (!prefix) problems.push({ path: where, message: `The ${where} was left out: ${text} is not a prefix.` });
  return prefix;
}

function readLayout(saved: unknown, problems: LoadProblem[]): Design["layout"] {
  if (!isRecord(saved)) return new Map();
  const entries = Object.entries(saved).flatMap(([id, position]) => {
    const read = v.safeParse(savedPosition, position);
    if (!read.success)
      problems.push({ path: `layout.${id}`, message: `The place of ${id} on the canvas was left out.` });
    return read.success ? [[id, read.output] as const] : [];
  });
  return new Map(entries);
}

/** The members with ids of their own; a second one of an id is set aside, since nothing could refer to it. */
function unique<T extends { readonly id: string }>(
  members: readonly T[],
  field: string,
  problems: LoadProblem[],
): readonly T[] {
  const seen = new Set<string>();
  return members.filter(({ id }) => {
    if (seen.has(id))
      problems.push({ path: field, message: `A second one of ${field} has the id ${id} and was left out.` });
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

function pathBelow(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? [])
    .map(({ key }) => (typeof key === "number" ? `[${String(key)}]` : `.${String(key)}`))
    .join("");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
