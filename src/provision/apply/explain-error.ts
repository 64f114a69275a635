import { refusalOf, type Refusal } from "../connect/refusal.ts";
import { AppError } from "../../errors/app-error.ts";
import { isUserError } from "../../errors/user-error.ts";
import {
  AnswerTrouble,
  isUnreachable,
  isUntrusted,
  troubleOf,
  type Trouble,
} from "../../errors/trouble.ts";
import type { Message } from "../../i18n/message.ts";

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

/** An answer that is not kintone's; the official client tells no more than its status. */
const troubleIn = (error: Error, refusal: Refusal | null): Trouble | null => {
  if (error instanceof AnswerTrouble) return error.trouble;
  return refusal?.code === "" ? troubleOf(refusal.status, "") : null;
};

/**
 * Says what a failed request means for the person who sets the site up.
 *
 * | what came back | becomes |
 * |---|---|
 * | no answer | `provision/unreachable` |
 * | a certificate that is not accepted | `kintone/untrusted` |
 * | an answer that is not kintone's | `kintone/` and its trouble |
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
  const trouble = troubleIn(error, refusal);
  const words = { step: step.ja, stepEn: step.en };
  if (trouble === "unavailable")
    return new AppError("provision/busy", words, { cause: error });
  if (trouble !== null)
    return new AppError(`kintone/${trouble}`, {}, { cause: error });
  if (refusal !== null)
    return new AppError(
      codeOf(refusal),
      { ...words, detail: refusal.detail, id: refusal.id },
      { cause: error },
    );
  if (isUntrusted(error))
    return new AppError("kintone/untrusted", {}, { cause: error });
  if (error.name === "TypeError" || isUnreachable(error))
    return new AppError("provision/unreachable", { address }, { cause: error });
  return error;
};
