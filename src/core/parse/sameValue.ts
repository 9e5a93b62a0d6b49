/** Whether two values of the model say the same. They hold plain objects, lists, texts and numbers only. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    for (let index = 0; index < one.length; index += 1) if (!sameValue(one[index], other[index])) return false;
    return true;
  }
  const mine = one as Readonly<Record<string, unknown>>;
  const theirs = other as Readonly<Record<string, unknown>>;
  let fields = 0;
  for (const field in mine) {
    if (mine[field] === undefined) continue;
    fields += 1;
    if (!sameValue(mine[field], theirs[field])) return false;
  }
  for (const field in theirs) if (theirs[field] !== undefined) fields -= 1;
  return fields === 0;
}
