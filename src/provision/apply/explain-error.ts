import { AppError } from "../../errors/app-error.ts";
import { isUserError } from "../../errors/user-error.ts";
import type { Message } from "../../i18n/message.ts";

type Refusal = {
  readonly status: number;
  readonly code: string;
  readonly id: string;
  readonly detail: string;
};

const textOf = (error: object, name: string): string =>
  name in error ? String(Reflect.get(error, name) ?? "") : "";

const sentencesOf = (problem: unknown): string => {
  const messages: unknown = Reflect.get(Object(problem), "messages");
  return Array.isArray(messages) ? messages.join(" ") : "";
};

/** kintone's message; for each parameter that it did not like, its path and its sentence. */
export const detailOf = (error: Error): string => {
  const problems =
    "errors" in error ? Object.entries(Object(error.errors)) : [];
  return [
    error.message,
    ...problems.map(([path, problem]) => `${path}：${sentencesOf(problem)}`),
  ].join(" / ");
};

/** Answers of a site, whichever transport threw them; null for anything else. */
export const refusalOf = (error: unknown): Refusal | null => {
  if (!(error instanceof Error)) return null;
  const status = Number(textOf(error, "status"));
  // A page instead of JSON: the client throws "503: Service Unavailable".
  const plain = /^(\d{3}): /u.exec(error.message)?.[1];
  if (!Number.isFinite(status) || status === 0)
    return plain === undefined
      ? null
      : { status: Number(plain), code: "", id: "", detail: error.message };
  return {
    status,
    code: textOf(error, "code"),
    id: textOf(error, "id"),
    detail: detailOf(error),
  };
};

const isNetworkFailure = (error: Error): boolean =>
  error.name === "TypeError" ||
  /ECONN|ENOTFOUND|EAI_AGAIN|socket|fetch failed/iu.test(
    `${error.message} ${String(error.cause ?? "")}`,
  );

type RefusalCode =
  | "provision/login-refused"
  | "provision/no-right"
  | "provision/busy"
  | "provision/refused";

const codeOf = ({ status, code }: Refusal): RefusalCode => {
  if (status === 401) return "provision/login-refused";
  if (code === "CB_NO02" || code === "GAIA_NO01" || status === 403)
    return "provision/no-right";
  if (status === 429 || status >= 500) return "provision/busy";
  return "provision/refused";
};

/**
 * Says what a failed request means for whoever sets the site up.
 *
 * | what came back | becomes |
 * |---|---|
 * | no answer | `provision/unreachable` |
 * | 401 | `provision/login-refused` |
 * | 403, CB_NO02, GAIA_NO01 | `provision/no-right` |
 * | 429, 5xx | `provision/busy` |
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
