import { print } from "../../print/print.ts";
import { interfaceNameOf } from "../interfaceWord.ts";
import type { ShowContext, ShowForm } from "./command.ts";

/** `show running-config`: what the router holds, with its keys, since this is what the command is for. */
export const runningConfig: readonly ShowForm[] = [
  {
    syntax: "show running-config",
    meaning: "Current operating configuration",
    run: ({ router }) => framed(print(router).lines.map(({ text }) => text)),
  },
  {
    syntax: "show running-config interface <interface>",
    meaning: "Show interface configuration",
    run: interfaceSection,
  },
];

function framed(lines: readonly string[]): readonly string[] {
  const bytes = lines.reduce((sum, line) => sum + line.length + 1, 0);
  return ["Building configuration...", "", `Current configuration : ${String(bytes)} bytes`, "!", ...lines];
}

function interfaceSection({ router }: ShowContext, values: Readonly<Record<string, string>>): readonly string[] {
  const name = interfaceNameOf(values["interface"]);
  const lines = print(router).lines.filter(({ place }) => place?.kind === "interface" && place.name === name);
  return lines.length === 0 ? ["% Interface not found"] : framed([...lines.map(({ text }) => text), "end"]);
}
