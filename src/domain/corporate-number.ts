/**
 * The fault of a 法人番号. `invoiceNumber`: the T of an invoice number is
 * in front, and a sole proprietor's invoice number is no corporate number.
 */
export type CorporateNumberProblem =
  | { readonly kind: "invoiceNumber" }
  | { readonly kind: "notDigits" }
  | { readonly kind: "length"; readonly digits: number }
  | { readonly kind: "leadingZero" }
  | { readonly kind: "checkDigit"; readonly expected: number };

const DIGITS = 13;

/** Half-width, without the hyphens and spaces that people add for reading. */
export const toCorporateNumber = (text: string): string =>
  text.normalize("NFKC").replace(/[\s\-‐‑–—−ー]/gu, "");

/**
 * The check digit that belongs before 12 digits: 9 − (Σ Pn × Qn mod 9), n counted
 * from the right, Qn = 1 for odd n and 2 for even n.
 *
 * @see https://www.houjin-bangou.nta.go.jp/documents/checkdigit.pdf
 */
export const checkDigitOf = (twelveDigits: string): number => {
  const sum = [...twelveDigits]
    .reverse()
    .reduce(
      (total, digit, index) =>
        total + Number(digit) * (index % 2 === 0 ? 1 : 2),
      0,
    );
  return 9 - (sum % 9);
};

/** Null for a good number and for a blank: whether one is needed is another question. */
export const corporateNumberProblem = (
  text: string,
): CorporateNumberProblem | null => {
  const number = toCorporateNumber(text);
  if (number === "") {
    return null;
  }
  if (/^T\d+$/iu.test(number)) {
    return { kind: "invoiceNumber" };
  }
  if (!/^\d+$/u.test(number)) {
    return { kind: "notDigits" };
  }
  if (number.length !== DIGITS) {
    return { kind: "length", digits: number.length };
  }
  if (number.startsWith("0")) {
    return { kind: "leadingZero" };
  }
  const expected = checkDigitOf(number.slice(1));
  return expected === Number(number[0])
    ? null
    : { kind: "checkDigit", expected };
};

export const isCorporateNumber = (text: string): boolean =>
  toCorporateNumber(text) !== "" && corporateNumberProblem(text) === null;
