const decimalsOf = (value: number): number => {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const fraction = mantissa.split(".")[1] ?? "";
  return Math.max(0, fraction.length - Number(exponent));
};

/**
 * A sum without the dust of binary fractions: 0.1 + 0.2 is 0.3, as in kintone,
 * which calculates with decimals. Exact while the sum has at most 15 digits.
 */
export const sumDecimals = (values: readonly number[]): number => {
  // Whole points are the rule, and there are thousands of sheets on a board.
  if (values.every(Number.isInteger)) {
    return values.reduce((sum, value) => sum + value, 0);
  }
  const decimals = values.reduce(
    (most, value) => Math.max(most, decimalsOf(value)),
    0,
  );
  const scale = 10 ** decimals;
  const scaled = values.reduce(
    (sum, value) => sum + Math.round(value * scale),
    0,
  );
  return scaled / scale;
};
