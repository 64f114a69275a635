import { isIsoDate } from "../../domain/calendar-day.ts";
import { formatDate } from "./date-pattern.ts";

/** A map's `part`, taken apart: `phone 2` → kind `phone`, which `2`. */
export type Part = { readonly kind: string; readonly which: string };

export const toPart = (part: string): Part => {
  const space = part.indexOf(" ");
  return space < 0
    ? { kind: part, which: "" }
    : { kind: part.slice(0, space), which: part.slice(space + 1) };
};

const digitsOf = (text: string): string =>
  text.normalize("NFKC").replace(/\D/g, "");

// Numbers that need no hyphens to be taken apart; others depend on the area.
const PHONE_SHAPES = [
  /^(0[5789]0)(\d{4})(\d{4})$/,
  /^(0120|0800|0570)(\d{2,3})(\d{3,4})$/,
  /^(0[36])(\d{4})(\d{4})$/,
  /^(0\d{2})(\d{3})(\d{4})$/,
];

/** 「098-866-0001」 and 「098（866）0001」 → three groups; a bare number by its shape. */
export const phoneGroups = (phone: string): readonly string[] => {
  const groups = phone.normalize("NFKC").match(/\d+/g) ?? [];
  if (groups.length !== 1) return groups;
  for (const shape of PHONE_SHAPES) {
    const match = shape.exec(groups[0] ?? "");
    if (match) return match.slice(1);
  }
  return groups;
};

const DATE_TOKENS: Readonly<Record<string, string>> = {
  era: "ggg",
  month: "M",
  day: "d",
};

const datePart = (iso: string, kind: string, format: string): string => {
  // Only before 年, printed in the next cell, does the first year become 元.
  if (kind === "year") return formatDate(iso, `${format}年`).slice(0, -1);
  return formatDate(iso, DATE_TOKENS[kind] ?? "");
};

/** The piece of a value that one of several cells takes; empty when it has none. */
export const partText = (
  value: string,
  { kind, which }: Part,
  format = "e",
): string => {
  const n = Number(which) - 1;
  switch (kind) {
    case "digit":
      return digitsOf(value)[n] ?? "";
    case "phone":
      return phoneGroups(value)[n] ?? "";
    case "postal": {
      const digits = digitsOf(value);
      return n === 0 ? digits.slice(0, 3) : digits.slice(3);
    }
    default:
      return isIsoDate(value) ? datePart(value, kind, format) : "";
  }
};
