import { isIsoDate, partsOf } from "../calendar/calendar-day.ts";
import { toWarekiYear } from "../calendar/wareki.ts";

/** Era, its letter, and a day inside it by which its first year is found. */
const ERAS = [
  ["令和", "R", "2020-01-01"],
  ["平成", "H", "2000-01-01"],
  ["昭和", "S", "1960-01-01"],
  ["大正", "T", "1920-01-01"],
  ["明治", "M", "1900-01-01"],
] as const;

/** Era of dates on forms that print none: such forms are about this year. */
export const CURRENT_ERA = ERAS[0][0];

/** Century of years written with two digits. */
export const CENTURY = "20";

const offsetOf = (day: string): number =>
  partsOf(day).year - (toWarekiYear(day)?.year ?? 0);

const TOKEN = /g{1,3}|e{1,2}|y{4}|y{2}|M{1,2}|d{1,2}/g;

const pad = (value: number, length: number): string =>
  String(value).padStart(length, "0");

const tokenText = (token: string, iso: string): string => {
  const { year, month, day } = partsOf(iso);
  const wareki = toWarekiYear(iso);
  switch (token[0]) {
    case "g": {
      const letter = ERAS.find(([era]) => era === wareki?.era)?.[1] ?? "";
      if (token === "ggg") return wareki?.era ?? "";
      return token === "gg" ? (wareki?.era[0] ?? "") : letter;
    }
    case "e": {
      const count = wareki?.year ?? year;
      return count === 1 && token === "e" ? "元" : pad(count, token.length);
    }
    case "y":
      return token.length === 2 ? pad(year % 100, 2) : String(year);
    case "M":
      return pad(month, token.length);
    default:
      return pad(day, token.length);
  }
};

/** Has at least a year and a month, so that it can be a date's pattern. */
export const isDatePattern = (format: string): boolean =>
  /[ey]/.test(format) && /M/.test(format);

/**
 * `ggge年M月d日` → 令和4年8月1日. Tokens: `ggg gg g` era, `e ee` its year (`e`
 * prints 元), `yyyy yy`, `M MM`, `d dd`; everything else is printed as it is.
 */
export const formatDate = (iso: string, pattern: string): string => {
  const text = pattern.replace(TOKEN, (token) => tokenText(token, iso));
  // 「R元.5.1」 is not written: only before 年 is the first year 元.
  return text.replace(/元(?!年)/, "1");
};

const eraYear = (era: string, year: string): number => {
  const found = ERAS.find(
    ([name, letter]) => name === era || name[0] === era || letter === era,
  );
  const count = year === "元" ? 1 : Number(year) || NaN;
  return found ? offsetOf(found[2]) + count : NaN;
};

const toIso = (year: number, month: string, day: string): string | null => {
  const iso = `${pad(year, 4)}-${pad(Number(month), 2)}-${pad(Number(day), 2)}`;
  return isIsoDate(iso) ? iso : null;
};

const REST = "[年./-](\\d{1,2})(?:(?:[月./-](\\d{1,2})日?)|月)$";
const WAREKI = new RegExp(
  `^(令和?|平成?|昭和?|大正?|明治?|[RHSTM])\\.?(元|\\d{1,2})${REST}`,
);
const GREGORIAN = new RegExp(`^(?:西暦)?(\\d{4})${REST}`);

/**
 * Any usual spelling of a date, `2022-08-01`, 「令和４年８月１日」, `R4.8.1`; the
 * first of the month when no day is written. Null for what is no date.
 */
export const parseDateText = (text: string): string | null => {
  const plain = text
    .normalize("NFKC")
    .replace(/\s+|\([日月火水木金土]曜?日?\)$/g, "")
    .replace(/^(20\d\d)(\d\d)(\d\d)$/, "$1-$2-$3")
    .toUpperCase();
  const wareki = WAREKI.exec(plain);
  if (wareki) {
    const [, era = "", year = "", month = "", day = "1"] = wareki;
    return toIso(eraYear(era, year), month, day);
  }
  const gregorian = GREGORIAN.exec(plain);
  if (!gregorian) return null;
  const [, year, month = "", day = "1"] = gregorian;
  return toIso(Number(year), month, day);
};

/** From cells of their own: 「令和」 `4` `8` `1`. Without an era the year is Gregorian. */
export const dateFromParts = (
  era: string,
  year: string,
  month: string,
  day: string,
): string | null => parseDateText(`${era}${year}年${month}月${day || "1"}日`);
