import { describe, expect, test } from "vitest";
import type { Router } from "../model/router.ts";
import { print } from "../print/print.ts";
import { parse } from "./parse.ts";

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, at) => `${line(at)}\n`).join("");
}

function host(at: number): string {
  return `host 10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`;
}

/** Texts of hostile sizes, each as large as asked: 1 is the whole size. */
const texts: Readonly<Record<string, (size: number) => string>> = {
  "one list of 99,000 entries": (size) =>
    `ip access-list extended A\n${lines(99_000 * size, (at) => ` permit ip ${host(at)} any`)}`,
  "one list of 99,000 entries at column 0": (size) =>
    lines(99_000 * size, (at) => `access-list 101 permit ip ${host(at)} any`),
  "one list of 99,000 entries, the last first": (size) =>
    `version 17.3\nip access-list extended A\n${lines(99_000 * size, (at) => ` ${99_000 - at} permit ip ${host(at)} any`)}`,
  "one list opened 50,000 times": (size) => lines(50_000 * size, () => "ip access-list extended A\n permit ip any any"),
  "a banner that nothing closes": (size) => `hostname R\nbanner motd ^C\n${lines(100_000 * size, () => "hello")}`,
  "a million blank lines": (size) => `hostname R\n${"\n".repeat(1_000_000 * size)}`,
  "a million comments": (size) => `hostname R\n${"!\n".repeat(1_000_000 * size)}`,
  "nesting 10,000 deep": (size) =>
    `policy-map P\n${lines(10_000 * Math.sqrt(size), (at) => `${" ".repeat(at + 1)}class x`)}`,
  "a description of a megabyte": (size) => `interface Tunnel0\n description ${"x".repeat(1_000_000 * size)}\n`,
  "a list of names of a megabyte": (size) =>
    `crypto map M 1 ipsec-isakmp\n set transform-set${" x".repeat(500_000 * size)}\n`,
  "an unheard-of command of a megabyte": (size) => `hostname R\ncrypto zork${" y".repeat(500_000 * size)}\n`,
  "10,000 sections of one map entry": (size) =>
    lines(10_000 * size, (at) => `crypto map M 10 ipsec-isakmp\n description ${at}`),
  "10,000 sections of one name outside the model": (size) => lines(10_000 * size, () => "policy-map P\n class C"),
  "20,000 misprints": (size) => `hostname R\n${lines(20_000 * size, (at) => `crypto isakmpp policy ${at}`)}`,
};

function read(text: string): Router {
  const result = parse(text);
  if (result.kind !== "configurations" || result.routers.length !== 1) throw new Error(`Read as ${result.kind}.`);
  return result.routers[0]!;
}

/** What a piece of work costs, in milliseconds of the processor: however busy the machine is. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { system, user } = process.cpuUsage(before);
  return (system + user) / 1000;
}

describe("a text of a hostile size", { timeout: 120_000 }, () => {
  test.each(Object.entries(texts))("%s: every line ends in one state, and what is kept is printed", (_title, text) => {
    const whole = text(1);
    const router = read(whole);
    expect(router.source!.lines.map((line) => line.text).join("\n") === whole.replace(/\n$/, "")).toBe(true);
    const printed = new Set(print(router).lines.map((line) => line.text.trim()));
    const lost = router.source!.lines.filter(
      ({ canonical, state, text: own }) =>
        (state === "kept" || state === "unmodelled") && !printed.has((canonical ?? own).trim()),
    );
    expect(lost.slice(0, 3)).toEqual([]);
  });

  test.each(Object.entries(texts))("%s: four times the text costs no more than linear work would", (_title, text) => {
    const [quarter, whole] = [text(0.25), text(1)];
    const work = (of: string) => () => void print(read(of));
    work(quarter)();
    const [small, large] = [cost(work(quarter)), cost(work(whole))];
    // Work that grew with the square of the size would cost sixteen times as much.
    expect(large).toBeLessThan(small * 10 + 500);
  });
});
