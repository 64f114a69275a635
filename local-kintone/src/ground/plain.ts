/*
 * Readers for values that a client sent and that no shape has looked at.
 * `String()` and `Number()` would call a `toString` or `valueOf` that came with
 * the request, and end in a TypeError when that is no function.
 */

/** Text of a string, a number or a boolean; "" for anything else. */
export const plainText = (value: unknown): string =>
  typeof value === "string" ||
  typeof value === "number" ||
  typeof value === "boolean"
    ? String(value)
    : "";

/** A number or a numeric text; NaN for anything else. */
export const plainNumber = (value: unknown): number =>
  typeof value === "string" || typeof value === "number"
    ? Number(value)
    : Number.NaN;
