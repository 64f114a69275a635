/** A mistake of the person at the keyboard: shown as one sentence, without a stack. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
