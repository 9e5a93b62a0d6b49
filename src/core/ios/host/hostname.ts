import { globalCommand } from "../command.ts";

export const hostname = globalCommand<"host", { hostname: string }>({
  syntax: "hostname <hostname:hostname>",
  kind: "host",
  field: "hostname",
  withoutIt: "The router is called Router.",
  name: () => "",
  create: () => ({}),
  summary: "Names the router: in its prompt, and as its identity where ISAKMP identifies by host name.",
  source: "Cisco IOS Configuration Fundamentals Command Reference, hostname",
  words: { hostname: "Letters, digits and hyphens; begins with a letter; at most 63." },
});
