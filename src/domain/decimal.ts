const decimalsOf = (value: number): number => {
  if (Number.isInteger(value)) {
    return 0;
  }
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const fraction = mantissa.split(".")[1] ?? "";
  return Math.max(0, fraction.length - Number(exponent));
};

/** The power of ten that turns every value into a whole number; mostly 1. */
export const scaleOf = (values: readonly number[]): number =>
  10 ** values.reduce((most, value) => Math.max(most, decimalsOf(value)), 0);

/**
 * A sum without the dust of binary fractions: 0.1 + 0.2 is 0.3, as in kintone,
 * which calculates with decimals. Exact while the sum has at most 15 digits.
 */
export const sumDecimals = (values: readonly number[]): number => {
  // Whole numbers are the rule, and need no scale.
  if (values.every(Number.isInteger))
    return values.reduce((sum, value) => sum + value, 0);
  const scale = scaleOf(values);
  const scaled = values.reduce(
    (sum, value) => sum + Math.round(value * scale),
    0,
  );
  return scaled / scale;
};
