type Body = { code?: unknown; id?: unknown; message?: unknown };

const parseBody = (text: string): Body => {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? parsed : {};
  } catch {
    // A proxy or a site in maintenance answers with a page instead of JSON.
    return {};
  }
};

const textOf = (value: unknown): string =>
  typeof value === "string" ? value : "";

/** A refusal of the User API, in the terms of kintone's other errors. */
export class SiteError extends Error {
  readonly status: number;
  readonly code: string;
  readonly id: string;

  constructor(status: number, code: string, id: string, message: string) {
    super(message);
    this.name = "SiteError";
    this.status = status;
    this.code = code;
    this.id = id;
  }

  static of(status: number, text: string): SiteError {
    const { code, id, message } = parseBody(text);
    return new SiteError(
      status,
      textOf(code),
      textOf(id),
      textOf(message) || `HTTP ${status}`,
    );
  }
}
