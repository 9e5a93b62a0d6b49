import type { PageResult } from "../page.bench.ts";
import type { Deed } from "./designer.ts";
import type { GestureResult } from "./gestures.ts";
import type { KeyEffect } from "./watcher.ts";

/** The results as tables for the terminal, with the goals and whether they are met at the end. */
export function pageTables(results: readonly PageResult[]): string {
  const costs: Table = {
    title: "Designer, and React Flow alone beside it",
    columns: results.map(({ routers }) => `${routers} routers`),
    rows: [
      row("canvas answers after, ms", results, ({ designer }) => designer.interactiveAfter),
      row("  React Flow alone", results, ({ plain }) => plain.interactiveAfter),
      row("editor is there after, ms", results, ({ designer }) => designer.editorAfter),
      row("elements in the canvas, at most", results, ({ designer }) => designer.elements),
      row("  React Flow alone", results, ({ plain }) => plain.elements),
      ...GESTURES.flatMap(({ name, of }) => [
        row(`${name}: work per frame, ms`, results, (one) => of(one.designer).workPerFrame, 2),
        row("  React Flow alone", results, (one) => of(one.plain).workPerFrame, 2),
        row("  frames per second", results, (one) => of(one.designer).framesPerSecond),
        row("  React Flow alone", results, (one) => of(one.plain).framesPerSecond),
        row("  objects rendered again / new", results, ({ designer }) => {
          const { rendered, mounted } = of(designer);
          return `${rendered.length} / ${mounted}`;
        }),
      ]),
      row("key to repainted lines, frames", results, ({ designer }) => slowest(designer.keys, "lines")),
      row("key to squiggles, frames", results, ({ designer }) => slowest(designer.keys, "squiggles")),
      ...DEEDS.map(({ deed, name }) =>
        row(`longest task, ${name}, ms`, results, ({ designer }) => designer.deeds[deed].longestTask),
      ),
      ...DEEDS.map(({ deed, name }) =>
        row(`all work, ${name}, ms`, results, ({ designer }) => designer.deeds[deed].total),
      ),
    ],
  };
  const goals = goalsOf(results);
  return `${tableText(costs)}\n\n${goals.map((goal) => `${goal.met ? "met    " : "not met"}  ${goal.text}`).join("\n")}`;
}

interface Gestures {
  readonly far: { readonly pan: GestureResult; readonly zoom: GestureResult };
  readonly near: { readonly pan: GestureResult; readonly zoom: GestureResult; readonly drag: GestureResult };
}

const GESTURES: readonly { readonly name: string; readonly of: (page: Gestures) => GestureResult }[] = [
  { name: "pan, seen whole", of: ({ far }) => far.pan },
  { name: "zoom, seen whole", of: ({ far }) => far.zoom },
  { name: "pan at 100%", of: ({ near }) => near.pan },
  { name: "zoom at 100%", of: ({ near }) => near.zoom },
  { name: "drag at 100%", of: ({ near }) => near.drag },
];

const DEEDS: readonly { readonly deed: Deed; readonly name: string }[] = [
  { deed: "open", name: "opening the file" },
  { deed: "reload", name: "loading the page" },
  { deed: "drag", name: "one drag" },
  { deed: "field", name: "one field" },
  { deed: "typing", name: "eight keys" },
];

interface Goal {
  readonly text: string;
  readonly met: boolean;
}

/** The goals that can be told from the sizes that were measured. */
function goalsOf(results: readonly PageResult[]): readonly Goal[] {
  const at = (routers: number) => results.find((one) => one.routers === routers);
  const base = at(100);
  const growth = [
    [2000, 2],
    [5000, 3],
  ].flatMap(([routers = 0, most = 0]): Goal[] => {
    const large = at(routers);
    if (!base || !large) return [];
    return GESTURES.map(({ name, of }) => {
      const times = of(large.designer).workPerFrame / of(base.designer).workPerFrame;
      return {
        text: `${name}: work per frame at ${routers} is ${times.toFixed(2)} times that at 100 (at most ${most})`,
        met: times <= most,
      };
    });
  });
  const whole = at(2000);
  const faster = (whole ? GESTURES.slice(0, 2) : []).map(({ name, of }): Goal => {
    const [own = 0, plain = 1] = whole ? [of(whole.designer).framesPerSecond, of(whole.plain).framesPerSecond] : [];
    return {
      text: `${name}: ${own.toFixed(0)} frames per second at 2000, React Flow alone ${plain.toFixed(1)}: ${(own / plain).toFixed(1)} times as many (at least 5)`,
      met: own >= 5 * plain,
    };
  });
  const most = Math.max(...results.map(({ designer }) => designer.elements));
  const pans = results.map(({ designer }) => designer.far.pan.rendered.length + designer.near.pan.rendered.length);
  const others = results.map(
    ({ designer }) => designer.near.drag.rendered.filter((id) => id !== designer.dragged).length,
  );
  const keys = at(200)?.designer.keys;
  const slowestKey = keys && slowest(keys, "lines");
  const large = at(5000);
  return [
    ...growth,
    ...faster,
    { text: `never more than ${most} elements in the canvas (at most 1500)`, met: most <= 1500 },
    { text: `a pan rendered ${sum(pans)} objects again (none)`, met: sum(pans) === 0 },
    { text: `a drag rendered ${sum(others)} objects besides its own (none)`, met: sum(others) === 0 },
    ...(slowestKey === undefined
      ? []
      : [{ text: `a key's lines are repainted within ${slowestKey} frames at 200 (at most 2)`, met: slowestKey <= 2 }]),
    ...(large
      ? DEEDS.map(({ deed, name }): Goal => {
          const { longestTask } = large.designer.deeds[deed];
          return {
            text: `longest task at 5000, ${name}: ${longestTask.toFixed(0)} ms (at most 200)`,
            met: longestTask <= 200,
          };
        })
      : []),
  ];
}

function slowest(keys: readonly KeyEffect[], part: keyof KeyEffect): number {
  return Math.max(0, ...keys.map((key) => key[part] ?? 0));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0);
}

interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly title: string; readonly cells: readonly string[] }[];
}

function row(
  title: string,
  results: readonly PageResult[],
  of: (result: PageResult) => number | string,
  digits = 0,
): Table["rows"][number] {
  const cell = (value: number | string) => (typeof value === "number" ? value.toFixed(digits) : value);
  return { title, cells: results.map((result) => cell(of(result))) };
}

function tableText({ title, columns, rows }: Table): string {
  const first = Math.max(title.length, ...rows.map((one) => one.title.length));
  const line = (head: string, cells: readonly string[]) =>
    `${head.padEnd(first)}${cells.map((cell) => cell.padStart(14)).join("")}`;
  return [line(title, columns), ...rows.map((one) => line(one.title, one.cells))].join("\n");
}
