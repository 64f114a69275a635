import { expect } from "vitest";
import type { Sent } from "./victim-site.ts";

// Codes begin with LOCAL where kintone's own is not recorded.
const CODE = /^([A-Z]{2,5}_[A-Z]{2}\d{2}|LOCAL_[A-Z_]+)$/;

/**
 * An error as kintone words it, all languages of it: code, id, message and, for
 * invalid input only, the places with their messages. The OpenAPI description leaves
 * errors out.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/overview/kintone-rest-api-overview/
 */
const expectErrorBody = (error: Record<string, unknown>, about: string) => {
  const { code, id, message, errors, ...others } = error;
  expect(code, about).toMatch(CODE);
  expect(id, about).toMatch(/^[0-9A-Za-z]{20}$/);
  expect(message, about).toMatch(/\S/);
  expect(others, about).toEqual({});
  expect(errors !== undefined, about).toBe(code === "CB_VA01");
  if (errors === undefined) return;
  const places = Object.values(errors as Record<string, unknown>);
  expect(places.length, about).toBeGreaterThan(0);
  for (const place of places) {
    const { messages, ...more } = place as { messages: string[] };
    expect(more, about).toEqual({});
    expect(messages.length, about).toBeGreaterThan(0);
    for (const text of messages) expect(text, about).toMatch(/\S/);
  }
};

/** One failure among empty objects. */
const expectBulkBody = (results: unknown[], about: string) => {
  const failed = results.filter(
    (it) => Object.keys(it as object).length > 0,
  ) as Array<Record<string, unknown>>;
  expect(failed.length, about).toBe(1);
  for (const error of failed) expectErrorBody(error, about);
};

/**
 * An answer that kintone could give, and nothing changed where something was
 * refused. What is not imitated is refused loudly, which is fine too.
 *
 * @param complaint - what the server printed last, to be shown when it broke
 * @returns whether the request was refused
 */
export const expectKintoneAnswer = (sent: Sent, complaint = ""): boolean => {
  const { status, type, text, about, changes } = sent;
  const isLoud = status === 501 && text.includes("LOCAL_UNSUPPORTED");
  const isRefusal = status === 520 || (status >= 400 && status < 500);
  expect(status === 200 || isRefusal || isLoud, `${about} ${complaint}`).toBe(
    true,
  );
  if (status === 200) return false;
  expect(changes, about).toEqual([]);
  expect(type, about).toMatch(/^application\/json/);
  const parsed = JSON.parse(text) as Record<string, unknown>;
  if (Array.isArray(parsed.results)) expectBulkBody(parsed.results, about);
  else if (!isLoud) expectErrorBody(parsed, about);
  return true;
};
