import { FormError } from "excel-form";
import { AppError } from "./app-error.ts";

/** True for errors that have a sentence for the user, those of the form engine included. */
export const isUserError = (error: unknown): error is AppError | FormError =>
  error instanceof AppError || error instanceof FormError;
