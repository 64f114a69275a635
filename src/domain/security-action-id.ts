/**
 * Which system gave the ID: before April 2026 they begin with 4, since then with
 * 5. Some programmes refuse old ones, so it is worth showing.
 */
export type IdGeneration = "old" | "new";

const GENERATION_BY_DIGIT: Readonly<Record<string, IdGeneration>> = {
  4: "old",
  5: "new",
};

const DIGITS = 11;

/**
 * The generation of a SECURITY ACTION 自己宣言ID; null when the form is wrong.
 * Only ever a warning: IPA publishes no rule for the form.
 */
export const securityActionGeneration = (text: string): IdGeneration | null => {
  const id = text.normalize("NFKC").trim();
  return id.length === DIGITS && /^\d+$/u.test(id)
    ? (GENERATION_BY_DIGIT[id.charAt(0)] ?? null)
    : null;
};

/** A blank has no form that could be wrong. */
export const isSecurityActionIdOdd = (text: string): boolean =>
  text.trim() !== "" && securityActionGeneration(text) === null;
