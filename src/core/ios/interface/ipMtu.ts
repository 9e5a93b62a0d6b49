import type { Interface } from "../../model/interface.ts";
import { sectionCommand } from "../command.ts";

export const ipMtu = sectionCommand<Interface, { ipMtu: number }>({
  syntax: "ip mtu <ipMtu:68-9216>",
  field: "ipMtu",
  withoutIt: "1500 bytes on Ethernet.",
  summary: "The largest IP packet that leaves the interface whole, in bytes. IPsec adds up to about 73 bytes to each.",
  source: "Cisco IOS IP Application Services Command Reference, ip mtu",
});
