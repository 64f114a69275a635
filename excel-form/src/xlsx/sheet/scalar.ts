/** An error value such as `#DIV/0!`; thrown until it is the result of a formula. */
export class CellError {
  readonly code: string;
  constructor(code: string) {
    this.code = code;
  }
}

/** null is an empty cell. */
export type Scalar = number | string | boolean | null | CellError;
