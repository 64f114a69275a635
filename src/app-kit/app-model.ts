import type { Fields } from "./field.ts";
import { hasValue } from "./field.ts";

/**
 * What code that reads and writes records has to know of an app: enough for
 * types, field codes and parsing, and small enough to ship in the page. How the
 * app looks and who may use it stands in its `AppDeclaration`.
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

export type FieldCode<A extends AppModel> = Extract<keyof A["fields"], string>;

export type FieldCodes<A extends AppModel> = {
  readonly [K in FieldCode<A>]: K;
};

/** `fieldCodes(nominations).registerDue` is `"registerDue"`, and a typo does not compile. */
export const fieldCodes = <A extends AppModel>(app: A): FieldCodes<A> =>
  // The keys are those of `fields`; only their literal types are lost on the way.
  Object.fromEntries(
    Object.keys(app.fields).map((code) => [code, code]),
  ) as FieldCodes<A>;

/** Codes under which a record carries a value. */
export const valueCodes = (app: AppModel): string[] =>
  Object.entries(app.fields)
    .filter(([, field]) => hasValue(field))
    .map(([code]) => code);
