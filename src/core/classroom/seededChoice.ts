/** Choices that a number settles: the same number makes the same ones everywhere. */
export interface SeededChoice {
  /** 0 up to but not including 1. */
  next(): number;
  /** The members in an order that the number settles. */
  shuffled<T>(members: readonly T[]): readonly T[];
  /** The members in an order in which heavier ones tend to come first. */
  shuffledByWeight<T>(members: readonly T[], weight: (member: T) => number): readonly T[];
}

/** A generator of its own, since the platform's can't be seeded: mulberry32, whose 32 bits of state are enough to pick a task. */
export function seededChoice(seed: number): SeededChoice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const shuffledByWeight = <T>(members: readonly T[], weight: (member: T) => number): readonly T[] =>
    members
      .map((member) => ({ member, rank: -Math.log(1 - next()) / weight(member) }))
      .sort((one, other) => one.rank - other.rank)
      .map(({ member }) => member);
  return { next, shuffledByWeight, shuffled: (members) => shuffledByWeight(members, () => 1) };
}
