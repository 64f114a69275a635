import type { Fields } from "./field.ts";
import { hasValue } from "./field.ts";

/**
 * The part of an app that code reading and writing records needs: enough for
 * types, field codes and parsing, and small enough to ship in the page. How the
 * app looks and who may use it is in its `AppDeclaration`.
 */
export type AppModel<F extends Fields = Fields, S extends string = string> = {
  readonly key: string;
  readonly fields: F;
  /** The process states; absent when the app has no process. */
  readonly states?: readonly S[];
};

export const defineApp = <
  const F extends Fields,
  const S extends string = never,
>(
  model: AppModel<F, S>,
): AppModel<F, S> => model;

/** Codes under which a record carries a value. */
export const valueCodes = (app: AppModel): string[] =>
  Object.entries(app.fields)
    .filter(([, field]) => hasValue(field))
    .map(([code]) => code);
