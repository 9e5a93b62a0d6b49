import type { CryptoMapEntryBody } from "../../model/cryptoMap.ts";
import { sectionCommand } from "../command.ts";
import { NEGOTIATED } from "../entryKind.ts";

const source = "Cisco IOS Security Command Reference, set reverse-route";

export const setReverseRouteDistance = sectionCommand<CryptoMapEntryBody>({
  syntax: "set reverse-route distance <reverseRouteDistance:1-255>",
  field: "reverseRouteDistance",
  entries: NEGOTIATED,
  summary: "The administrative distance of routes that the entry adds.",
  source,
});

export const setReverseRouteTag = sectionCommand<CryptoMapEntryBody>({
  syntax: "set reverse-route tag <reverseRouteTag:1-4294967295>",
  field: "reverseRouteTag",
  entries: NEGOTIATED,
  summary: "The tag of routes that the entry adds, for use in route maps.",
  source,
});

export const setReverseRouteGateway = sectionCommand<CryptoMapEntryBody>({
  syntax: "set reverse-route gateway <reverseRouteGateway:address>",
  field: "reverseRouteGateway",
  entries: NEGOTIATED,
  summary: "The next hop of routes that the entry adds.",
  source,
});
