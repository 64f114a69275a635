import {
  isCorporateNumber,
  toCorporateNumber,
} from "../domain/corporate-number.ts";
import { looseNameKey } from "../domain/loose-name.ts";
import {
  isEmpty,
  isRowKey,
  isValueKey,
  keyInfo,
  loosely,
  meaningOf,
  polarityOf,
  toNumber,
} from "excel-form";
import type { ReportData, Value, Values } from "excel-form";
import type { ValueKey } from "../domain/value-catalogue.ts";
import { CATALOGUE } from "../domain/value-catalogue.ts";

/** A value that the filled form has otherwise than the records. */
export type DataDifference = {
  readonly key: ValueKey;
  /** Position among the rows of the form; absent for values of the whole report. */
  readonly formRow?: number;
  /** Position among the records; absent when no record is about this firm. */
  readonly recordRow?: number;
  readonly inRecords: Value;
  readonly inForm: Value;
};

const asText = (value: Value): string =>
  Array.isArray(value) ? value.join("、") : String(value ?? "");

const sameChoice = (key: ValueKey, a: string, b: string): boolean => {
  const [first, second] = [
    meaningOf(CATALOGUE, key, a),
    meaningOf(CATALOGUE, key, b),
  ];
  if (first >= 0 && second >= 0) return first === second;
  const polarity = polarityOf(CATALOGUE, key, a);
  return polarity === undefined
    ? loosely(a) === loosely(b)
    : polarity === polarityOf(CATALOGUE, key, b);
};

/** 「★」 is 一つ星, `098(859)6150` is `098-859-6150`; a registered name is the same only to the letter. */
export const isSameValue = (key: ValueKey, a: Value, b: Value): boolean => {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) === isEmpty(b);
  const [first, second] = [asText(a), asText(b)];
  if (first === second) return true;
  switch (keyInfo(CATALOGUE, key).type) {
    case "number":
      return toNumber(a) !== null && toNumber(a) === toNumber(b);
    case "digits": {
      const [x, y] = [first, second].map((t) => loosely(t).replace(/\D/g, ""));
      return x !== "" && x === y;
    }
    case "choice":
      return sameChoice(key, first, second);
    default:
      return false;
  }
};

/** Sole proprietors have 「個人」 for a number, which identifies no firm. */
const numberOf = (row: Values): string => {
  const text = asText(row["business.corporateNumber"] ?? null);
  return isCorporateNumber(text) ? toCorporateNumber(text) : "";
};

const nameOf = (row: Values, key: ValueKey): string =>
  looseNameKey(asText(row[key] ?? null));

const contradict = (a: string, b: string): boolean =>
  a !== "" && b !== "" && a !== b;

/** There is more than one 喫茶みどり: another society's, or one with another number, is another firm. */
const isSameByName = (a: Values, b: Values): boolean => {
  const name = nameOf(a, "business.registeredName");
  return (
    name !== "" &&
    name === nameOf(b, "business.registeredName") &&
    !contradict(numberOf(a), numberOf(b)) &&
    !contradict(nameOf(a, "society.name"), nameOf(b, "society.name"))
  );
};

/** Position of the record about the firm of this row; -1 when there is none, or more than one that could be. */
const findRecord = (records: readonly Values[], row: Values): number => {
  const number = numberOf(row);
  const known =
    number === ""
      ? -1
      : records.findIndex((record) => numberOf(record) === number);
  if (known >= 0) return known;
  const alike = records.flatMap((record, index) =>
    isSameByName(record, row) ? [index] : [],
  );
  return alike.length === 1 ? (alike[0] ?? -1) : -1;
};

const differing = (
  records: Values,
  form: Values,
  rows: Pick<DataDifference, "formRow" | "recordRow">,
): DataDifference[] =>
  Object.entries(form).flatMap(([key, inForm]) => {
    if (!isValueKey(CATALOGUE, key) || key === "row.no") return [];
    const inRecords = records[key] ?? null;
    return isSameValue(key, inRecords, inForm)
      ? []
      : [{ key, ...rows, inRecords, inForm }];
  });

const pick = (values: Values, isWanted: (key: ValueKey) => boolean): Values =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([key]) => isValueKey(CATALOGUE, key) && isWanted(key),
    ),
  );

/** The rows of the form; a form about one firm has its values in single cells. */
const rowsOf = ({ scalars, rows }: ReportData): readonly Values[] => {
  const single = pick(scalars, (one) => isRowKey(CATALOGUE, one));
  return Object.keys(single).length > 0 ? [...rows, single] : rows;
};

/**
 * The differences between a filled form and the records, value by value. Empty
 * cells say nothing; a firm is known by its corporate number or its name.
 */
export const compareData = (
  records: ReportData,
  form: ReportData,
): readonly DataDifference[] => [
  ...differing(
    records.scalars,
    pick(form.scalars, (key) => !isRowKey(CATALOGUE, key)),
    {},
  ),
  ...rowsOf(form).flatMap((row, formRow) => {
    const recordRow = findRecord(records.rows, row);
    return recordRow < 0
      ? differing({}, row, { formRow })
      : differing(records.rows[recordRow] ?? {}, row, { formRow, recordRow });
  }),
];
