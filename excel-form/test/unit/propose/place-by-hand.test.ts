import { describe, expect, test } from "vitest";
import { readForm } from "../../../src/index.ts";
import {
  placeByHand,
  repeatedRowsAt,
} from "../../../src/propose/place-by-hand.ts";
import { simpleForm } from "../../support/xlsx/simple-form.ts";
import { readFormFixture } from "../../support/forms/fixture.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

const sheetOf = (name: string) => {
  const [sheet] = readForm(readFormFixture(`${name}.xlsx`)).sheets;
  if (!sheet) throw new Error(name);
  return sheet;
};

/** One row of texts and blanks, all of them lined and narrow. */
const boxes = (...texts: readonly string[]) => {
  const cells = texts
    .map((text, index) => {
      const address = `${String.fromCharCode(65 + index)}1`;
      return text === ""
        ? `<c r="${address}" s="1"/>`
        : `<c r="${address}" s="1" t="inlineStr"><is><t>${text}</t></is></c>`;
    })
    .join("");
  const [sheet] = readForm(
    simpleForm({
      sheets: [
        {
          name: "様式",
          before:
            '<cols><col min="1" max="20" width="4" customWidth="1"/></cols>',
          rows: `<row r="1">${cells}</row>`,
        },
      ],
    }),
  ).sheets;
  if (!sheet) throw new Error("no sheet");
  return sheet;
};

describe("placeByHand", () => {
  test("an empty cell takes the value as it is", () => {
    expect(
      placeByHand(
        VOCABULARY,
        sheetOf("b01-status-reply"),
        "C5",
        "edition.name",
      ),
    ).toEqual([{ cell: "C5", key: "edition.name" }]);
  });

  test("behind a label in the same cell the label stays", () => {
    expect(
      placeByHand(
        VOCABULARY,
        sheetOf("b05-fax-reply"),
        "F11",
        "federation.contactName",
      ),
    ).toEqual([
      {
        cell: "F11",
        key: "federation.contactName",
        text: "担当者：{federation.contactName}",
      },
    ]);
  });

  test("a date that is to be completed keeps its signs", () => {
    expect(
      placeByHand(VOCABULARY, sheetOf("b05-fax-reply"), "B14", "report.date"),
    ).toEqual([
      {
        cell: "B14",
        key: "report.date",
        text: "回答日：{report.date:ggge年M月d日}",
      },
    ]);
  });

  test("printed choices are marked, not written over", () => {
    expect(
      placeByHand(
        VOCABULARY,
        sheetOf("b08-two-rows-portrait"),
        "C10",
        "business.kind",
      ),
    ).toEqual([
      { cell: "C10", key: "business.kind", choose: ["法人", "個人"] },
    ]);
  });

  test("year, month and day between their signs are taken together", () => {
    const sheet = boxes("", "年", "", "月", "", "日");
    expect(placeByHand(VOCABULARY, sheet, "A1", "report.date")).toEqual([
      { cell: "A1", key: "report.date", part: "year" },
      { cell: "C1", key: "report.date", part: "month" },
      { cell: "E1", key: "report.date", part: "day" },
    ]);
  });

  test("thirteen boxes take a corporate number digit by digit", () => {
    const sheet = boxes(...Array.from({ length: 13 }, () => ""), "番号");
    const placed = placeByHand(
      VOCABULARY,
      sheet,
      "A1",
      "business.corporateNumber",
    );
    expect(placed).toHaveLength(13);
    expect(placed.at(-1)).toEqual({
      cell: "M1",
      key: "business.corporateNumber",
      part: "digit 13",
    });
  });

  test("three empty columns side by side are not one telephone number", () => {
    const sheet = boxes("", "", "", "番号");
    expect(placeByHand(VOCABULARY, sheet, "A1", "business.phone")).toEqual([
      { cell: "A1", key: "business.phone" },
    ]);
  });
});

describe("repeatedRowsAt", () => {
  test("any row of the list finds the whole list", () => {
    const sheet = sheetOf("b08-two-rows-portrait");
    expect(repeatedRowsAt(VOCABULARY, sheet, 17)).toEqual({
      firstRow: 10,
      rowsPerEntry: 2,
      entries: 12,
    });
    expect(repeatedRowsAt(VOCABULARY, sheet, 4)).toBeNull();
  });
});
