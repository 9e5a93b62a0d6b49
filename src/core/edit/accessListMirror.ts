import type { AccessListEntry, AccessListLine } from "../model/accessList.ts";

/**
 * The entry that the other end needs for the same traffic: source and destination change sides, addresses and ports alike.
 * What narrows an entry beyond a selector has no direction-neutral meaning and stays as it is.
 */
export function mirroredEntry(entry: AccessListEntry): AccessListEntry {
  const { source, destination, sourcePorts, destinationPorts, ...rest } = entry;
  return {
    ...rest,
    source: destination,
    destination: source,
    ...(destinationPorts === undefined ? {} : { sourcePorts: destinationPorts }),
    ...(sourcePorts === undefined ? {} : { destinationPorts: sourcePorts }),
  };
}

/** A line mirrored; a remark is the same on both ends. */
export function mirroredLine(line: AccessListLine): AccessListLine {
  return line.kind === "entry" ? mirroredEntry(line) : line;
}
