import type { Interface } from "../../model/interface.ts";
import { sectionCommand } from "../command.ts";

export const ipNat = sectionCommand<Interface, { nat: "inside" | "outside" }>({
  syntax: "ip nat <nat:inside|outside>",
  field: "nat",
  summary:
    "Makes the interface a side of address translation. Outbound packets are translated before a crypto map sees them.",
  source: "Cisco IOS IP Addressing Services Command Reference, ip nat",
  words: { inside: "Connected to the networks that are translated.", outside: "Connected to the world." },
});
