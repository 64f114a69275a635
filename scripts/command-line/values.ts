import { UsageError } from "./usage-error.ts";

const LAST_PORT = 65_535;

/** @param option - its name, for the sentence that refuses a value */
type ParseValue<Value> = (text: string, option: string) => Value;

export const parseText: ParseValue<string> = (text) => text;

export const parseWholeNumber: ParseValue<number> = (text, option) => {
  const number = Number(text);
  if (/^\d+$/u.test(text) && Number.isSafeInteger(number)) return number;
  throw new UsageError(`${option} takes a whole number, not “${text}”.`);
};

export const parsePort: ParseValue<number> = (text, option) => {
  const port = Number(text);
  if (/^\d+$/u.test(text) && port <= LAST_PORT) return port;
  throw new UsageError(
    `${option} takes a port from 0 (any free one) to ${LAST_PORT}, not “${text}”.`,
  );
};

const isDayOfCalendar = (text: string): boolean => {
  const moment = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/u.test(text) &&
    !Number.isNaN(moment.getTime()) &&
    moment.toISOString().startsWith(text)
  );
};

/** `YYYY-MM-DD`, a day that the calendar has. */
export const parseDay: ParseValue<string> = (text, option) => {
  if (isDayOfCalendar(text)) return text;
  throw new UsageError(
    `${option} takes a day as YYYY-MM-DD, such as 2022-07-20, not “${text}”.`,
  );
};
