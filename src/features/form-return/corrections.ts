import { isEmpty, isValueKey, keyInfo, valueFromText } from "excel-form";
import type { ReadFinding, Reading, ReportData, Value } from "excel-form";
import { CATALOGUE } from "../../domain/value-catalogue.ts";

/** A person's answer to a finding: the right value, or that the value read is right. */
export type Correction =
  | { readonly kind: "value"; readonly text: string }
  | { readonly kind: "confirmed" };

/** Answers by the name of what they are about. */
export type Corrections = ReadonlyMap<string, Correction>;

/** A value of a row; a finding without a value has its own key. */
export const subjectOf = ({ sheet, cell, kind, key, row }: ReadFinding) =>
  key === undefined ? `${sheet}!${cell} ${kind}` : `${row ?? "-"}/${key}`;

/** The same for a value that was read. */
export const subjectOfValue = (row: number | null, key: string): string =>
  `${row ?? "-"}/${key}`;

/** A finding about a value can be answered by typing the value. */
export const isCorrectable = ({ key }: ReadFinding): boolean =>
  key !== undefined && isValueKey(CATALOGUE, key);

const toValue = (key: string, text: string): Value =>
  valueFromText(CATALOGUE, key, text.trim());

const setValue = (
  { scalars, rows }: ReportData,
  subject: string,
  text: string,
): ReportData => {
  const [row = "", key = ""] = subject.split("/");
  const change = (values: ReportData["scalars"]): ReportData["scalars"] => {
    const { [key]: _, ...others } = values;
    const value = toValue(key, text);
    return isEmpty(value) ? others : { ...others, [key]: value };
  };
  return row === "-"
    ? { scalars: change(scalars), rows }
    : {
        scalars,
        rows: rows.map((one, index) =>
          index === Number(row) ? change(one) : one,
        ),
      };
};

const isRightType = (key: string, text: string): boolean => {
  const value = toValue(key, text);
  const { type } = keyInfo(CATALOGUE, key);
  if (isEmpty(value)) return true;
  if (type === "number") return typeof value === "number";
  return type !== "date" || /^\d{4}-\d{2}-\d{2}$/.test(String(value));
};

/** The typed text is no value of this kind. */
export const isWrong = ({ key = "" }: ReadFinding, text: string): boolean =>
  !isRightType(key, text);

/** The data with every value that was typed in place of a doubtful one. */
export const applyCorrections = (
  { data }: Reading,
  corrections: Corrections,
): ReportData => {
  let corrected = data;
  for (const [subject, correction] of corrections) {
    if (correction.kind === "value")
      corrected = setValue(corrected, subject, correction.text);
  }
  return corrected;
};

/** Doubts that nobody has answered yet. */
export const openDoubts = (
  { findings }: Reading,
  corrections: Corrections,
): readonly ReadFinding[] =>
  findings.filter(
    (finding) =>
      finding.level === "doubt" && !corrections.has(subjectOf(finding)),
  );
