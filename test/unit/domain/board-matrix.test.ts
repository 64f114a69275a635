import { describe, expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import { toBoardLine } from "../../../src/domain/board-lines.ts";
import { boardMatrix, groupMatrix } from "../../../src/domain/board-matrix.ts";
import type { Nomination } from "../../../src/domain/model.ts";
import { societyAnswers } from "../../../src/domain/society-answers.ts";
import {
  aNomination,
  aRegistered,
  aSociety,
  anAnswer,
  clockOn,
} from "../../support/domain-records.ts";

const societies = [
  aSociety("甲商工会", { sortOrder: 1, code: "S1" }),
  aSociety("乙商工会", { sortOrder: 2, code: "S2" }),
  aSociety("丙商工会", { sortOrder: 3, code: "S3" }),
  aSociety("丁商工会", { sortOrder: 4, code: "S4", active: "統合・廃止" }),
];

const matrixOf = (nominations: readonly Nomination[], today = "2022-07-29") =>
  boardMatrix(
    award,
    societies,
    societyAnswers(
      societies,
      [anAnswer("乙商工会", "該当なし", { societyCode: "S2" })],
      nominations,
    ),
    nominations.map((one) => toBoardLine(award, one, clockOn(today))),
  );

const of = (society: string, societyCode: string) => ({ society, societyCode });

describe("boardMatrix", () => {
  test("every active society has a row, with or without a record", () => {
    const rows = matrixOf([]);
    expect(rows.map(({ society, answer }) => [society.name, answer])).toEqual([
      ["甲商工会", "noAnswer"],
      ["乙商工会", "noCandidate"],
      ["丙商工会", "noAnswer"],
    ]);
    expect(rows[0]).toMatchObject({
      nominations: 0,
      worst: null,
      cells: [null, null, null, null],
    });
  });

  test("a cell shows the worst of a society's nominations and how many there are", () => {
    const [row] = matrixOf([
      aNomination({ ...of("甲商工会", "S1"), id: "1" }),
      aNomination({ ...of("甲商工会", "S1"), id: "2", contactDone: null }),
      aRegistered({ ...of("甲商工会", "S1"), id: "3" }),
    ]);
    expect(row?.cells[0]).toEqual({
      status: "overdue",
      due: "2022-07-27",
      done: null,
      nominations: 1,
      ids: ["2"],
    });
    expect(row?.cells[1]).toMatchObject({
      status: "dueSoon",
      nominations: 2,
    });
    expect(row?.worst).toBe("overdue");
  });

  test("a done cell has the latest date", () => {
    const [row] = matrixOf([
      aNomination({ ...of("甲商工会", "S1"), contactDone: "2022-07-11" }),
      aNomination({
        ...of("甲商工会", "S1"),
        id: "2",
        contactDone: "2022-07-26",
      }),
    ]);
    expect(row?.cells[0]).toMatchObject({
      status: "done",
      done: "2022-07-26",
      nominations: 2,
    });
  });

  test("a closed or unknown society has a row once it has a nomination", () => {
    const rows = matrixOf([
      aNomination({ ...of("丁商工会", "S4"), id: "1" }),
      aNomination({ ...of("遠方商工会", "S9"), id: "2" }),
    ]);
    expect(rows.map(({ society, answer }) => [society.name, answer])).toEqual([
      ["甲商工会", "noAnswer"],
      ["乙商工会", "noCandidate"],
      ["丙商工会", "noAnswer"],
      ["丁商工会", null],
      ["遠方商工会", null],
    ]);
  });
});

test("groups come worst first and hold every row once", () => {
  const rows = matrixOf([
    aNomination({ ...of("甲商工会", "S1"), id: "1" }),
    aNomination({ ...of("丙商工会", "S3"), id: "2", contactDone: null }),
  ]);
  const groups = groupMatrix(rows);
  expect(
    groups.map(({ key, rows: own }) => [
      key,
      own.map(({ society }) => society.name),
    ]),
  ).toEqual([
    ["overdue", ["丙商工会"]],
    ["dueSoon", ["甲商工会"]],
    ["noCandidate", ["乙商工会"]],
  ]);
  expect(groups.flatMap(({ rows: own }) => own)).toHaveLength(rows.length);
});
