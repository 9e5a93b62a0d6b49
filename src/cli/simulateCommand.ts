import {
  negotiateBetween,
  parseIpv4,
  protocolNumber,
  routerNames,
  simulateReport,
  type Design,
  type PlayedPacket,
  type RouterId,
  walkPacket,
  type ReportedLeg,
  type SimulateReport,
} from "../core/index.ts";
import type { Console, ExitStatus } from "./console.ts";
import { readInputs } from "./inputs.ts";

export interface SimulateOptions {
  readonly from: string;
  readonly to: string;
  readonly entry?: { readonly map: string; readonly sequence: number };
  readonly packet?: PlayedPacket;
  readonly format: "text" | "json";
}

/** `tunnelwright simulate`: what happens when one router starts towards another, message by message. */
export function runSimulate(console: Console, paths: readonly string[], options: SimulateOptions): ExitStatus {
  const inputs = readInputs(console, paths);
  if (!inputs) return 2;
  const { design } = inputs;
  const [from, to] = [findRouter(console, design, options.from), findRouter(console, design, options.to)];
  if (!from || !to) return 2;
  const played = negotiateBetween(design, from, to, {
    ...(options.entry && { entry: options.entry }),
    ...(options.packet && { packet: options.packet }),
  });
  if (!played) {
    const entry = options.entry
      ? `entry ${options.entry.map} ${String(options.entry.sequence)}`
      : "no crypto map entry";
    console.error(
      `simulate: ${options.entry ? `${entry} of ${options.from} does not lead` : `${entry} of ${options.from} leads`} to ${options.to}`,
    );
    return 2;
  }
  const walk =
    options.packet && walkPacket(design, { packet: options.packet, enters: { router: from }, associations: "none" });
  const report = simulateReport(design, played.negotiation, to, walk);
  console.out(options.format === "json" ? `${JSON.stringify(report, null, 2)}\n` : plainText(report));
  return 0;
}

function findRouter(console: Console, design: Design, name: string): RouterId | undefined {
  const names = [...routerNames(design.routers)];
  const found =
    names.find(([, one]) => one === name) ?? names.find(([, one]) => one.toLowerCase() === name.toLowerCase());
  if (!found)
    console.error(`simulate: no router is called ${name}; there are ${names.map(([, one]) => one).join(", ")}`);
  return found?.[0];
}

const marks = new Map([
  [true, "ok  "],
  [false, "FAIL"],
  [null, "?   "],
]);

function plainText(report: SimulateReport): string {
  const lines = [
    `${report.initiator} starts towards ${report.responder}`,
    "",
    ...report.steps.flatMap((step) => {
      const way = step.from === step.to ? step.from : `${step.from} → ${step.to}`;
      return [
        `${marks.get(step.ok) ?? ""} ${step.message.padEnd(16)} ${way}`,
        `     ${step.explains}`,
        ...step.compared
          .filter(({ agrees }) => agrees === false)
          .map(({ attribute, offered, held }) => `     ${attribute}: ${offered} against ${held}`),
        ...step.locations.map(
          (place) => `     ${place.file ?? place.router}:${String(place.line)}:${String(place.column)}`,
        ),
      ];
    }),
    "",
    `outcome: ${report.outcome}${report.failedAt === null ? "" : ` at ${report.failedAt}`}${report.rule === null ? "" : ` [${report.rule}]`}`,
    ...(report.reason === null ? [] : [report.reason]),
    ...(report.packetWalk ? ["", "the packet's way", "", ...legLines(report.packetWalk.there)] : []),
    ...(report.packetWalk?.back ? ["", "the answer's way", "", ...legLines(report.packetWalk.back)] : []),
  ];
  return `${lines.join("\n")}\n`;
}

const verdictMarks = { passes: "ok  ", stops: "STOP", unknown: "?   " } as const;

function legLines({ stages, fate }: ReportedLeg): readonly string[] {
  return [
    ...stages.flatMap((stage) => [
      `${verdictMarks[stage.verdict]} ${stage.title.padEnd(28)} ${[stage.router, stage.interface].filter(Boolean).join(" ")}`.trimEnd(),
      `     ${stage.explains}`,
      ...stage.entries.map(
        ({ entry, verdict, line }) => `     ${entry}: ${verdict}${line === null ? "" : `, ${line}`}`,
      ),
      ...(stage.stage === "encapsulation" ? [`     ${stage.packet.headers.join(" | ")}`] : []),
      ...stage.locations.map(
        (place) => `     ${place.file ?? place.router}:${String(place.line)}:${String(place.column)}`,
      ),
    ]),
    "",
    `fate: ${fate}`,
  ];
}

/** Reads SRC,DST[,PROTO[,SPORT,DPORT]]; a text says what is wrong with it. */
export function readPacket(text: string): PlayedPacket | string {
  const [sourceText = "", destinationText = "", protocolText, sourcePort, destinationPort, more] = text
    .split(",")
    .map((word) => word.trim());
  const source = parseIpv4(sourceText);
  const destination = parseIpv4(destinationText);
  if (source === undefined || destination === undefined || more !== undefined)
    return "A packet is SRC,DST[,PROTO[,SPORT,DPORT]].";
  const protocol = protocolText === undefined || protocolText === "ip" ? undefined : protocolNumber(protocolText);
  if (protocolText !== undefined && protocolText !== "ip" && protocol === undefined)
    return `${protocolText} is no IP protocol.`;
  const ports = [sourcePort, destinationPort].map((word) =>
    word === undefined || word === ""
      ? undefined
      : /^\d{1,5}$/.test(word) && Number(word) <= 65535
        ? Number(word)
        : null,
  );
  if (ports.includes(null)) return "A port is a number from 0 to 65535.";
  const [from, to] = ports;
  return {
    source,
    destination,
    ...(protocol !== undefined && { protocol }),
    ...(typeof from === "number" && { sourcePort: from }),
    ...(typeof to === "number" && { destinationPort: to }),
  };
}
