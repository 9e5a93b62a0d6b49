import type { Interface } from "../../model/interface.ts";
import { sectionCommand } from "../command.ts";

export const shutdown = sectionCommand<Interface>({
  syntax: "shutdown",
  field: "shutdown",
  withoutIt: "The interface is in service; the running-config does not say so.",
  summary: "Takes the interface out of service.",
  source: "Cisco IOS Interface and Hardware Component Command Reference, shutdown",
});
