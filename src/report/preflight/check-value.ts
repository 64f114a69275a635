import { isIsoDate } from "../../domain/calendar-day.ts";
import { toWarekiYear } from "../../domain/wareki.ts";
import { block, warn } from "../issues.ts";
import type { FormIssue } from "../issues.ts";
import { isRowKey, keyInfo } from "../keys.ts";
import type { ValueKey } from "../keys.ts";
import { keysOf } from "../map/key-list.ts";
import { isEmpty } from "../map/is-empty.ts";
import type { ReportData, Value } from "../map/report-data.ts";
import { toNumber } from "../values/numbers.ts";
import { phoneGroups } from "../values/parts.ts";
import { hasControlCharacters, rareCharacters } from "./characters.ts";
import { preflightMessages as messages } from "./messages.ts";
import { labelOf, placeOf, wordsOf } from "./writings.ts";
import type { Writing } from "./writings.ts";

/** Excel counts a 29 February 1900 that never was; before that its days are off by one. */
const FIRST_DAY = "1900-03-01";

/** Without a reason the form is right when there are nominations. */
const mayBeEmpty = (key: ValueKey, data: ReportData): boolean =>
  key === "report.noneReason" && data.rows.length > 0;

export const checkEmpty = (writing: Writing, data: ReportData): FormIssue[] => {
  const { placement } = writing.place;
  return keysOf(placement).flatMap((key) => {
    if (!isEmpty(writing.values[key]) || mayBeEmpty(key, data)) return [];
    const message = messages.empty({ label: labelOf(key) });
    if (placement.required)
      return [block("required-empty", message, placeOf(writing, key))];
    // Rows have gaps by nature (a sole proprietor has no number); the firm's name is none.
    const matters = !isRowKey(key) || key === "business.registeredName";
    return matters ? [warn("empty", message, placeOf(writing, key))] : [];
  });
};

const checkDate = (
  writing: Writing,
  key: ValueKey,
  value: string,
): FormIssue[] => {
  const about = { label: labelOf(key), value };
  const at = placeOf(writing, key);
  if (!isIsoDate(value)) return [warn("no-date", messages.noDate(about), at)];
  const { era, text, format, part } = writing.place.placement;
  if (era !== undefined && toWarekiYear(value)?.era !== era) {
    return [block("other-era", messages.otherEra({ ...about, era }), at)];
  }
  const isSerial =
    text === undefined && format === undefined && part === undefined;
  return isSerial && value < FIRST_DAY
    ? [block("before-calendar", messages.beforeCalendar(about), at)]
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

/** What is wrong with a value before it is written. */
export const checkValue = (writing: Writing, key: ValueKey): FormIssue[] => {
  const value = writing.values[key];
  if (value === undefined || isEmpty(value)) return [];
  const { type } = keyInfo(key);
  const words = wordsOf(value);
  return [
    ...(type === "date" ? checkDate(writing, key, words) : []),
    ...(type === "number" ? checkNumber(writing, key, value) : []),
    ...(type === "digits" ? checkParts(writing, key, words) : []),
    ...checkCharacters(writing, key, words),
  ];
};
