import { isPassing, toAppError } from "./errors.ts";

/** Waits between tries; three tries in all, a second and a half at most. */
const WAITS_MS = [400, 1100] as const;

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/**
 * Reads again when kintone is short of breath (429, 502–504). Only for requests
 * that change nothing: a write whose answer was lost may have happened.
 *
 * @throws AppError of `src/kintone/errors.ts`
 */
export const readWithRetry = async <T>(read: () => Promise<T>): Promise<T> => {
  for (const waitMs of WAITS_MS) {
    try {
      return await read();
    } catch (error) {
      if (!isPassing(error)) {
        throw toAppError(error);
      }
      await pause(waitMs);
    }
  }
  return read().catch((error: unknown) => {
    throw toAppError(error);
  });
};

/** Writes once. @throws AppError of `src/kintone/errors.ts` */
export const writeOnce = <T>(write: () => Promise<T>): Promise<T> =>
  write().catch((error: unknown) => {
    throw toAppError(error);
  });
