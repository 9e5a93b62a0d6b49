import type { Interface } from "../../model/interface.ts";
import { formatIpv4 } from "../../net/ipv4.ts";
import type { ShowForm } from "./command.ts";

/** `show ip interface brief`, with which every search for a fault begins. */
export const interfaceBrief: readonly ShowForm[] = [
  {
    syntax: "show ip interface brief",
    meaning: "Brief summary of IP status and configuration",
    run: ({ router }) => [
      row("Interface", "IP-Address", "OK?", "Method", "Status", "Protocol"),
      ...[...router.elements.interface.values()].map(interfaceRow),
    ],
  },
];

function interfaceRow(one: Interface): string {
  const { address, name, shutdown } = one;
  const words = address?.kind === "static" ? formatIpv4(address.address) : "unassigned";
  const method =
    address?.kind === "dhcp" ? "DHCP" : address?.kind === "negotiated" ? "IPCP" : address ? "NVRAM" : "unset";
  const [status, protocol] = shutdown ? ["administratively down", "down"] : ["up", "up"];
  return row(name, words, "YES", method, status, protocol);
}

function row(name: string, address: string, ok: string, method: string, status: string, protocol: string): string {
  return [name.padEnd(27), address.padEnd(16), ok.padEnd(4), method.padEnd(7), status.padEnd(22), protocol].join("");
}
