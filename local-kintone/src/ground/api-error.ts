export type Localised = { ja: string; en: string };

/** Field path → messages, as `CB_VA01` carries them. */
export type ErrorMap = Record<string, { messages: Localised[] }>;

/**
 * An answer that kintone gives instead of a result (rest-api.md §2). The
 * transport adds the 20-character id and picks the language.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly text: Localised;
  readonly errors: ErrorMap | undefined;

  constructor(
    status: number,
    code: string,
    text: Localised,
    errors?: ErrorMap,
  ) {
    super(`${code}: ${text.en}`);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.text = text;
    this.errors = errors;
  }
}

/** `CB_VA01` with one or more field paths. */
export const invalidInput = (errors: ErrorMap): ApiError =>
  new ApiError(
    400,
    "CB_VA01",
    { ja: "入力内容が正しくありません。", en: "Missing or invalid input." },
    errors,
  );
