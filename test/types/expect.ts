/** Does not compile unless given `true`. */
export type Expect<T extends true> = T;

export type IsAssignable<From, To> = [From] extends [To] ? true : false;

/** Same in both directions, and neither is `any`. */
export type IsEqual<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2
    ? true
    : false;
