import { valueCodes } from "../app-kit/app-model.ts";
import type {
  ChangeableCode,
  RecordOf,
  ValueCode,
  WritableRecordOf,
} from "../app-kit/record-type.ts";
import { createRecordParser, parseRecord } from "../app-kit/record-schema.ts";
import type { PartialRecordOf } from "../app-kit/record-schema.ts";
import { toRestRecord } from "../app-kit/to-rest-record.ts";
import type { RestRecord } from "../app-kit/to-rest-record.ts";
import { everyProgramme } from "../programmes/index.ts";
import { apps } from "./index.ts";
import type { AppKey } from "./index.ts";

type Apps = typeof apps;

/** Field codes of an app's record that carry a value. */
export type AppFieldCode<K extends AppKey> = ValueCode<Apps[K]>;
/** Fields of these apps for which kintone fires change events. */
export type ChangeableFieldCode<K extends AppKey> = K extends unknown
  ? ChangeableCode<Apps[K]>
  : never;
/** A parsed record of the app with this key. */
export type AppRecord<K extends AppKey> = RecordOf<Apps[K]>;
/** The same, of which only some fields were read. */
export type AppRecordPart<
  K extends AppKey,
  C extends AppFieldCode<K>,
> = PartialRecordOf<Apps[K], C>;
/** The writable fields; kintone fills all others. */
export type AppRecordInput<K extends AppKey> = WritableRecordOf<Apps[K]>;

const codesWith = <S extends string>(
  suffix: S,
): ReadonlyArray<`${string}${S}`> =>
  everyProgramme.milestones.map(({ id }) => `${id}${suffix}` as const);

/**
 * The deadlines that a nomination of any programme copies. A gateway reads those
 * that its set of apps has.
 */
export const DUE_CODES = codesWith("Due");
/** The days on which a nomination reached its milestones. */
export const DONE_CODES = codesWith("Done");
/** The dates of an edition. */
export const DATE_CODES = codesWith("Date");

/** Every code under which a record of the app carries a value. */
export const appFieldCodes = <K extends AppKey>(
  key: K,
): ReadonlyArray<AppFieldCode<K>> =>
  // `valueCodes` forgets the literal types that `apps` knows.
  valueCodes(apps[key]) as Array<AppFieldCode<K>>;

export const parseAppRecord = <K extends AppKey>(
  key: K,
  raw: unknown,
): AppRecord<K> => parseRecord<Apps[K]>(apps[key], raw);

/** A parser for some fields only, for reading thousands of records. */
export const createAppRecordParser = <
  K extends AppKey,
  C extends AppFieldCode<K>,
>(
  key: K,
  codes: readonly C[],
): ((raw: unknown) => AppRecordPart<K, C>) =>
  createRecordParser<Apps[K], C>(apps[key], codes);

export const toAppRestRecord = <K extends AppKey>(
  key: K,
  values: AppRecordInput<K>,
): RestRecord => toRestRecord<Apps[K]>(apps[key], values);
