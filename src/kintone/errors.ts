import { AppError } from "../errors/app-error.ts";

type ServerAnswer = {
  status: number;
  code: string;
  id: string;
  message: string;
};

const hasStrings = (
  value: object,
  ...keys: readonly string[]
): value is Record<string, string> =>
  keys.every(
    (key) => key in value && typeof Reflect.get(value, key) === "string",
  );

/** `KintoneRestAPIError` by its shape; `instanceof` breaks across bundles. */
const toServerAnswer = (error: unknown): ServerAnswer | undefined => {
  if (typeof error !== "object" || error === null) {
    return undefined;
  }
  if (!hasStrings(error, "code", "id", "message")) {
    return undefined;
  }
  const status = Number(Reflect.get(error, "status") ?? 0);
  const { code = "", id = "", message = "" } = error;
  return { status, code, id, message };
};

const statusOf = (error: unknown): number => {
  const answer = toServerAnswer(error);
  if (answer !== undefined) {
    return answer.status;
  }
  // The client turns an answer that is not JSON into `Error("503: Service Unavailable")`.
  const text = error instanceof Error ? error.message : "";
  return Number(/^(\d{3}):/.exec(text)?.[1] ?? 0);
};

const codeByServerCode: Readonly<Record<string, string>> = {
  CB_NO02: "kintone/no-right",
  GAIA_NO01: "kintone/no-right",
  CB_AU01: "kintone/signed-out",
  CB_WA01: "kintone/signed-out",
  GAIA_AP01: "kintone/app-missing",
  GAIA_RE01: "kintone/record-missing",
  GAIA_CO02: "kintone/changed-meanwhile",
  GAIA_UN03: "kintone/changed-meanwhile",
  GAIA_TO04: "kintone/busy",
  GAIA_BL01: "kintone/file-missing",
  GAIA_NT01: "kintone/not-assignee",
  GAIA_IL03: "kintone/status-moved",
  GAIA_LO04: "kintone/lookup-missing",
  CB_VA01: "kintone/refused-input",
};

const codeByStatus: Readonly<Record<number, string>> = {
  401: "kintone/signed-out",
  403: "kintone/no-right",
  413: "kintone/too-large",
  429: "kintone/busy",
  502: "kintone/unavailable",
  503: "kintone/unavailable",
  504: "kintone/unavailable",
};

/**
 * What the official client threw, as one of our own errors.
 *
 * | thrown | becomes |
 * |---|---|
 * | known kintone code | its entry above |
 * | known HTTP status | its entry above |
 * | no answer at all | `kintone/offline` |
 * | any other answer | `kintone/other` with kintone's message |
 *
 * The error id is kept for support.
 */
export const toAppError = (error: unknown): AppError => {
  if (error instanceof AppError) {
    return error;
  }
  const answer = toServerAnswer(error);
  const status = statusOf(error);
  const params = {
    id: answer?.id ?? "",
    detail: answer?.message ?? (error instanceof Error ? error.message : ""),
  };
  const known = codeByServerCode[answer?.code ?? ""] ?? codeByStatus[status];
  if (known !== undefined) {
    return new AppError(known, params, { cause: error });
  }
  const code = status === 0 ? "kintone/offline" : "kintone/other";
  return new AppError(code, params, { cause: error });
};

/** Worth another try without a word to the user: reading while kintone is short of breath. */
export const isPassing = (error: unknown): boolean =>
  [429, 502, 503, 504].includes(statusOf(error));
