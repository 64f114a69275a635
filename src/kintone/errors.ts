import { AppError } from "../errors/app-error.ts";
import type { ErrorCode } from "../errors/app-error.ts";
import {
  AnswerTrouble,
  isUnreachable,
  isUntrusted,
} from "../errors/trouble.ts";
import { RestFailure } from "./transport.ts";

/** Refusals that kintone answered, as opposed to no answer or one of somebody else. */
type RefusalCode = Exclude<
  Extract<ErrorCode, `kintone/${string}`>,
  | "kintone/offline"
  | "kintone/untrusted"
  | "kintone/not-kintone"
  | "kintone/sign-in-page"
  | "kintone/cut-off"
  | "kintone/restricted"
>;

const codeByServerCode: Readonly<Record<string, RefusalCode>> = {
  CB_NO02: "kintone/no-right",
  GAIA_NO01: "kintone/no-right",
  CB_AU01: "kintone/signed-out",
  CB_WA01: "kintone/signed-out",
  GAIA_AP01: "kintone/app-missing",
  GAIA_RE01: "kintone/record-missing",
  GAIA_CO02: "kintone/changed-meanwhile",
  GAIA_CO03: "kintone/changed-meanwhile",
  GAIA_UN03: "kintone/changed-meanwhile",
  GAIA_TO04: "kintone/busy",
  // A database lock, which a connector of others meets under load:
  // trocco-io/embulk-output-kintone, KintonePageOutput.java.
  GAIA_RE18: "kintone/busy",
  GAIA_DA02: "kintone/busy",
  GAIA_BL01: "kintone/file-missing",
  GAIA_NT01: "kintone/not-assignee",
  GAIA_IL03: "kintone/status-moved",
  GAIA_LO04: "kintone/lookup-missing",
  CB_VA01: "kintone/refused-input",
};

const codeByStatus: Readonly<Record<number, RefusalCode>> = {
  401: "kintone/signed-out",
  403: "kintone/no-right",
  413: "kintone/too-large",
  429: "kintone/busy",
  502: "kintone/unavailable",
  503: "kintone/unavailable",
  504: "kintone/unavailable",
};

/**
 * Turns an error of the transport into one of our own.
 *
 * | thrown | becomes |
 * |---|---|
 * | known kintone code | its entry above |
 * | known HTTP status | its entry above |
 * | any other answer | `kintone/other` with kintone's message |
 * | an answer that is not kintone's | its trouble (`src/errors/trouble.ts`) |
 * | a certificate that is not accepted | `kintone/untrusted` |
 * | no answer at all (`fetch` throws a TypeError) | `kintone/offline` |
 *
 * The error id is kept for support. Anything else is a bug of ours and stays.
 */
export const toAppError = (error: unknown): unknown => {
  if (error instanceof RestFailure) {
    const code =
      codeByServerCode[error.code] ??
      codeByStatus[error.status] ??
      "kintone/other";
    const params = { id: error.id, detail: error.message };
    return new AppError(code, params, { cause: error });
  }
  if (error instanceof AnswerTrouble)
    return new AppError(`kintone/${error.trouble}`, {}, { cause: error });
  if (isUntrusted(error))
    return new AppError("kintone/untrusted", {}, { cause: error });
  return error instanceof TypeError || isUnreachable(error)
    ? new AppError("kintone/offline", {}, { cause: error })
    : error;
};

/** Safe to retry silently: reads answered 429 or 5xx. */
export const isPassing = (error: unknown): boolean =>
  (error instanceof RestFailure || error instanceof AnswerTrouble) &&
  [429, 502, 503, 504].includes(error.status);
