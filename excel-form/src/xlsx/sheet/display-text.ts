import { toWarekiYear } from "../../calendar/wareki.ts";
import { memo } from "../../ground/memo.ts";
import { isDateFormat, isGeneralFormat } from "./number-formats.ts";
import { fromSerial } from "./serial-date.ts";

/** One thing of a format code: quoted text, an escape, a bracket, a run of the same letter, or a character. */
const PIECE =
  /"([^"]*)"?|\\(.)|_.|\*.|\[([^\]]*)\]|AM\/PM|A\/P|General|G\/標準|([ymdhsega])\4*|\.0+|[0#?,.]+|%|@|./giy;

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "=": (a, b) => a === b,
  "<>": (a, b) => a !== b,
};

/** Format codes kept in pieces; a workbook has a few dozen. */
const KNOWN_CODES = 1_000;

const splitSections = memo(
  (code: string): readonly string[] =>
    code
      .replace(/"[^"]*"?|\\.|\[[^\]]*\]|;/g, (piece) =>
        piece === ";" ? "\n" : piece,
      )
      .split("\n"),
  KNOWN_CODES,
);

const CONDITION = /\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/;

/** The section for a number; a section of its own already shows the sign. */
const chooseSection = (
  code: string,
  value: number,
): { section: string; value: number } => {
  const sections = splitSections(code);
  if (CONDITION.test(code)) {
    const section = sections.find((candidate) => {
      const match = CONDITION.exec(candidate);
      return !match || COMPARE[match[1] ?? ""]?.(value, Number(match[2]));
    });
    return { section: section ?? sections[0] ?? code, value };
  }
  const [positive = "", negative, zero] = sections;
  if (value < 0 && negative !== undefined) {
    return { section: negative, value: -value };
  }
  return { section: value === 0 ? (zero ?? positive) : positive, value };
};

const pieces = memo(
  (section: string): readonly RegExpMatchArray[] => [
    ...section.matchAll(new RegExp(PIECE.source, "gi")),
  ],
  KNOWN_CODES,
);

const pad = (value: number, length: number): string =>
  String(value).padStart(length, "0");

const WEEKDAYS = "日月火水木金土";
const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
const ERA_LETTERS: Readonly<Record<string, string>> = {
  令和: "R",
  平成: "H",
  昭和: "S",
  大正: "T",
  明治: "M",
};

const eraName = (era: string, length: number): string => {
  if (length >= 3) return era;
  return length === 2 ? era.slice(0, 1) : (ERA_LETTERS[era] ?? "");
};

const weekday = (iso: string, length: number): string => {
  const name = WEEKDAYS[new Date(iso.slice(0, 10)).getUTCDay()] ?? "";
  return length >= 4 ? `${name}曜日` : name;
};

const monthName = (month: number, length: number): string =>
  length === 3 ? MONTHS.slice(month * 3 - 3, month * 3) : pad(month, length);

const writeDate = (section: string, iso: string): string => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = iso
    .split(/[-T:]/)
    .map(Number);
  const wareki = /[ge]/i.test(section) ? toWarekiYear(iso.slice(0, 10)) : null;
  const isHalfDay = /AM\/PM|A\/P/i.test(section);
  let isTime = false;
  const write = (token: string, length: number): string => {
    if (token === "m" && isTime) return pad(minute, length);
    isTime = token === "h" || token === "s";
    switch (token) {
      case "y":
        return length <= 2 ? pad(year % 100, 2) : String(year);
      case "g":
        return eraName(wareki?.era ?? "", length);
      case "e":
        return wareki?.year === 1 && section.includes("gannen")
          ? "元"
          : pad(wareki?.year ?? year, length);
      case "m":
        return monthName(month, length);
      case "d":
        return length > 2 ? weekday(iso, length) : pad(day, length);
      case "a":
        return weekday(iso, length);
      case "h":
        return pad(isHalfDay ? hour % 12 || 12 : hour, length);
      default:
        return pad(second, length);
    }
  };
  return pieces(section)
    .map(([whole, quoted, escaped, bracket, letter]) => {
      if (quoted !== undefined || escaped !== undefined) {
        return quoted ?? escaped ?? "";
      }
      if (letter) return write(letter.toLowerCase(), whole.length);
      if (/^(AM\/PM|A\/P)$/i.test(whole)) return hour < 12 ? "AM" : "PM";
      return bracket !== undefined || /^[_*]/.test(whole) ? "" : whole;
    })
    .join("");
};

const writeGeneral = (value: number): string =>
  String(Number(value.toPrecision(11)));

const writeDigits = (value: number, digits: string): string => {
  const [whole = "", fraction = ""] = digits.split(".");
  // A comma at the end divides by a thousand, one inside groups.
  const scale = /,*$/.exec(whole)?.[0].length ?? 0;
  const grouped = whole.replace(/,*$/, "").includes(",");
  const fixed = Math.abs(value / 1000 ** scale).toFixed(
    Math.min(fraction.length, 20),
  );
  const [integer = "", decimals = ""] = fixed.split(".");
  const minimum = whole.replace(/[^0]/g, "").length;
  const shown = integer === "0" && minimum === 0 ? "" : integer;
  const padded = shown.padStart(minimum, "0");
  const trimmed = decimals.replace(
    new RegExp(`0{0,${fraction.replace(/[^#?]/g, "").length}}$`),
    "",
  );
  return (
    (grouped ? padded.replace(/\B(?=(\d{3})+$)/g, ",") : padded) +
    (trimmed === "" ? "" : `.${trimmed}`)
  );
};

const writeNumber = (section: string, value: number): string => {
  const percent = section.includes("%") ? value * 100 : value;
  let isPlaced = false;
  const text = pieces(section)
    .map(([whole, quoted, escaped, bracket]) => {
      if (quoted !== undefined || escaped !== undefined) {
        return quoted ?? escaped ?? "";
      }
      if (isGeneralFormat(whole)) return writeGeneral(Math.abs(value));
      if (bracket !== undefined) return /^\$([^-]*)/.exec(bracket)?.[1] ?? "";
      if (/^[0#?]|^\.[0#]/.test(whole) && !isPlaced) {
        isPlaced = true;
        return writeDigits(percent, whole);
      }
      return /^[_*]/.test(whole) ? "" : whole;
    })
    .join("");
  return value < 0 ? `-${text}` : text;
};

/**
 * Displays a value approximately as Excel does: dates in wareki too, digits
 * grouped; fractions and exponents as plain numbers.
 */
export const displayText = (
  value: null | string | number | boolean,
  code: string,
  is1904: boolean,
): string => {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") {
    const section = splitSections(code).find((part) => part.includes("@"));
    if (!section || section === "@") return value;
    return pieces(section)
      .map(([whole, quoted, escaped]) =>
        whole === "@" ? value : (quoted ?? escaped ?? ""),
      )
      .join("");
  }
  if (
    isGeneralFormat(code) ||
    code === "@" ||
    (/[/E]/.test(code.replace(/"[^"]*"/g, "")) && !isDateFormat(code))
  ) {
    return writeGeneral(value);
  }
  const chosen = chooseSection(code, value);
  if (!isDateFormat(chosen.section)) {
    return writeNumber(chosen.section, chosen.value);
  }
  const iso = fromSerial(value, is1904);
  return iso ? writeDate(chosen.section, iso) : "#".repeat(8);
};
