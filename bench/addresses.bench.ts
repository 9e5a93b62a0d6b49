import { formatIpv4, parseIpv4 } from "../src/core/net/ipv4.ts";
import { benchmark } from "./benchmark.ts";

export const benchmarks = [
  benchmark({
    name: "read and write 100,000 addresses",
    prepare: () => Array.from({ length: 100_000 }, (_, index) => formatIpv4((index * 2_654_435_761) >>> 0)),
    run: (addresses) => addresses.reduce((length, text) => length + formatIpv4(parseIpv4(text) ?? 0).length, 0),
    budgetMs: 100,
  }),
];
