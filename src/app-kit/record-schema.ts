import * as v from "valibot";
import { AppError } from "../errors/app-error.ts";
import type { AppModel } from "./app-model.ts";
import { cellSchemas, textCell } from "./cell-schemas.ts";
import type { RecordOf, ValueCode } from "./record-type.ts";

const isStatusCell = (cell: unknown): boolean =>
  typeof cell === "object" &&
  cell !== null &&
  "type" in cell &&
  cell.type === "STATUS";

/** REST's own names for what every record has, as our records call them. */
const toNamedCells = (raw: object): Record<string, unknown> => ({
  ...raw,
  id: "$id" in raw ? raw.$id : undefined,
  revision: "$revision" in raw ? raw.$revision : undefined,
  // REST returns the status under the field's own name in the app.
  status: Object.values(raw).find(isStatusCell),
});

type SystemValue = "id" | "revision" | "status";

/** The part of a record that was asked for, besides id, revision and status. */
export type PartialRecordOf<A extends AppModel, C extends ValueCode<A>> = Pick<
  RecordOf<A>,
  Extract<C | SystemValue, keyof RecordOf<A>>
>;

/**
 * Reads a record of REST or of an event. Fields that are missing, because they
 * were not asked for or the user may not see them, become blank.
 *
 * @param codes - read these fields only; the others are absent from the result
 * @see https://cybozu.dev/ja/kintone/docs/overview/field-types/
 */
const recordSchema = <
  A extends AppModel,
  C extends ValueCode<A> = ValueCode<A>,
>(
  app: A,
  codes?: readonly C[],
): v.GenericSchema<unknown, PartialRecordOf<A, C>> => {
  const shape: v.ObjectEntries = {
    ...cellSchemas(app.fields, codes),
    id: textCell,
    revision: textCell,
    ...(app.states && { status: textCell }),
  };
  // The shape is put together at run time, where the compiler cannot follow.
  return v.pipe(
    v.custom<object>((raw) => typeof raw === "object" && raw !== null),
    v.transform(toNamedCells),
    v.object(shape),
  ) as unknown as v.GenericSchema<unknown, PartialRecordOf<A, C>>;
};

const unexpectedRecord = (
  app: AppModel,
  issues: ReadonlyArray<v.BaseIssue<unknown>>,
): AppError => {
  const fields = new Set(issues.map(({ path }) => String(path?.[0].key ?? "")));
  return new AppError(
    "app/unexpected-record",
    { app: app.key, fields: [...fields].join(", ") },
    // The issues themselves carry the record's values, and a cause is logged.
    { cause: issues.map((one) => `${v.getDotPath(one)}: ${one.expected}`) },
  );
};

/**
 * A parser for many records: building the schema costs more than using it.
 *
 * The parser throws AppError `app/unexpected-record` naming the fields that
 * hold something their declaration does not allow.
 */
export const createRecordParser = <
  A extends AppModel,
  C extends ValueCode<A> = ValueCode<A>,
>(
  app: A,
  codes?: readonly C[],
): ((raw: unknown) => PartialRecordOf<A, C>) => {
  const schema = recordSchema(app, codes);
  return (raw) => {
    const result = v.safeParse(schema, raw);
    if (result.success) return result.output;
    throw unexpectedRecord(app, result.issues);
  };
};

const parsers = new WeakMap<AppModel, (raw: unknown) => unknown>();

/** Reads one whole record; see `createRecordParser`. */
export const parseRecord = <A extends AppModel>(
  app: A,
  raw: unknown,
): RecordOf<A> => {
  const parse = parsers.get(app) ?? createRecordParser(app);
  parsers.set(app, parse);
  // The map forgets which app belongs to which parser; the key says it.
  return parse(raw) as RecordOf<A>;
};
