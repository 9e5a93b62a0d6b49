import type { Interface } from "../../model/interface.ts";
import { sectionCommand } from "../command.ts";

const source = "Cisco IOS Security Command Reference, ip access-group";

export const ipAccessGroupIn = sectionCommand<Interface, { accessGroupIn: string }>({
  syntax: "ip access-group <accessGroupIn:name> in",
  field: "accessGroupIn",
  withoutIt: "All packets come in.",
  summary:
    "Filters what comes in. Since 12.3(8)T it sees the encrypted packet alone, so it has to let IKE, ESP and AH in.",
  source,
  words: { accessGroupIn: "The name or number of an access list.", in: "Packets that arrive on the interface." },
});

export const ipAccessGroupOut = sectionCommand<Interface, { accessGroupOut: string }>({
  syntax: "ip access-group <accessGroupOut:name> out",
  field: "accessGroupOut",
  withoutIt: "All packets go out.",
  summary: "Filters what goes out.",
  source,
  words: { accessGroupOut: "The name or number of an access list.", out: "Packets that leave by the interface." },
});
