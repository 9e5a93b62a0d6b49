/** The lines of a text, each cut out when it is asked for. */
export interface TextLines {
  readonly count: number;
  /** A line without its line end; empty behind the last. */
  at(index: number): string;
  lengthAt(index: number): number;
}

/** The lines of a text whose only line ends are "\n", which are stretches of it. A line end that closes the text begins no further line. */
export interface Stretches extends TextLines {
  readonly text: string;
  /** Where each line begins, and behind the last line where another would. */
  readonly starts: Int32Array;
}

export function stretchesOf(text: string): Stretches {
  const starts = lineStarts(text);
  const count = starts.length - 1;
  const lengthAt = (index: number) => (starts[index + 1] ?? 0) - (starts[index] ?? 0) - 1;
  return {
    text,
    starts,
    count,
    at: (index) => (index < count ? text.slice(starts[index], (starts[index + 1] ?? 0) - 1) : ""),
    lengthAt: (index) => (index < count ? lengthAt(index) : 0),
  };
}

function lineStarts(text: string): Int32Array {
  let starts = new Int32Array((text.length >> 5) + 16);
  let count = 0;
  for (let at = 0; at < text.length;) {
    if (count + 2 >= starts.length) {
      const larger = new Int32Array(starts.length * 2);
      larger.set(starts);
      starts = larger;
    }
    starts[count] = at;
    count += 1;
    const end = text.indexOf("\n", at);
    at = end < 0 ? text.length + 1 : end + 1;
    starts[count] = at;
  }
  return starts.slice(0, count + 1);
}

export function isStretches(lines: TextLines): lines is Stretches {
  return "starts" in lines;
}

export function linesOfList(lines: readonly string[]): TextLines {
  return {
    count: lines.length,
    at: (index) => lines[index] ?? "",
    lengthAt: (index) => lines[index]?.length ?? 0,
  };
}

/** All lines of a text. */
export function allLines(lines: TextLines): readonly string[] {
  return Array.from({ length: lines.count }, (_, index) => lines.at(index));
}
