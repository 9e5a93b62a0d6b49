import { secretSpans } from "../../core/index.ts";

/** A configuration line with dots for its secrets. */
export function secretMask(line: string): string {
  return secretSpans(line).reduceRight(
    (masked, { start, end }) => `${masked.slice(0, start)}••••${masked.slice(end)}`,
    line,
  );
}
