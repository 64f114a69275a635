import { isIsoDate } from "../calendar/calendar-day.ts";
import { formatDate } from "./date-pattern.ts";

/** A map's `part`, taken apart: `phone 2` → kind `phone`, which `2`. */
export type Part = { readonly kind: string; readonly which: string };

export const toPart = (part: string): Part => {
  const space = part.indexOf(" ");
  return space < 0
    ? { kind: part, which: "" }
    : { kind: part.slice(0, space), which: part.slice(space + 1) };
};

export const digitsOf = (text: string): string =>
  text.normalize("NFKC").replace(/\D/g, "");

// Numbers that need no hyphens to be taken apart. 042 may be 0422 and 098 may be
// 0980: only areas without longer neighbours are recognised by their first digits.
const PHONE_SHAPES = [
  /^(0[56789]0)([1-9]\d{3})(\d{4})$/,
  /^(0120|0570|0800)(\d{3})(\d{3,4})$/,
  /^(0[36])(\d{4})(\d{4})$/,
  /^(011|04[45]|052|07[58]|098(?=[89]))(\d{3})(\d{4})$/,
];

/** 「098-866-0001」 and 「098（866）0001」 → three groups; a bare number only when its shape leaves no doubt. */
export const phoneGroups = (phone: string): readonly string[] => {
  const groups =
    phone
      .normalize("NFKC")
      .replace(/^\s*\+81\D*0?/, "0")
      .match(/\d+/g) ?? [];
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
