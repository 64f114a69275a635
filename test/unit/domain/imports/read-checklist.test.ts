import { describe, expect, test } from "vitest";
import { checklistColumns } from "../../../../src/domain/imports/checklist-columns.ts";
import { parseDelimited } from "../../../../src/domain/imports/parse-delimited.ts";
import { proposeColumns } from "../../../../src/domain/imports/propose-columns.ts";
import {
  readChecklist,
  sumChecklist,
} from "../../../../src/domain/imports/read-checklist.ts";

const AREAS = ["顧客満足度の向上", "業務効率の改善"];

const read = (...lines: string[]) => {
  const table = parseDelimited(lines.join("\n"));
  const { headRows, columns } = proposeColumns(table, checklistColumns);
  return readChecklist(table.rows.slice(headRows), columns, AREAS);
};
const item = (
  itemId: string,
  area: number,
  itemText: string,
  itemPoints: number,
) => ({ itemId, itemArea: AREAS[area], itemText, itemPoints });

describe("readChecklist", () => {
  test("an area written once stands for the items below it", () => {
    expect(
      read(
        "分野\tチェック項目\t配点",
        "1. 顧客満足度の向上\t予約を受け付けている\t1",
        "\t履歴を共有している\t0.5",
        "2. 業務効率の改善\t会計ソフトを使っている\t２点",
        "\t合計\t3.5",
      ),
    ).toEqual({
      rows: [
        item("A1", 0, "予約を受け付けている", 1),
        item("A2", 0, "履歴を共有している", 0.5),
        item("B1", 1, "会計ソフトを使っている", 2),
      ],
      problems: [],
    });
  });

  test("a heading row of an area is no item", () => {
    expect(
      read(
        "分野\t項目\t配点",
        "顧客満足度の向上\t\t",
        "\t予約を受け付けている\t1",
      ).rows,
    ).toEqual([item("A1", 0, "予約を受け付けている", 1)]);
  });

  test("numbers that begin anew in each area become ids of their own", () => {
    const { rows } = read(
      "No\t分野\t項目\t配点",
      "1\t顧客満足度の向上\t予約を受け付けている\t1",
      "1\t業務効率の改善\t会計ソフトを使っている\t1",
    );
    expect(rows.map(({ itemId }) => itemId)).toEqual(["A1", "B1"]);
  });

  test("a row that cannot be read is named, and the others are taken", () => {
    const { rows, problems } = read(
      "分野\t項目\t配点",
      "顧客満足度の向上\t予約を受け付けている\t1",
      "広報\t掲示板がある\t1",
      "業務効率の改善\t会計ソフトを使っている\t一点",
      "業務効率の改善\t勤怠を記録している\t",
    );
    expect(rows).toHaveLength(1);
    expect(problems).toEqual([
      { row: 3, code: "areaUnknown", field: "area", text: "広報" },
      { row: 4, code: "pointsUnknown", field: "points", text: "一点" },
      { row: 5, code: "pointsUnknown", field: "points", text: "" },
    ]);
  });
});

test("the sums of areas and the whole hold for half points", () => {
  const rows = [
    item("A1", 0, "あ", 0.1),
    item("A2", 0, "い", 0.2),
    item("B1", 1, "う", 0.5),
  ].map((row) => ({ ...row, itemArea: row.itemArea ?? "" }));
  expect(sumChecklist(rows)).toEqual({
    areas: [
      { area: AREAS[0], items: 2, points: 0.3 },
      { area: AREAS[1], items: 1, points: 0.5 },
    ],
    total: 0.8,
  });
});
