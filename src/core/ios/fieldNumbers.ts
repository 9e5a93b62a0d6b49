/** The fields of the model by number; 0 is none. A line's field is noted by its number, which takes no look at its name. */
const fields: (string | undefined)[] = [undefined];
const numbers = new Map<string | undefined, number>([[undefined, 0]]);

export function numberOfField(field: string | undefined): number {
  const known = numbers.get(field);
  if (known !== undefined) return known;
  numbers.set(field, fields.length);
  return fields.push(field) - 1;
}

export function fieldOfNumber(number: number): string | undefined {
  return fields[number];
}
