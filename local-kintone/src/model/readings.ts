/**
 * Behaviours of kintone that no source settles, each with its readings. The first is the
 * one in force unless a start option says otherwise. docs/behaviour.md lists the sources.
 */
export const READINGS = {
  /** A condition in settings that mixes `and` with `or`. */
  "mixed-conditions": ["refused", "allowed"],
  /** Which fields a lookup copies into which. */
  "lookup-copy": ["same-type", "kindred-types"],
  /** Tells whether the first status may be a new one. */
  "first-status": ["renamed-only", "free"],
  /** Lookups and related records of an app whose records the asker may not see. */
  "related-apps": ["hidden", "shown"],
  /** Users who are offered the actions of a status without an assignee. */
  "unassigned-actions": ["everybody", "nobody"],
  /** Tells whether a page answers functions that are documented for the other device. */
  "other-device": ["refuses", "answers"],
  /** Search by which a page finds the record that `lookup = true` copies from. */
  "lookup-by-value": ["words", "equal"],
} as const;

type ReadingName = keyof typeof READINGS;
export type Readings = {
  readonly [Name in ReadingName]: (typeof READINGS)[Name][number];
};

const first = Object.entries(READINGS).map(([name, [value]]) => [name, value]);

/** Every behaviour by its first reading. */
// Each entry pairs a name of the table with a value of that name.
export const defaultReadings = Object.fromEntries(first) as Readings;

const isReadingName = (name: string): name is ReadingName =>
  Object.hasOwn(READINGS, name);

/** Reads `name=value` of the command line. @throws Error that names what there is */
export const parseReadings = (given: readonly string[]): Partial<Readings> =>
  Object.fromEntries(
    given.map((text) => {
      const [name = "", value = ""] = text.split("=");
      const known = isReadingName(name) ? READINGS[name] : null;
      if (!known)
        throw new Error(
          `No such reading: ${name} (${Object.keys(READINGS).join(", ")})`,
        );
      if (!known.some((it) => it === value))
        throw new Error(`${name} is one of ${known.join(", ")}, not ${value}`);
      return [name, value];
    }),
  );
