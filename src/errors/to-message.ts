import type { Language, Message } from "../i18n/message.ts";
import { formErrors } from "excel-form";
import { isUserError } from "./user-error.ts";
import { errorCatalogue } from "./catalogue.ts";
import type { ErrorCatalogue } from "./catalogue.ts";

const catalogue: ErrorCatalogue = { ...errorCatalogue, ...formErrors };

const unexpected = (detail: string): Message => ({
  ja: `想定していない不具合が起きました。画面を読み込み直してください。続くときは、この文を管理者に見せてください：${detail}`,
  en: `Something unexpected went wrong. Reload the page; if it stays, show this to an administrator: ${detail}`,
});

const detailOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

const messageOf = (error: unknown): Message => {
  const entry =
    isUserError(error) && Object.hasOwn(catalogue, error.code)
      ? catalogue[error.code]
      : undefined;
  if (entry === undefined || !isUserError(error)) {
    return unexpected(detailOf(error));
  }
  return typeof entry === "function" ? entry(error.params) : entry;
};

/**
 * What to tell the user about a failure, in the user's language. An error that
 * is not in the catalogue is a bug of ours: it says so and keeps the detail.
 */
export const toMessage = (error: unknown, language: Language): string =>
  messageOf(error)[language];
