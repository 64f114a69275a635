import { formErrors } from "../../src/catalogue/errors.ts";
import { FormError } from "../../src/words/form-error.ts";

/** The FormError that the call throws; null when it returns. */
const thrownBy = (call: () => unknown): FormError | null => {
  try {
    call();
  } catch (error) {
    if (error instanceof FormError) return error;
    throw error;
  }
  return null;
};

/** Code of the FormError that the call throws; anything else is thrown on. */
export const codeOf = (call: () => unknown): string =>
  thrownBy(call)?.code ?? "no error";

/** The Japanese sentence of an error of this package. */
export const sentence = (error: unknown): string => {
  if (!(error instanceof FormError)) throw error;
  const entry = formErrors[error.code];
  if (!entry) throw new Error(`${error.code} has no sentence`);
  return (typeof entry === "function" ? entry(error.params) : entry).ja;
};

/** The Japanese sentence of the failure; "" when the call returns. */
export const sentenceOf = (call: () => unknown): string => {
  const error = thrownBy(call);
  return error === null ? "" : sentence(error);
};
