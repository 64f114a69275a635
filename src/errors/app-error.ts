/**
 * A failure that a user can be told about: a code of the catalogue and the
 * values that its sentence needs. Broken promises between our own modules are
 * plain `Error`s instead.
 */
export class AppError extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(
    code: string,
    params: Readonly<Record<string, string | number>> = {},
    options?: { cause?: unknown },
  ) {
    super(code, options);
    this.name = "AppError";
    this.code = code;
    this.params = params;
  }
}
