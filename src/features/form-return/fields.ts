import type { AppRecord, AppRecordInput } from "../../apps/records.ts";
import { nominations } from "../../apps/index.ts";
import {
  canonicalChoice,
  isIsoDate,
  isRowKey,
  isValueKey,
  keyInfo,
  loosely,
  toKatakana,
} from "excel-form";
import { isSameValue } from "../../report/compare-data.ts";
import type { Value, ValueKey, Values } from "excel-form";

export type NominationInput = AppRecordInput<"nominations">;
type Nomination = AppRecord<"nominations">;

type Written = string | number;

/** Fields that a form can tell, and that may be written. */
type Field = {
  [
    K in keyof NominationInput & keyof Nomination
  ]: Nomination[K] extends Written | null ? K : never;
}[keyof NominationInput & keyof Nomination];

/**
 * The field of a value, and what its text becomes; null: it cannot be read.
 * Score, consent and the state of the case are no plain fields: they follow
 * from answers and from what was signed, and are not taken from a form.
 */
type Target = {
  readonly field: Field;
  readonly read: (value: Value) => Written | null;
};

const toText = (value: Value): string | null => {
  const text = Array.isArray(value) ? value.join("、") : String(value ?? "");
  return text.trim() === "" ? null : text.trim();
};

const toNumber = (value: Value): number | null =>
  typeof value === "number" ? value : null;

const toDay = (value: Value): string | null =>
  typeof value === "string" && isIsoDate(value) ? value : null;

const toChoice =
  (key: ValueKey, options: readonly string[]) =>
  (value: Value): string | null => {
    const word = canonicalChoice(key, String(value ?? ""));
    return options.includes(word) ? word : null;
  };

const { businessKind, nominationKind, registeredBy, securityActionStars } =
  nominations.fields;

/** What the sheet adds to 備考 by itself. */
const ADDED_REMARKS = ["過去宣言あり（別内容）", "過去宣言あり", "期限後登録"];

const toRemarks = (value: Value): string | null =>
  toText(
    (toText(value) ?? "")
      .split("、")
      .filter((part) => !ADDED_REMARKS.includes(part))
      .join("、"),
  );

/** A firm without a corporate number has 「個人」 in its place. */
const toNumberOfFirm = (value: Value): string | null => {
  const text = toText(value);
  return text === "個人" ? null : text;
};

const TARGETS: Partial<Record<ValueKey, Target>> = {
  "business.registeredName": { field: "registeredName", read: toText },
  "business.nameKana": { field: "nameKana", read: toText },
  "business.corporateNumber": {
    field: "corporateNumber",
    read: toNumberOfFirm,
  },
  "business.kind": {
    field: "businessKind",
    read: toChoice("business.kind", businessKind.options),
  },
  "business.address": { field: "address", read: toText },
  "business.postalCode": { field: "postalCode", read: toText },
  "business.representativeTitle": {
    field: "representativeTitle",
    read: toText,
  },
  "business.representativeName": { field: "representativeName", read: toText },
  "business.representativeKana": { field: "representativeKana", read: toText },
  "business.industry": { field: "industry", read: toText },
  "business.employees": { field: "employees", read: toNumber },
  "business.capital": { field: "capital", read: toNumber },
  "business.foundedOn": { field: "foundedOn", read: toDay },
  "business.phone": { field: "phone", read: toText },
  "business.email": { field: "email", read: toText },
  "business.url": { field: "url", read: toText },
  "contact.name": { field: "contactPersonName", read: toText },
  "securityAction.stars": {
    field: "securityActionStars",
    read: toChoice("securityAction.stars", securityActionStars.options),
  },
  "securityAction.id": { field: "securityActionId", read: toText },
  "securityAction.declaredOn": { field: "securityActionDate", read: toDay },
  "declaration.registeredOn": { field: "registerDone", read: toDay },
  "declaration.registeredBy": {
    field: "registeredBy",
    read: toChoice("declaration.registeredBy", registeredBy.options),
  },
  "case.title": { field: "caseTitle", read: toText },
  "nomination.kind": {
    field: "nominationKind",
    read: toChoice("nomination.kind", nominationKind.options),
  },
  remarks: { field: "remarks", read: toRemarks },
};

/** One value of the form as it would be written. */
export type ReturnedField = {
  readonly key: ValueKey;
  readonly field: Field;
  readonly value: Written;
};

export type ReadRow = {
  readonly fields: readonly ReturnedField[];
  /** Values that are there and make no sense. */
  readonly unreadable: ReadonlyArray<{
    readonly key: ValueKey;
    readonly text: string;
  }>;
};

const SOLE = "個人";

/** 「個人」 instead of a number tells the kind of business. */
const withKind = (row: Values, fields: readonly ReturnedField[]) =>
  row["business.corporateNumber"] === SOLE &&
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

/** What one row of a filled form says about a nomination. */
export const readRow = (row: Values): ReadRow => {
  const fields: ReturnedField[] = [];
  const unreadable: Array<{ key: ValueKey; text: string }> = [];
  for (const [key, value] of Object.entries(row)) {
    if (!isValueKey(key) || !isRowKey(key)) continue;
    const target = TARGETS[key];
    if (!target) continue;
    const read = target.read(value);
    if (read !== null) fields.push({ key, field: target.field, value: read });
    else if (isStrange(key, value)) {
      unreadable.push({ key, text: toText(value) ?? "" });
    }
  }
  return { fields: withKind(row, fields), unreadable };
};

/** Texts that become nothing are nothing; a date or a choice that cannot be read is something. */
const isStrange = (key: ValueKey, value: Value): boolean =>
  toText(value) !== null &&
  ["number", "date", "choice"].includes(keyInfo(key).type);

/** The input for the fields that were chosen. */
export const toInput = (fields: readonly ReturnedField[]): NominationInput =>
  // Every target's `read` gives what its field takes.
  Object.fromEntries(
    fields.map(({ field, value }) => [field, value]),
  ) as NominationInput;

/** A reading is the same in either kana and width. */
const READINGS: ReadonlySet<Field> = new Set<Field>([
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
