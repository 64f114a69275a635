import { isIsoDate } from "../calendar/calendar-day.ts";
import { toWarekiYear } from "../calendar/wareki.ts";
import { block, NO_ISSUES, warn } from "./issues.ts";
import type { FormIssue } from "./issues.ts";
import { hasRole, isRowKey, keyInfo } from "../map/vocabulary.ts";
import type { ValueKey, Vocabulary } from "../map/vocabulary.ts";
import { isEmpty } from "../map/is-empty.ts";
import type { ReportData, Value } from "../map/report-data.ts";
import { boxedDigits } from "../values/cell-writer.ts";
import { CURRENT_ERA, isDatePattern } from "../values/date-pattern.ts";
import { toNumber } from "../values/numbers.ts";
import { phoneGroups } from "../values/parts.ts";
import { hasControlCharacters, isPlain, rareCharacters } from "./characters.ts";
import { preflightMessages as messages } from "./messages.ts";
import { labelOf, placeOf, toWords } from "./writings.ts";
import type { Writing } from "./writings.ts";

/** Excel counts a 29 February 1900 that never was; before that its days are off by one. */
const FIRST_DAY = "1900-03-01";
const FIRST_DAY_1904 = "1904-01-01";

/** A reason for none is no gap when there are entries. */
const mayBeEmpty = (
  vocabulary: Vocabulary,
  key: ValueKey,
  data: ReportData,
): boolean =>
  keyInfo(vocabulary, key).isForEmptyList === true && data.rows.length > 0;

/** Blanks alone look filled to a program and empty to a reader. */
const isBlank = (value: Value | undefined): boolean =>
  value === undefined || isEmpty(value) || toWords(value).trim() === "";

export const checkEmpty = (
  vocabulary: Vocabulary,
  writing: Writing,
  data: ReportData,
  issues: FormIssue[],
): void => {
  const { placement } = writing.place;
  for (const key of writing.keys) {
    if (!isBlank(writing.values[key]) || mayBeEmpty(vocabulary, key, data))
      continue;
    const about = { label: labelOf(vocabulary, key) };
    const at = placeOf(writing, key);
    if (placement.required)
      issues.push(block("required-empty", messages.requiredEmpty(about), at));
    // Rows have gaps by nature (a sole proprietor has no number); the firm's name is none.
    else if (
      !isRowKey(vocabulary, key) ||
      hasRole(vocabulary, key, "firm.name")
    )
      issues.push(warn("empty", messages.empty(about), at));
  }
};

const eraOf = (iso: string): string | undefined => toWarekiYear(iso)?.era;

const checkDate = (
  vocabulary: Vocabulary,
  writing: Writing,
  key: ValueKey,
  value: string,
): readonly FormIssue[] => {
  const label = labelOf(vocabulary, key);
  if (!isIsoDate(value)) {
    // 「未定」 may be meant; 2026-02-30 and a bare number never are.
    const say = /^[\d./-]+$/.test(value) ? block : warn;
    return [
      say("no-date", messages.noDate({ label, value }), placeOf(writing, key)),
    ];
  }
  const { era, text, format = "", part } = writing.place.placement;
  if (era !== undefined && eraOf(value) !== era) {
    const message = messages.otherEra({ label, value, era });
    return [block("other-era", message, placeOf(writing, key))];
  }
  const { siblings, is1904 } = writing;
  const isBareYear =
    part === "year" && !/[gy]/.test(format) && !siblings.hasEra;
  if (isBareYear && era === undefined && eraOf(value) !== CURRENT_ERA) {
    const message = messages.otherEra({ label, value, era: CURRENT_ERA });
    return [warn("other-era", message, placeOf(writing, key))];
  }
  const isSerial =
    text === undefined && part === undefined && !isDatePattern(format);
  const first = is1904 ? FIRST_DAY_1904 : FIRST_DAY;
  return isSerial && value < first
    ? [
        block(
          "before-calendar",
          messages.beforeCalendar({ label, value, first }),
          placeOf(writing, key),
        ),
      ]
    : NO_ISSUES;
};

const POSTAL_DIGITS = 7;

/** Digits for a row of boxes: none may be lost, and too few look like a slip. */
const checkDigits = (
  vocabulary: Vocabulary,
  writing: Writing,
  key: ValueKey,
  value: Value,
) => {
  const { part, per } = writing.place.placement;
  const isPostal = part === "postal 1";
  if (!isPostal && part !== "digit 1") return NO_ISSUES;
  const boxes = isPostal ? POSTAL_DIGITS : writing.siblings.boxes;
  const digits = boxedDigits(vocabulary, key, value, per);
  const about = {
    label: labelOf(vocabulary, key),
    value: toWords(value),
    boxes,
  };
  const at = placeOf(writing, key);
  if (digits.length > boxes || /\D/.test(digits)) {
    return [block("other-digits", messages.otherDigits(about), at)];
  }
  // Phones have ten or eleven digits, numbers as many as they have.
  const mayBeShort =
    keyInfo(vocabulary, key).type === "number" ||
    keyInfo(vocabulary, key).shape === "phone";
  return digits === "" || (digits.length < boxes && !mayBeShort)
    ? [warn("other-digits", messages.otherDigits(about), at)]
    : NO_ISSUES;
};

const checkParts = (
  vocabulary: Vocabulary,
  writing: Writing,
  key: ValueKey,
  value: string,
): readonly FormIssue[] => {
  const { part } = writing.place.placement;
  const isFirst = part === "phone 1";
  return isFirst && phoneGroups(value).length !== 3
    ? [
        warn(
          "no-groups",
          messages.noGroups({ label: labelOf(vocabulary, key), value }),
          placeOf(writing, key),
        ),
      ]
    : NO_ISSUES;
};

const checkNumber = (
  vocabulary: Vocabulary,
  writing: Writing,
  key: ValueKey,
  value: Value,
): readonly FormIssue[] => {
  const number = toNumber(value);
  const { per } = writing.place.placement;
  if (number !== null && (per === undefined || number % per === 0))
    return NO_ISSUES;
  const about = { label: labelOf(vocabulary, key), value: toWords(value) };
  const at = placeOf(writing, key);
  return number === null
    ? [warn("no-number", messages.noNumber(about), at)]
    : [warn("not-whole", messages.notWhole(about), at)];
};

const checkCharacters = (
  vocabulary: Vocabulary,
  writing: Writing,
  key: ValueKey,
  value: string,
): readonly FormIssue[] => {
  if (isPlain(value)) return NO_ISSUES;
  const about = { label: labelOf(vocabulary, key), value };
  const at = placeOf(writing, key);
  // Excel would show them as boxes or as _x0001_, and nobody sees them in the record.
  if (hasControlCharacters(value)) {
    return [block("control-characters", messages.controlCharacters(about), at)];
  }
  const characters = rareCharacters(value).join(" ");
  return [
    warn(
      "rare-characters",
      messages.rareCharacters({ ...about, characters }),
      at,
    ),
  ];
};

const checkType = (
  vocabulary: Vocabulary,
  writing: Writing,
  key: ValueKey,
  value: Value,
  words: string,
): readonly FormIssue[] => {
  switch (keyInfo(vocabulary, key).type) {
    case "date":
      return checkDate(vocabulary, writing, key, words);
    case "number":
      return checkNumber(vocabulary, writing, key, value);
    case "digits":
      return checkParts(vocabulary, writing, key, words);
    default:
      return NO_ISSUES;
  }
};

/** Adds what is to be said about a value before it is written. */
export const checkValue = (
  vocabulary: Vocabulary,
  writing: Writing,
  key: ValueKey,
  issues: FormIssue[],
): void => {
  const value = writing.values[key];
  if (value === undefined || isEmpty(value)) return;
  const words = toWords(value);
  for (const issue of checkType(vocabulary, writing, key, value, words)) {
    issues.push(issue);
  }
  if (writing.place.placement.part !== undefined) {
    issues.push(...checkDigits(vocabulary, writing, key, value));
  }
  for (const issue of checkCharacters(vocabulary, writing, key, words)) {
    issues.push(issue);
  }
};
