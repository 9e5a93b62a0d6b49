/** The wanted name if nothing has it, else the wanted name with -2, -3 … behind it. */
export function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const name = `${wanted}-${number}`;
    if (!isTaken(name)) return name;
  }
}

/** The first of R1, R2, R3 … that nothing has. */
export function freeNumberedName(stem: string, isTaken: (name: string) => boolean, first = 1): string {
  for (let number = first; ; number += 1) {
    const name = `${stem}${number}`;
    if (!isTaken(name)) return name;
  }
}
