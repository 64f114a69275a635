import type { AppSettings, Origins } from "../../../model/model.ts";
import { own } from "../../../ground/own.ts";

const nothing: Origins = { fields: {}, options: {}, states: {} };

export const originsOf = (settings: AppSettings): Origins =>
  settings.origins ?? nothing;

const without = <T>(
  record: Readonly<Record<string, T>>,
  keys: readonly string[],
): Record<string, T> =>
  Object.fromEntries(
    Object.entries(record).filter(([key]) => !keys.includes(key)),
  );

/** Renamed fields keep their data: their live codes move to the new names. */
export const renameOrigins = (
  origins: Origins,
  renames: ReadonlyMap<string, string>,
): Origins => {
  const move = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(record).map(([code, it]) => [
        renames.get(code) ?? code,
        it,
      ]),
    );
  return {
    ...origins,
    fields: move(origins.fields),
    options: move(origins.options),
  };
};

/** A deleted field gives up its data, even when one of the same code is added again. */
export const dropOrigins = (
  origins: Origins,
  codes: readonly string[],
): Origins => ({
  ...origins,
  fields: without(origins.fields, codes),
  options: without(origins.options, codes),
});

/** Options that were renamed: new label by current label. */
export const renameOptions = (
  origins: Origins,
  code: string,
  labels: ReadonlyMap<string, string>,
): Origins => {
  const known = own(origins.options, code) ?? {};
  const renamed = [...labels].flatMap(([current, label]) => {
    const live = own(known, current);
    return live === undefined ? [] : [[label, live] as const];
  });
  return {
    ...origins,
    options: { ...origins.options, [code]: Object.fromEntries(renamed) },
  };
};

/** The same for process states. */
export const renameStates = (
  origins: Origins,
  names: ReadonlyMap<string, string>,
): Origins => ({
  ...origins,
  states: Object.fromEntries(
    [...names].flatMap(([current, name]) => {
      const live = own(origins.states, current);
      return live === undefined ? [] : [[name, live] as const];
    }),
  ),
});
