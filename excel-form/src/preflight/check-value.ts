import { isIsoDate } from "../calendar/calendar-day.ts";
import { toWarekiYear } from "../calendar/wareki.ts";
import { block, warn } from "./issues.ts";
import type { FormIssue } from "./issues.ts";
import { isRowKey, keyInfo } from "../map/keys.ts";
import type { ValueKey } from "../map/keys.ts";
import { keysOf } from "../map/key-list.ts";
import { isEmpty } from "../map/is-empty.ts";
import type { ReportData, Value } from "../map/report-data.ts";
import { boxedDigits } from "../values/cell-writer.ts";
import { CURRENT_ERA, isDatePattern } from "../values/date-pattern.ts";
import { toNumber } from "../values/numbers.ts";
import { phoneGroups } from "../values/parts.ts";
import { hasControlCharacters, rareCharacters } from "./characters.ts";
import { preflightMessages as messages } from "./messages.ts";
import { labelOf, placeOf, wordsOf } from "./writings.ts";
import type { Writing } from "./writings.ts";

/** Excel counts a 29 February 1900 that never was; before that its days are off by one. */
const FIRST_DAY = "1900-03-01";
const FIRST_DAY_1904 = "1904-01-01";

/** Without a reason the form is right when there are nominations. */
const mayBeEmpty = (key: ValueKey, data: ReportData): boolean =>
  key === "report.noneReason" && data.rows.length > 0;

/** Blanks alone look filled to a program and empty to a reader. */
const isBlank = (value: Value | undefined): boolean =>
  value === undefined || isEmpty(value) || wordsOf(value).trim() === "";

export const checkEmpty = (writing: Writing, data: ReportData): FormIssue[] => {
  const { placement } = writing.place;
  return keysOf(placement).flatMap((key) => {
    if (!isBlank(writing.values[key]) || mayBeEmpty(key, data)) return [];
    const about = { label: labelOf(key) };
    const at = placeOf(writing, key);
    if (placement.required)
      return [block("required-empty", messages.requiredEmpty(about), at)];
    // Rows have gaps by nature (a sole proprietor has no number); the firm's name is none.
    const matters = !isRowKey(key) || key === "business.registeredName";
    return matters ? [warn("empty", messages.empty(about), at)] : [];
  });
};

const checkDate = (
  writing: Writing,
  key: ValueKey,
  value: string,
): FormIssue[] => {
  const about = { label: labelOf(key), value };
  const at = placeOf(writing, key);
  if (!isIsoDate(value)) {
    // 「未定」 may be meant; 2026-02-30 and a bare number never are.
    const say = /^[\d./-]+$/.test(value) ? block : warn;
    return [say("no-date", messages.noDate(about), at)];
  }
  const { era, text, format = "", part } = writing.place.placement;
  const now = toWarekiYear(value)?.era;
  if (era !== undefined && now !== era) {
    return [block("other-era", messages.otherEra({ ...about, era }), at)];
  }
  const { siblings, is1904 } = writing;
  const isBareYear =
    part === "year" && !/[gy]/.test(format) && !siblings.hasEra;
  if (isBareYear && era === undefined && now !== CURRENT_ERA) {
    const message = messages.otherEra({ ...about, era: CURRENT_ERA });
    return [warn("other-era", message, at)];
  }
  const isSerial =
    text === undefined && part === undefined && !isDatePattern(format);
  const first = is1904 ? FIRST_DAY_1904 : FIRST_DAY;
  return isSerial && value < first
    ? [
        block(
          "before-calendar",
          messages.beforeCalendar({ ...about, first }),
          at,
        ),
      ]
    : [];
};

const POSTAL_DIGITS = 7;

/** Digits for a row of boxes: none may be lost, and too few look like a slip. */
const checkDigits = (writing: Writing, key: ValueKey, value: Value) => {
  const { part, per } = writing.place.placement;
  const isPostal = part === "postal 1";
  if (!isPostal && part !== "digit 1") return [];
  const boxes = isPostal ? POSTAL_DIGITS : writing.siblings.boxes;
  const digits = boxedDigits(key, value, per);
  const about = { label: labelOf(key), value: wordsOf(value), boxes };
  const at = placeOf(writing, key);
  if (digits.length > boxes || /\D/.test(digits)) {
    return [block("other-digits", messages.otherDigits(about), at)];
  }
  // Phones have ten or eleven digits, numbers as many as they have.
  const mayBeShort = keyInfo(key).type === "number" || /phone|fax/.test(key);
  return digits === "" || (digits.length < boxes && !mayBeShort)
    ? [warn("other-digits", messages.otherDigits(about), at)]
    : [];
};

const checkParts = (
  writing: Writing,
  key: ValueKey,
  value: string,
): FormIssue[] => {
  const { part } = writing.place.placement;
  const isFirst = part === "phone 1";
  return isFirst && phoneGroups(value).length !== 3
    ? [
        warn(
          "no-groups",
          messages.noGroups({ label: labelOf(key), value }),
          placeOf(writing, key),
        ),
      ]
    : [];
};

const checkNumber = (
  writing: Writing,
  key: ValueKey,
  value: Value,
): FormIssue[] => {
  const number = toNumber(value);
  const about = { label: labelOf(key), value: wordsOf(value) };
  if (number === null)
    return [warn("no-number", messages.noNumber(about), placeOf(writing, key))];
  const { per } = writing.place.placement;
  return per !== undefined && number % per !== 0
    ? [warn("not-whole", messages.notWhole(about), placeOf(writing, key))]
    : [];
};

const checkCharacters = (
  writing: Writing,
  key: ValueKey,
  value: string,
): FormIssue[] => {
  const about = { label: labelOf(key), value };
  const at = placeOf(writing, key);
  // Excel would show them as boxes or as _x0001_, and nobody sees them in the record.
  if (hasControlCharacters(value)) {
    return [block("control-characters", messages.controlCharacters(about), at)];
  }
  const rare = rareCharacters(value);
  return rare.length === 0
    ? []
    : [
        warn(
          "rare-characters",
          messages.rareCharacters({ ...about, characters: rare.join(" ") }),
          at,
        ),
      ];
};

/** Checks a value before it is written. */
export const checkValue = (writing: Writing, key: ValueKey): FormIssue[] => {
  const value = writing.values[key];
  if (value === undefined || isEmpty(value)) return [];
  const { type } = keyInfo(key);
  const words = wordsOf(value);
  return [
    ...(type === "date" ? checkDate(writing, key, words) : []),
    ...(type === "number" ? checkNumber(writing, key, value) : []),
    ...(type === "digits" ? checkParts(writing, key, words) : []),
    ...checkDigits(writing, key, value),
    ...checkCharacters(writing, key, words),
  ];
};
