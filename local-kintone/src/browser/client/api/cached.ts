import { onScreenChange } from "../screens/current.ts";

/** @see https://cybozu.dev/ja/kintone/docs/js-api/kintone/build-page-url/ (limits of asynchronous getters) */
const FETCHES_PER_MINUTE = 50;
const MINUTE_MS = 60_000;

const answers = new Map<string, Promise<unknown>>();
let fetches: number[] = [];

const countFetch = (): void => {
  const now = performance.now();
  fetches = fetches.filter((at) => now - at < MINUTE_MS);
  if (fetches.length >= FETCHES_PER_MINUTE)
    throw new Error("Too many requests to the server within a minute");
  fetches.push(now);
};

/** Fetched once per page, at most fifty things a minute. Callers get copies. */
export const cached = async <T>(
  key: string,
  load: () => Promise<T>,
): Promise<T> => {
  if (!answers.has(key)) {
    countFetch();
    answers.set(key, load());
  }
  // Only `load` of the same key is ever stored under it.
  return structuredClone(await (answers.get(key) as Promise<T>));
};

// Fetched answers are dropped with the screen.
onScreenChange(() => answers.clear());
