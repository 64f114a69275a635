import { checkDigitOf } from "../../../src/domain/corporate-number.ts";

/** A corporate number that has these digits after its check digit. */
export const corporateNumber = (twelveDigits: string): string =>
  `${checkDigitOf(twelveDigits)}${twelveDigits}`;
