import { describe, expect, test } from "vitest";
import { fillForm, preflight, readForm } from "../../../src/index.ts";
import { sentence } from "../../support/form-error.ts";
import type { Drawing } from "../../support/forms/drawing.ts";
import { codesFor, formOf } from "../../support/forms/one-cell-form.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

const field = (d: Drawing) => d.widths(12, 12).label("A2", "欄").field("B2");
const at = (key: string) => ({ cell: "B2", key });

const boxes = (count: number, key: string, per?: number) =>
  Array.from({ length: count }, (_, n) => ({
    cell: `${String.fromCharCode(66 + n)}2`,
    key,
    part: `digit ${n + 1}`,
    ...(per !== undefined && { per }),
  }));
const drawBoxes = (count: number) => (d: Drawing) => {
  d.widths(12, ...Array.from({ length: count }, () => 4)).label("A2", "欄");
  for (const { cell } of boxes(count, "")) d.field(cell);
};

const shown = async (
  draw: (d: Drawing) => void,
  entries: ReadonlyArray<{ cell: string; key: string }>,
  value: string | number,
): Promise<string> => {
  const { bytes, map } = await formOf(draw, ...entries);
  const scalars = { [entries[0]?.key ?? ""]: value };
  const sheet = readForm(
    fillForm(VOCABULARY, bytes, map, { scalars, rows: [] }).bytes,
  ).sheets[0];
  return entries
    .map(({ cell }) => sheet?.cells.get(cell)?.text || "_")
    .join("");
};

describe("boxes for single digits", () => {
  test("a number stands at the right, an identifier at the left", async () => {
    expect(await shown(drawBoxes(3), boxes(3, "report.count"), 12)).toBe("_12");
    expect(await shown(drawBoxes(3), boxes(3, "society.code"), "12")).toBe(
      "12_",
    );
    expect(
      await shown(
        drawBoxes(4),
        boxes(4, "business.capital", 10_000),
        3_000_000,
      ),
    ).toBe("_300");
  });

  test.each<[string, string | number, string[]]>([
    ["report.count", 123, ["block other-digits"]],
    ["report.count", -1, ["block other-digits"]],
    ["report.count", 1.5, ["block other-digits"]],
    ["report.count", 5, []],
    ["society.code", "123", ["block other-digits"]],
    ["society.code", "1", ["warn other-digits"]],
    ["society.code", "なし", ["warn other-digits"]],
    ["federation.phone", "1", []],
  ])("%s %s in two boxes: %j", async (key, value, expected) => {
    expect(await codesFor(drawBoxes(2), boxes(2, key), value)).toEqual(
      expected,
    );
  });

  test("a postal code has seven digits", async () => {
    const entry = { ...at("business.postalCode"), part: "postal 1" };
    expect(await codesFor(field, entry, "904-0102")).toEqual([]);
    expect(await codesFor(field, entry, "904")).toEqual(["warn other-digits"]);
    expect(await codesFor(field, entry, "904-01021")).toEqual([
      "block other-digits",
    ]);
  });
});

describe("dates", () => {
  test.each<[string | number, string[]]>([
    ["2026-02-30", ["block no-date"]],
    ["2026-7-5", ["block no-date"]],
    [46_228, ["block no-date"]],
    ["未定", ["warn no-date"]],
  ])("%s is no day of the calendar: %j", async (value, expected) => {
    expect(await codesFor(field, at("report.date"), value)).toEqual(expected);
  });

  test("a year alone needs an era beside it when it is not of this era", async () => {
    const year = { ...at("business.foundedOn"), part: "year" };
    const era = { cell: "A3", key: "business.foundedOn", part: "era" };
    const draw = (d: Drawing) => field(d).field("A3");
    expect(await codesFor(draw, year, "1975-01-07")).toEqual([
      "warn other-era",
    ]);
    expect(await codesFor(draw, year, "2020-01-07")).toEqual([]);
    for (const format of ["yyyy", "gge"]) {
      expect(await codesFor(draw, { ...year, format }, "1975-01-07")).toEqual(
        [],
      );
    }
    expect(
      await codesFor(
        draw,
        [
          { ...era, cell: "A2" },
          { ...year, cell: "B2" },
        ],
        "1975-01-07",
      ),
    ).not.toContain("warn other-era");
  });

  test("a form that counts from 1904 has no earlier day, and its limits count so too", async () => {
    const { form, map } = await formOf((d) => {
      field(d).widths(12, 30);
      d.sheet.workbook.properties.date1904 = true;
      d.sheet.getCell("B2").dataValidation = {
        type: "whole",
        operator: "greaterThanOrEqual",
        formulae: [44_651],
      };
    }, at("business.foundedOn"));
    const about = (day: string) =>
      preflight(VOCABULARY, form, map, {
        scalars: { "business.foundedOn": day },
        rows: [],
      }).map(({ code }) => code);
    expect(about("1903-12-31")).toContain("before-calendar");
    // Day 44651 is 1 April 2026 when 1904 has day 0.
    expect(about("2026-04-01")).toEqual([]);
    expect(about("2026-03-31")).toEqual(["outside-rule"]);
  });
});

describe("what does not fit", () => {
  test("a number or date too wide for its cell is told", async () => {
    const dated = (d: Drawing) => {
      field(d);
      d.sheet.getCell("B2").numFmt = '[$-411]ggge"年"m"月"d"日"';
    };
    expect(await codesFor(dated, at("report.date"), "2026-12-25")).toEqual([
      "warn too-wide",
    ]);
    expect(await codesFor(field, at("report.count"), 12)).toEqual([]);
    expect(await codesFor(field, at("business.capital"), 10 ** 12)).toEqual([
      "warn too-wide",
    ]);
  });

  test("indentation and upright text are reckoned with", async () => {
    const aligned =
      (alignment: object, height = 60) =>
      (d: Drawing) => {
        field(d);
        d.sheet.getRow(2).height = height;
        d.sheet.getCell("B2").alignment = alignment;
      };
    const entry = at("federation.name");
    const name = "沖縄県連";
    expect(await codesFor(aligned({ indent: 5 }), entry, name)).toEqual([
      "warn too-wide",
    ]);
    expect(await codesFor(aligned({ indent: 1 }), entry, name)).toEqual([]);
    const stacked = { textRotation: "vertical" };
    expect(await codesFor(aligned(stacked), entry, name)).toEqual([]);
    expect(
      await codesFor(aligned(stacked), entry, "沖縄県商工会連合会"),
    ).toEqual(["warn too-high"]);
  });

  test("text runs on over empty paper, up to the next text", async () => {
    const open = (neighbour: string) => (d: Drawing) => {
      d.widths(12, 8, 8, 8).label("A2", "欄").text(neighbour, "件");
      d.sheet.getCell("B2").font = { size: 11 };
    };
    const name = "沖縄県商工会連合会";
    expect(await codesFor(open("F2"), at("federation.name"), name)).toEqual([]);
    expect(await codesFor(open("D2"), at("federation.name"), name)).toEqual([
      "warn too-wide",
    ]);
  });
});

test("a value that the form offers in one cell and not in the other is named for that cell", async () => {
  const { form, map } = await formOf(
    (d) => {
      for (const cell of ["B2", "B3", "B4"]) {
        d.field(cell);
        d.sheet.getCell(cell).dataValidation = {
          type: "list",
          formulae: [cell === "B3" ? '"甲,乙"' : '"丙,丁"'],
        };
      }
    },
    ...["B2", "B3", "B4"].map((cell) => ({ cell, key: "remarks" })),
  );
  const data = { scalars: { remarks: "甲" }, rows: [] };
  expect(
    preflight(VOCABULARY, form, map, data).map(({ cell }) => cell),
  ).toEqual(["B2", "B4"]);
});

test("a required value of blanks alone is empty; the refusal says where", async () => {
  const { bytes, map } = await formOf(field, {
    ...at("federation.name"),
    required: true,
  });
  try {
    fillForm(VOCABULARY, bytes, map, {
      scalars: { "federation.name": "　" },
      rows: [],
    });
    expect.unreachable();
  } catch (error) {
    expect(sentence(error)).toBe(
      "「連合会名」が空です。値を入れてください。（場所：様式 B2）",
    );
  }
});

test.each([
  "〜",
  "−",
  "‖",
  "é",
  "か\u3099",
  "한",
  "㋿",
  "㐂",
  "①",
  "㈱",
  "Ⅲ",
  "髙",
  "﨑",
])("%s is shown as a character that may be lost", async (char) => {
  expect(await codesFor(field, at("federation.name"), char)).toEqual([
    "warn rare-characters",
  ]);
});

test.each(["～", "－", "ー", "高崎", "々〆ヶ", "×÷±", "…―"])(
  "%s is no such character",
  async (chars) => {
    expect(await codesFor(field, at("federation.name"), chars)).toEqual([]);
  },
);
