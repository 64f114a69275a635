import type { FieldProperty } from "../../../model/model.ts";
import { showDateTime } from "../times.ts";

const withCommas = (whole: string): string =>
  whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

const grouped = (text: string): string => {
  const [whole = "", fraction] = text.split(".");
  return fraction === undefined
    ? withCommas(whole)
    : `${withCommas(whole)}.${fraction}`;
};

const scaled = (text: string, scale: string): string =>
  scale === "" ? text : Number(text).toFixed(Number(scale));

const withUnit = (text: string, property: FieldProperty): string => {
  const unit = String(property.unit ?? "");
  if (unit === "") return text;
  return property.unitPosition === "BEFORE"
    ? `${unit} ${text}`
    : `${text} ${unit}`;
};

const isGrouped = (property: FieldProperty): boolean =>
  property.format === "NUMBER_DIGIT" || property.digit === true;

/** A number or a calculated value as the screen shows it: scale, grouping, unit. */
export const showNumber = (value: string, property: FieldProperty): string => {
  if (value === "") return "";
  const { format } = property;
  if (format === "DATETIME") return showDateTime(value);
  if (format === "DAY_HOUR_MINUTE" || format === "HOUR_MINUTE") return value;
  if (Number.isNaN(Number(value))) return value;
  const digits = scaled(value, String(property.displayScale ?? ""));
  return withUnit(isGrouped(property) ? grouped(digits) : digits, property);
};
