import { AppError } from "../../src/errors/app-error.ts";
import { reportErrors } from "../../src/report/errors.ts";

/** Code of the AppError that the call throws; anything else is thrown on. */
export const codeOf = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return "no error";
};

/** The Japanese sentence of the failure. */
export const sentenceOf = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const entry = reportErrors[error.code];
    if (!entry) throw new Error(`${error.code} has no sentence`);
    return (typeof entry === "function" ? entry(error.params) : entry).ja;
  }
  return "";
};
