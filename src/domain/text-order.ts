/** By code units: ISO dates and codes sort by it the same on every machine. */
export const compareTexts = (a: string, b: string): number =>
  Number(a > b) - Number(a < b);

/** Infinity means "no order given" and equals itself. */
export const compareNumbers = (a: number, b: number): number =>
  Number(a > b) - Number(a < b);
