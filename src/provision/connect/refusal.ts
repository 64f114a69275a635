/** An answer of kintone other than success. */
export type Refusal = {
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
