import { describe, expect, test } from "vitest";
import {
  formatAmount,
  formatFileSize,
  formatNumber,
  formatPoints,
} from "../../../src/i18n/format-number.ts";

test.each([
  [0, "0"],
  [0.5, "0.5"],
  [1234567, "1,234,567"],
  [-3, "-3"],
  [2 / 3, "0.6667"],
])("%d is written %s in both languages", (value, text) => {
  expect(formatNumber(value, "ja")).toBe(text);
  expect(formatNumber(value, "en")).toBe(text);
});

test.each([
  [11, "11点", "11 points"],
  [0.5, "0.5点", "0.5 points"],
  [1, "1点", "1 point"],
  [0, "0点", "0 points"],
])("%d points", (points, ja, en) => {
  expect(formatPoints(points, "ja")).toBe(ja);
  expect(formatPoints(points, "en")).toBe(en);
});

test("amounts have their counter in Japanese only", () => {
  expect(formatAmount(1200, "ja")).toBe("1,200件");
  expect(formatAmount(1200, "en")).toBe("1,200");
});

describe("formatFileSize", () => {
  test.each([
    [0, "0 B"],
    [1023, "1,023 B"],
    [1024, "1 KB"],
    [1536, "1.5 KB"],
    [10_240, "10 KB"],
    [1_048_575, "1 MB"],
    [12_582_912, "12 MB"],
    [5 * 1024 ** 3, "5 GB"],
    [5000 * 1024 ** 3, "5,000 GB"],
  ])("%d bytes are %s", (bytes, text) => {
    expect(formatFileSize(bytes, "ja")).toBe(text);
  });
});
