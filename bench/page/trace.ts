import type { Browser, Page } from "@playwright/test";

/** What the main thread of a page did, in processor time: what else runs on the machine is not in it. Milliseconds. */
export interface MainThreadWork {
  readonly total: number;
  readonly longestTask: number;
  /** By the clock: also what others kept it from. */
  readonly longestTaskByClock: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread, in microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const CATEGORIES = ["-*", "toplevel", "blink.user_timing", "disabled-by-default-devtools.timeline"];

/** Traces a page while something is done with it: from the watcher's begin to its end, or all of it where there are none. */
export async function traced(browser: Browser, page: Page, act: () => Promise<void>): Promise<MainThreadWork> {
  await browser.startTracing(page, { categories: CATEGORIES });
  let trace: Buffer;
  try {
    await act();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  return workIn(traceEvents);
}

function workIn(events: readonly TraceEvent[]): MainThreadWork {
  const mainThreads = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const from = events.find(({ name }) => name === "bench begins")?.ts ?? -Infinity;
  const to = events.find(({ name }) => name === "bench ends")?.ts ?? Infinity;
  const tasks = events.filter(
    ({ name, ph, pid, tid, ts }) =>
      name === "RunTask" && ph === "X" && mainThreads.has(`${pid} ${tid}`) && ts >= from && ts < to,
  );
  const longest = (times: readonly number[]) => times.reduce((one, other) => Math.max(one, other), 0) / 1000;
  return {
    total: tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000,
    longestTask: longest(tasks.map(({ tdur = 0 }) => tdur)),
    longestTaskByClock: longest(tasks.map(({ dur = 0 }) => dur)),
  };
}
