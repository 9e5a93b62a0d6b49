import * as v from "valibot";
import { RULE_IDS } from "../model/ruleId.ts";

/** The version that is written. Older ones are migrated when a design is opened, newer ones refused. */
export const FORMAT_VERSION = 1;

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** JSON can write a number that is too large for anything but infinity, and nothing can be drawn there. */
const coordinate = v.pipe(v.number(), v.minValue(-1e7), v.maxValue(1e7));
const prefix = v.pipe(v.string(), v.regex(/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/));

const attachment = v.object({ interface: name, router: name });

/**
 * A router: its identity, its configuration line by line, and what text can't say. A router that was only ever drawn is printed
 * anew from its model; any other keeps the lines as a person wrote them.
 */
export const savedRouter = v.object({
  configuration: v.array(v.string()),
  dialect: v.optional(v.picklist(["classic", "xe17"])),
  drawn: v.optional(v.literal(true)),
  file: v.optional(v.string()),
  fileStem: v.optional(v.string()),
  id: name,
  lineEnd: v.optional(v.literal("crlf")),
  natOnPath: v.optional(v.literal(true)),
  site: v.optional(v.string()),
});

export const savedSubnet = v.object({
  attachments: v.array(attachment),
  id: name,
  label: v.optional(v.string()),
  prefix,
});

export const savedCloud = v.object({ attachments: v.array(attachment), id: name, label: v.string() });

export const savedRemoteClients = v.object({
  gateway: v.optional(name),
  group: v.optional(v.string()),
  id: name,
  label: v.string(),
});

export const savedFlow = v.object({
  destination: prefix,
  initiates: v.optional(v.literal(true)),
  multicast: v.optional(v.literal(true)),
  source: prefix,
});

export const savedSuppression = v.object({
  line: v.optional(v.string()),
  reason: v.string(),
  router: v.optional(name),
  rule: v.picklist(RULE_IDS),
});

export const savedPosition = v.object({ x: coordinate, y: coordinate });

/** The design file, version 1. Its types are its own, so that the model may change without breaking anybody's files. */
export const savedDesign = v.object({
  clouds: v.array(savedCloud),
  format: v.literal("tunnelwright"),
  layout: v.record(v.string(), savedPosition),
  name: v.string(),
  remoteClients: v.array(savedRemoteClients),
  routers: v.array(savedRouter),
  subnets: v.array(savedSubnet),
  suppressions: v.array(savedSuppression),
  version: v.literal(FORMAT_VERSION),
  wishedFlows: v.array(savedFlow),
});

export type SavedDesign = v.InferOutput<typeof savedDesign>;
export type SavedRouter = v.InferOutput<typeof savedRouter>;
