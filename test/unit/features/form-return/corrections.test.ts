import { describe, expect, test } from "vitest";
import type { ReadFinding, Reading } from "excel-form";
import {
  isCorrectable,
  isWrong,
  applyCorrections,
  openDoubts,
  subjectOf,
} from "../../../../src/features/form-return/corrections.ts";

const finding = (changes: Partial<ReadFinding> = {}): ReadFinding => ({
  kind: "approximate",
  level: "doubt",
  message: { ja: "おおよその数です。", en: "Approximate." },
  sheet: "一覧",
  cell: "K7",
  text: "約18点",
  key: "score.total",
  row: 1,
  ...changes,
});

const reading = (...findings: ReadFinding[]): Reading => ({
  data: {
    scalars: {},
    rows: [{ "score.total": 15 }, { "score.total": 18, remarks: "速報" }],
  },
  findings,
});

describe("a doubtful value of a filled form", () => {
  test("is replaced by what a person types, as a number", () => {
    const one = finding();
    const corrections = new Map([
      [subjectOf(one), { kind: "value", text: "１７" } as const],
    ]);
    expect(applyCorrections(reading(one), corrections).rows).toEqual([
      { "score.total": 15 },
      { "score.total": 17, remarks: "速報" },
    ]);
    expect(openDoubts(reading(one), corrections)).toEqual([]);
  });

  test("is left out when its text is cleared", () => {
    const one = finding();
    const corrections = new Map([
      [subjectOf(one), { kind: "value", text: " " } as const],
    ]);
    expect(applyCorrections(reading(one), corrections).rows[1]).toEqual({
      remarks: "速報",
    });
  });

  test("stays as it was read when a person says so", () => {
    const one = finding();
    const corrections = new Map([
      [subjectOf(one), { kind: "confirmed" } as const],
    ]);
    expect(applyCorrections(reading(one), corrections)).toEqual(
      reading(one).data,
    );
    expect(openDoubts(reading(one), corrections)).toEqual([]);
  });

  test("takes a number for a number and a day for a date, and nothing else", () => {
    expect(isWrong(finding(), "17")).toBe(false);
    expect(isWrong(finding(), "約17")).toBe(true);
    const date = finding({ key: "declaration.registeredOn" });
    expect(isWrong(date, "2026/7/25")).toBe(false);
    expect(isWrong(date, "7/25")).toBe(true);
  });
});

test("a row that was not read can be confirmed alone", () => {
  const { key: _, row: __, ...rest } = finding({ kind: "beyondList" });
  expect(isCorrectable(rest)).toBe(false);
  const other = { ...rest, cell: "K9" };
  const corrections = new Map([
    [subjectOf(rest), { kind: "confirmed" } as const],
  ]);
  expect(openDoubts(reading(rest, other), corrections)).toEqual([other]);
});

test("a note asks for no answer", () => {
  expect(openDoubts(reading(finding({ level: "note" })), new Map())).toEqual(
    [],
  );
});
