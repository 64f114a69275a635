/**
 * A failure that a user can read about: a code of `formErrors` and the values
 * that its sentence needs. Broken promises inside this package are plain
 * `Error`s instead.
 */
export class FormError extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(
    code: string,
    params: Readonly<Record<string, string | number>> = {},
    options?: { cause?: unknown },
  ) {
    super(code, options);
    this.name = "FormError";
    this.code = code;
    this.params = params;
  }
}
