/** A column of numbers with twice the room. */
export function doubled(column: Int32Array): Int32Array {
  const larger = new Int32Array(column.length * 2 + 16);
  larger.set(column);
  return larger;
}
