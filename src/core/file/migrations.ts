/** One step from a version of the design file to the next. */
export interface Migration {
  /** The version that it makes. */
  readonly to: number;
  /** What changed in the format, for whoever reads this in years. */
  readonly why: string;
  /** Works on plain JSON: the types of old versions are gone. */
  readonly up: (saved: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

/** In order, without gaps. Version 1 is the first, so there is nothing to migrate from yet. */
export const MIGRATIONS: readonly Migration[] = [];

/** A saved design brought from its version to the newest, step by step. */
export function migrate(
  saved: Readonly<Record<string, unknown>>,
  version: number,
  migrations = MIGRATIONS,
): Readonly<Record<string, unknown>> {
  return migrations
    .filter(({ to }) => to > version)
    .reduce((older, { to, up }) => ({ ...up(older), version: to }), saved);
}
