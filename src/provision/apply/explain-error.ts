import { refusalOf, type Refusal } from "../connect/refusal.ts";
import { AppError } from "../../errors/app-error.ts";
import { isUserError } from "../../errors/user-error.ts";
import type { Message } from "../../i18n/message.ts";

const isNetworkFailure = (error: Error): boolean =>
  error.name === "TypeError" ||
  /ECONN|ENOTFOUND|EAI_AGAIN|socket|fetch failed/iu.test(
    `${error.message} ${String(error.cause ?? "")}`,
  );

type RefusalCode =
  | "provision/login-refused"
  | "provision/signed-out"
  | "provision/no-right"
  | "provision/busy"
  | "provision/refused";

/** A database lock: trocco-io/embulk-output-kintone, KintonePageOutput.java. */
const LOCKED = new Set(["GAIA_RE18", "GAIA_DA02"]);

const codeOf = ({ status, code }: Refusal): RefusalCode => {
  // CB_AU01 is a page without a session; a wrong password is CB_WA01.
  if (code === "CB_AU01") return "provision/signed-out";
  if (status === 401) return "provision/login-refused";
  if (code === "CB_NO02" || code === "GAIA_NO01" || status === 403)
    return "provision/no-right";
  if (status === 429 || status >= 500 || LOCKED.has(code))
    return "provision/busy";
  return "provision/refused";
};

/**
 * Says what a failed request means for whoever sets the site up.
 *
 * | what came back | becomes |
 * |---|---|
 * | no answer | `provision/unreachable` |
 * | CB_AU01 | `provision/signed-out` |
 * | other 401 | `provision/login-refused` |
 * | 403, CB_NO02, GAIA_NO01 | `provision/no-right` |
 * | 429, 5xx, a database lock | `provision/busy` |
 * | any other refusal | `provision/refused` with kintone's own words |
 */
export const explainError = (
  error: unknown,
  step: Message,
  address: string,
): unknown => {
  if (isUserError(error) || !(error instanceof Error)) return error;
  const refusal = refusalOf(error);
  if (refusal !== null)
    return new AppError(
      codeOf(refusal),
      {
        step: step.ja,
        stepEn: step.en,
        detail: refusal.detail,
        id: refusal.id,
      },
      { cause: error },
    );
  if (isNetworkFailure(error))
    return new AppError("provision/unreachable", { address }, { cause: error });
  return error;
};
