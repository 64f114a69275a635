import { FormError } from "excel-form";
import { AppError } from "./app-error.ts";
import type { ErrorCode } from "./app-error.ts";

/** True for errors that have a sentence for the user, those of the form engine included. */
export const isUserError = (error: unknown): error is AppError | FormError =>
  error instanceof AppError || error instanceof FormError;

/** True for an error of ours with one of these codes. */
export const hasErrorCode = <C extends ErrorCode>(
  error: unknown,
  ...codes: readonly C[]
): error is AppError<C> =>
  error instanceof AppError && codes.some((code) => code === error.code);
