import { expect } from "vitest";
import type { Sent } from "./victim-site.ts";

/**
 * An answer that kintone could give, and nothing changed where something was
 * refused. What is not imitated is refused loudly, which is fine too.
 *
 * @param complaint - what the server printed last, to be shown when it broke
 */
export const expectKintoneAnswer = (sent: Sent, complaint = ""): void => {
  const { status, text, about, changes } = sent;
  const isLoud = status === 501 && text.includes("LOCAL_UNSUPPORTED");
  const isRefusal = status === 520 || (status >= 400 && status < 500);
  expect(status === 200 || isRefusal || isLoud, `${about} ${complaint}`).toBe(
    true,
  );
  if (status === 200) return;
  const parsed = JSON.parse(text) as Record<string, unknown>;
  const isBulk = Array.isArray(parsed.results);
  expect(isBulk || typeof parsed.code === "string", about).toBe(true);
  expect(changes, about).toEqual([]);
};
