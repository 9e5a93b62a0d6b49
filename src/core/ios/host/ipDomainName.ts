import { globalCommand } from "../command.ts";

export const ipDomainName = globalCommand<"host", { domainName: string }>({
  syntax: "ip domain name <domainName:word>",
  aliases: ["ip domain-name <domainName:word>"],
  kind: "host",
  field: "domainName",
  name: () => "",
  create: () => ({}),
  summary: "The domain that completes host names without one. With the hostname it makes the router's full name.",
  source: "Cisco IOS IP Addressing Services Command Reference, ip domain name",
});
