import type { Message } from "../i18n/message.ts";
import type { errorCatalogue } from "./catalogue.ts";

/**
 * The catalogues of all errors that may be thrown. A part with errors of its own
 * adds its catalogue by declaration merging, as `src/provision/errors.ts` does;
 * only an interface can be merged.
 */
export interface ErrorCatalogues {
  readonly page: typeof errorCatalogue;
}

type ToIntersection<U> = (
  U extends unknown ? (given: U) => void : never
) extends (given: infer I) => void
  ? I
  : never;

type AppErrors = ToIntersection<ErrorCatalogues[keyof ErrorCatalogues]>;

export type ErrorCode = keyof AppErrors;

type NoParams = Readonly<Record<string, never>>;

/** The values that the sentence of a code needs. */
export type ParamsOf<C extends ErrorCode> = C extends unknown
  ? AppErrors[C] extends (params: infer P) => Message
    ? P
    : NoParams
  : never;

type Options = { readonly cause?: unknown };

/** Values may be left out only where the sentence does without them. */
type Rest<C extends ErrorCode> =
  NoParams extends ParamsOf<C>
    ? [params?: ParamsOf<C>, options?: Options]
    : [params: ParamsOf<C>, options?: Options];

/**
 * A failure that has a sentence for the user: a code of a catalogue and the
 * values that its sentence needs. Broken promises between our own modules are
 * plain `Error`s instead.
 */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: C, ...[params, options]: Rest<C>) {
    super(code, options);
    this.name = "AppError";
    this.code = code;
    // Every entry of a catalogue takes an object of texts and numbers.
    this.params = (params ?? {}) as Readonly<Record<string, string | number>>;
  }
}
