import { globalCommand } from "../command.ts";

export const version = globalCommand<"host", { version: string }>({
  syntax: "version <version:word>",
  kind: "host",
  field: "version",
  name: () => "",
  create: () => ({}),
  summary: "The IOS release that wrote the configuration. It tells the dialect: 16 and above is IOS-XE.",
  source: "Published running-configs",
  words: { version: "Release, such as 15.2 or 17.3." },
});
