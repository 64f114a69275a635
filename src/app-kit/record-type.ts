import type { AppModel } from "./app-model.ts";
import type {
  CalculatedField,
  ChoiceField,
  Columns,
  Copied,
  Field,
  RelatedRecordsField,
  TableField,
} from "./field.ts";

/** A user, organisation or group, as a record names it. */
export type EntityValue = { readonly code: string; readonly name: string };

export type FileValue = {
  /** The long key with which the file can be downloaded. */
  readonly fileKey: string;
  readonly name: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
};

type Simplify<T> = { [K in keyof T]: T[K] };

type ScalarOf<F> = F extends { type: "NUMBER" | "CALC" }
  ? number | null
  : F extends { type: "DATE" | "DATETIME" }
    ? string | null
    : F extends ChoiceField<infer O>
      ? O | null
      : F extends { type: "FILE" }
        ? readonly FileValue[]
        : F extends {
              type: "USER_SELECT" | "ORGANIZATION_SELECT" | "GROUP_SELECT";
            }
          ? readonly EntityValue[]
          : string;

/** `id` is null for a row that was never saved. */
type RowOf<C extends Columns> = Simplify<
  { readonly id: string | null } & {
    readonly [K in keyof C]: ScalarOf<C[K]>;
  }
>;

/** A field's value after parsing; `undefined` never occurs. */
type ValueOf<F extends Field> =
  F extends TableField<infer C> ? ReadonlyArray<RowOf<C>> : ScalarOf<F>;

type CodesWith<A extends AppModel, Kind> = {
  [K in keyof A["fields"]]: A["fields"][K] extends Kind ? K : never;
}[keyof A["fields"]];

export type ValueCode<A extends AppModel> = Extract<
  Exclude<keyof A["fields"], CodesWith<A, RelatedRecordsField>>,
  string
>;

/** Fields a person or a lookup changes; kintone fires no change event for calculated ones. */
export type ChangeableCode<A extends AppModel> = Extract<
  Exclude<ValueCode<A>, CodesWith<A, Calculated>>,
  string
>;

type StatusOf<A extends AppModel> = NonNullable<A["states"]>[number];

type WithStatus<A extends AppModel> = [StatusOf<A>] extends [never]
  ? unknown
  : {
      /** The process state; `""` until the record was saved. */
      readonly status: StatusOf<A> | "";
    };

/**
 * A record after `parseRecord`: blank texts are `""`, blank numbers, dates and
 * choices `null`, tables arrays of rows. `id` is `""` until it was saved.
 */
export type RecordOf<A extends AppModel> = Simplify<
  {
    readonly id: string;
    readonly revision: string;
  } & WithStatus<A> & {
      readonly [K in ValueCode<A>]: ValueOf<A["fields"][K]>;
    }
>;

type WriteScalarOf<F> = F extends { type: "FILE" }
  ? ReadonlyArray<{ readonly fileKey: string }>
  : F extends { type: "USER_SELECT" | "ORGANIZATION_SELECT" | "GROUP_SELECT" }
    ? ReadonlyArray<{ readonly code: string }>
    : ScalarOf<F>;

type Calculated = CalculatedField | { readonly expression: string };
type NotWritable = Calculated | RelatedRecordsField | Copied;

type WritableCode<C> = {
  [K in keyof C]: C[K] extends NotWritable ? never : K;
}[keyof C];

/** A row with an `id` changes that row; every row left out is deleted. */
type WriteRowOf<C extends Columns> = Simplify<
  { readonly id?: string | null } & {
    readonly [K in WritableCode<C>]?: WriteScalarOf<C[K]>;
  }
>;

type WriteValueOf<F extends Field> =
  F extends TableField<infer C>
    ? ReadonlyArray<WriteRowOf<C>>
    : WriteScalarOf<F>;

/** The writable part of a record: no calculated, copied or related field. */
export type WritableRecordOf<A extends AppModel> = Simplify<{
  readonly [K in Extract<WritableCode<A["fields"]>, string>]?: WriteValueOf<
    A["fields"][K]
  >;
}>;
