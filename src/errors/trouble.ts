/** Ordinary trouble on the way to kintone, recognised by the answer that came in its place. */
export type Trouble =
  /** A page of somebody else with status 200 or 404. */
  | "not-kintone"
  /** A proxy's or a provider's page that asks for a login. */
  | "sign-in-page"
  /** An answer that breaks off. */
  | "cut-off"
  /** A refusal in front of kintone: IP restriction, basic authentication, client certificate. */
  | "restricted"
  /** Maintenance, or a server in between that gets no answer. */
  | "unavailable";

/** An answer that is not kintone's. */
export class AnswerTrouble extends Error {
  readonly trouble: Trouble;
  readonly status: number;

  constructor(trouble: Trouble, status: number) {
    super(`HTTP ${status}: ${trouble}`);
    this.name = "AnswerTrouble";
    this.trouble = trouble;
    this.status = status;
  }
}

const TROUBLE_BY_STATUS: Readonly<Record<number, Trouble>> = {
  401: "restricted",
  403: "restricted",
  404: "not-kintone",
  407: "sign-in-page",
  502: "unavailable",
  503: "unavailable",
  504: "unavailable",
};

const isPage = (text: string): boolean => /^\s*</u.test(text);

const pageTrouble = (text: string): Trouble => {
  if (/メンテナンス|maintenance/iu.test(text)) return "unavailable";
  return /type=["']?password|ログイン|sign ?in|log ?in/iu.test(text)
    ? "sign-in-page"
    : "not-kintone";
};

/** @returns the trouble that an answer without kintone's JSON tells; null for other failures */
export const troubleOf = (status: number, text: string): Trouble | null => {
  const known = TROUBLE_BY_STATUS[status];
  if (known !== undefined) return known;
  if (status >= 400) return null;
  return isPage(text) ? pageTrouble(text) : "cut-off";
};

const parseObject = (text: string): object | null => {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === "object" ? answer : null;
  } catch {
    // The caller says by the status what a text without JSON means.
    return null;
  }
};

/**
 * The JSON of an answer of kintone, whatever its status.
 *
 * @returns null for a failure that tells no more than its status
 * @throws AnswerTrouble for an answer that is not kintone's
 */
export const parseAnswer = (status: number, text: string): object | null => {
  const answer = parseObject(text);
  if (answer !== null) return answer;
  const trouble = troubleOf(status, text);
  if (trouble === null) return null;
  throw new AnswerTrouble(trouble, status);
};

const codesOf = (error: unknown): string[] =>
  error instanceof Error
    ? [
        "code" in error ? String(error.code) : "",
        error.message,
        ...codesOf(error.cause),
      ]
    : [];

/** True when the other side's certificate was not accepted. Pages never learn that. */
export const isUntrusted = (error: unknown): boolean =>
  codesOf(error).some((code) =>
    /CERT_|_CERT\b|SELF_SIGNED|UNABLE_TO_VERIFY|ISSUER_CERT|ERR_TLS|self.signed certificate/u.test(
      code,
    ),
  );

/** True when no answer came at all, or broke off on the wire. */
export const isUnreachable = (error: unknown): boolean =>
  codesOf(error).some((code) =>
    /ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EPROTO|socket|fetch failed|aborted/iu.test(
      code,
    ),
  );
