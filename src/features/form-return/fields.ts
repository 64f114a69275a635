import { isRowKey, isValueKey, keyInfo, loosely, toKatakana } from "excel-form";
import type { Value, Values } from "excel-form";
import type { Programme } from "../../programmes/index.ts";
import type { ValueKey } from "../../domain/value-catalogue.ts";
import { SOLE_MARK, rowValueOf } from "../../domain/row-values.ts";
import { isWritable, resolveField, toText } from "../../domain/value-source.ts";
import type {
  NominationInput,
  WritableField,
} from "../../domain/value-source.ts";
import { isSameValue } from "../../report/compare-data.ts";
import { CATALOGUE } from "../../domain/value-catalogue.ts";

/** One value of the form as it would be written. */
export type ReturnedField = {
  readonly key: ValueKey;
  readonly field: WritableField;
  readonly value: string | number;
};

export type ReadRow = {
  readonly fields: readonly ReturnedField[];
  /** Values that are there and make no sense. */
  readonly unreadable: ReadonlyArray<{
    readonly key: ValueKey;
    readonly text: string;
  }>;
};

/** 「個人」 instead of a number gives the kind of business. */
const withKind = (row: Values, fields: readonly ReturnedField[]) =>
  row["business.corporateNumber"] === SOLE_MARK &&
  !fields.some(({ field }) => field === "businessKind")
    ? [
        ...fields,
        {
          key: "business.kind",
          field: "businessKind",
          value: "個人事業主",
        } as const,
      ]
    : fields;

/** The fields that one row of a filled form gives for a nomination. */
export const readRow = (programme: Programme, row: Values): ReadRow => {
  const fields: ReturnedField[] = [];
  const unreadable: Array<{ key: ValueKey; text: string }> = [];
  for (const [key, value] of Object.entries(row)) {
    if (!isValueKey(CATALOGUE, key) || !isRowKey(CATALOGUE, key)) continue;
    const source = rowValueOf(key);
    if (!source || !isWritable(source)) continue;
    const field = resolveField<WritableField>(source.field, programme);
    if (field === null) continue;
    const written = source.write(value);
    if (written !== null) fields.push({ key, field, value: written });
    else if (isUnreadable(key, value)) {
      unreadable.push({ key, text: toText(value) ?? "" });
    }
  }
  return { fields: withKind(row, fields), unreadable };
};

/** Texts that become nothing are nothing; a date or a choice that cannot be read is something. */
const isUnreadable = (key: ValueKey, value: Value): boolean =>
  toText(value) !== null &&
  ["number", "date", "choice"].includes(keyInfo(CATALOGUE, key).type);

/** The input for the fields that were chosen. */
export const toInput = (fields: readonly ReturnedField[]): NominationInput =>
  // Every `write` gives what its field takes.
  Object.fromEntries(
    fields.map(({ field, value }) => [field, value]),
  ) as NominationInput;

/** A reading is the same in either kana and width. */
const READINGS: ReadonlySet<WritableField> = new Set<WritableField>([
  "nameKana",
  "representativeKana",
]);

const asReading = (text: string): string => toKatakana(loosely(text));

/** Written otherwise and still the same: nothing to change in the record. */
export const isUnchanged = (
  { key, field, value }: ReturnedField,
  current: string | number | null | undefined,
): boolean => {
  const before = current ?? null;
  return (
    isSameValue(key, before, value) ||
    (READINGS.has(field) &&
      asReading(String(before ?? "")) === asReading(String(value)))
  );
};
