import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  createScriptTransport,
  READ_TIMEOUT_MS,
} from "../../../src/kintone/transport.ts";
import { toAppError } from "../../../src/kintone/errors.ts";
import { hasErrorCode } from "../../../src/errors/user-error.ts";
import { newestFile } from "../../../src/kintone/report-records.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const silent = createScriptTransport({
  baseUrl: "http://localhost/",
  headers: {},
  send: () => new Promise(() => undefined),
});

test.each([
  ["a reading", () => silent.request("GET", "records", { app: "1" })],
  ["a file", () => silent.download("key")],
  [
    "a long reading",
    () => silent.request("GET", "records", { query: "x".repeat(5000) }),
  ],
])(
  "%s whose answer is lost ends as one that found no network",
  async (_name, read) => {
    const ended = read().catch(toAppError);
    await vi.advanceTimersByTimeAsync(READ_TIMEOUT_MS);
    expect(hasErrorCode(await ended, "kintone/offline")).toBe(true);
  },
);

test("a writing is not given up: it may still happen", async () => {
  let isOver = false;
  void silent
    .request("PUT", "record", { app: "1" })
    .finally(() => (isOver = true));
  await vi.advanceTimersByTimeAsync(10 * READ_TIMEOUT_MS);
  expect(isOver).toBe(false);
});

test("of two blanks the one added last counts", () => {
  expect(newestFile(["旧.xlsx", "新.xlsx"])).toBe("新.xlsx");
  expect(newestFile([])).toBeUndefined();
});
