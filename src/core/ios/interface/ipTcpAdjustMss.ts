import type { Interface } from "../../model/interface.ts";
import { sectionCommand } from "../command.ts";

export const ipTcpAdjustMss = sectionCommand<Interface, { adjustMss: number }>({
  syntax: "ip tcp adjust-mss <adjustMss:500-1460>",
  field: "adjustMss",
  summary:
    "Lowers the segment size that TCP connections through the interface agree on, so that encrypted packets need no fragments.",
  source: "Cisco IOS IP Application Services Command Reference, ip tcp adjust-mss",
  words: { adjustMss: "Bytes of payload in a segment, 500 to 1460." },
});
