import type { Language, Message } from "../i18n/message.ts";
import { errorCatalogue } from "./catalogue.ts";
import type { ErrorCatalogue, ErrorEntry } from "./catalogue.ts";
import { isUserError } from "./user-error.ts";

/** The sentences of this page; its entry adds those of the parts it carries. */
let pageCatalogue: ErrorCatalogue = errorCatalogue;

/**
 * Adds the sentences of a part to the page's. A phone opens no forms and does
 * without the form engine's.
 */
export const addToPageCatalogue = (sentences: ErrorCatalogue): void => {
  pageCatalogue = { ...pageCatalogue, ...sentences };
};

const unexpected = (detail: string): Message => ({
  ja: `想定していない不具合が起きました。画面を読み込み直してください。続くときは、この文を管理者に見せてください：${detail}`,
  en: `Something unexpected went wrong. Reload the page; if it stays, show this to an administrator: ${detail}`,
});

const detailOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

type Unexpected = (detail: string) => Message;

type Params = Readonly<Record<string, string | number>>;

const fill = (entry: ErrorEntry, params: Params): Message =>
  typeof entry === "function"
    ? // The error's constructor asked for the values that its entry takes.
      (entry as (values: Params) => Message)(params)
    : entry;

/** The message about a failure; `describeBug` words what is in no catalogue. */
export const toMessageOf = (
  error: unknown,
  extra: ErrorCatalogue,
  describeBug: Unexpected = unexpected,
): Message => {
  const catalogue = { ...pageCatalogue, ...extra };
  if (!isUserError(error) || !Object.hasOwn(catalogue, error.code)) {
    return describeBug(detailOf(error));
  }
  const entry = catalogue[error.code];
  return entry ? fill(entry, error.params) : describeBug(detailOf(error));
};

/**
 * The sentence for the user of a page about a failure, in the user's language. An error
 * that is in no catalogue is a bug of ours: the sentence says so and keeps the
 * detail.
 *
 * @param extra - the catalogue of a part with errors of its own
 */
export const toMessage = (
  error: unknown,
  language: Language,
  extra: ErrorCatalogue = {},
): string => toMessageOf(error, extra)[language];
