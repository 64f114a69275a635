import { withoutPluginLine } from "../site/marker.ts";
import { isSameCondition } from "./condition.ts";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const withoutBlanks = (value: unknown) => String(value).replace(/\s+/gu, "");

const withoutTags = (value: unknown) =>
  withoutBlanks(String(value ?? "").replace(/<[^>]*>/gu, ""));

/** kintone does not keep the order of a lookup's mappings. */
const byField = (mappings: readonly unknown[]) =>
  mappings
    .map((mapping) =>
      JSON.stringify(mapping, Object.keys(Object(mapping)).sort()),
    )
    .sort();

type Compare = (desired: unknown, actual: unknown) => boolean;

/** Values that are spelled differently and equal. */
const specialCases: Readonly<Record<string, Compare>> = {
  filterCond: (desired, actual) =>
    isSameCondition(String(desired), String(actual ?? "")),
  // HTML, which kintone cleans and writes in its own way. The line about the
  // plugin is written after it was sent.
  description: (desired, actual) =>
    withoutTags(desired) === withoutPluginLine(withoutTags(actual)),
  expression: (desired, actual) =>
    withoutBlanks(desired) === withoutBlanks(actual),
  fieldMappings: (desired, actual) =>
    Array.isArray(desired) &&
    Array.isArray(actual) &&
    JSON.stringify(byField(desired)) === JSON.stringify(byField(actual)),
  // An option that a clerk added stays; the order is theirs.
  options: (desired, actual) =>
    isObject(desired) &&
    isObject(actual) &&
    Object.keys(desired).every((label) => Object.hasOwn(actual, label)),
};

/**
 * True when a setting already has everything that is wanted of it. Only what is
 * wanted is compared: kintone adds properties of its own, numbers come back as
 * strings, and a missing value is as good as null.
 */
export const covers = (desired: unknown, actual: unknown): boolean => {
  if (desired === null || desired === undefined)
    return actual === null || actual === undefined;
  if (Array.isArray(desired))
    return (
      Array.isArray(actual) &&
      desired.length === actual.length &&
      desired.every((item, index) => covers(item, actual[index]))
    );
  if (isObject(desired))
    return (
      isObject(actual) &&
      Object.entries(desired).every(([key, value]) => {
        const compare = specialCases[key];
        return compare === undefined
          ? covers(value, actual[key])
          : compare(value, actual[key]);
      })
    );
  return (
    actual !== null &&
    actual !== undefined &&
    String(desired) === String(actual)
  );
};
