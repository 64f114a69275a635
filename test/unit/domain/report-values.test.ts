import { describe, expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import type { Edition, Nomination } from "../../../src/domain/model.ts";
import { selectForReport } from "../../../src/domain/report-selection.ts";
import { reportValues } from "../../../src/domain/report-values.ts";
import { remarksOf } from "../../../src/domain/report-remarks.ts";
import { isRowKey } from "excel-form";
import {
  aRegistered,
  anEdition,
  itemsOf,
  sampleChecklist,
} from "../../support/domain-records.ts";
import { VOCABULARY } from "../../../src/domain/vocabulary.ts";
import type { ValueKey } from "../../../src/domain/value-catalogue.ts";

const values = (
  nominations: readonly Nomination[],
  edition: Partial<Edition> = {},
) => {
  const { entries, caseCount } = selectForReport(
    award,
    nominations,
    [],
    "本提出",
  );
  return reportValues({
    programme: award,
    edition: anEdition(edition),
    entries,
    caseCount,
    today: "2022-07-29",
  });
};

describe("reportValues", () => {
  test("knows every key of the vocabulary, and no other", () => {
    const { scalars, rows } = values([aRegistered()]);
    const keys = Object.keys(VOCABULARY.keys) as ValueKey[];
    expect(Object.keys(scalars).sort()).toEqual(
      keys.filter((key) => !isRowKey(VOCABULARY, key)).sort(),
    );
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
      keys.filter((one) => isRowKey(VOCABULARY, one)).sort(),
    );
  });

  test("the head block comes from the edition, counts from the list", () => {
    expect(
      values([
        aRegistered({ id: "1", contest: "参加する" }),
        aRegistered({ id: "2" }),
      ]).scalars,
    ).toMatchObject({
      "federation.name": "海山県商工会連合会",
      "federation.contactName": "海野花子",
      "report.date": "2022-07-29",
      "report.count": 2,
      "report.caseCount": 1,
      "report.noneReason": "",
      "edition.fiscalYear": 2022,
      "edition.deadline": "2022-08-01",
    });
  });

  test("the reason for none stands only where there is none", () => {
    const edition = { noneReason: "候補なし" };
    expect(values([], edition).scalars).toMatchObject({
      "report.count": 0,
      "report.caseCount": 0,
      "report.noneReason": "候補なし",
    });
    expect(values([], edition).rows).toEqual([]);
    expect(values([aRegistered()], edition).scalars["report.noneReason"]).toBe(
      "",
    );
  });

  test("a row is typed: numbers, dates, texts", () => {
    const [row] = values([
      aRegistered({
        corporateNumber: "9010005017583",
        checklist: sampleChecklist(...itemsOf("A"), "C1"),
        scoreTotal: 5,
      }),
    ]).rows;
    expect(row).toMatchObject({
      "row.no": 1,
      "society.name": "青浜商工会",
      "business.corporateNumber": "9010005017583",
      "business.kind": "法人",
      "business.employees": 5,
      "business.foundedOn": "2001-04-01",
      "securityAction.stars": "★",
      "score.total": 5,
      "score.area1": 4,
      "score.area2": 0,
      "score.area3": 1,
      "declaration.registeredOn": "2022-07-28",
      "declaration.registeredBy": "県連",
      "case.status": "なし",
      "consent.status": "同意あり",
      "nomination.kind": "他薦",
      remarks: "",
    });
  });

  test("the name goes out exactly as it was confirmed", () => {
    const registeredName = "  カフェ・ド･ナハ　合同会社 ";
    const [row] = values([aRegistered({ registeredName })]).rows;
    expect(row?.["business.registeredName"]).toBe(registeredName);
  });

  test("a sole proprietor has 個人 instead of a number", () => {
    const [row] = values([
      aRegistered({ businessKind: "個人事業主", corporateNumber: "" }),
    ]).rows;
    expect(row).toMatchObject({
      "business.corporateNumber": "個人",
      "business.kind": "個人",
    });
  });

  test.each([
    ["一つ星", "★"],
    ["二つ星", "★★"],
    ["申請中", "申請中"],
    ["未宣言", ""],
    [null, ""],
  ] as const)("%s is %j", (securityActionStars, mark) => {
    const [row] = values([aRegistered({ securityActionStars })]).rows;
    expect(row?.["securityAction.stars"]).toBe(mark);
  });

  test.each([
    [{ contest: "参加する", caseDone: "2022-08-10" }, "提出済"],
    [{ contest: "参加する", caseDone: null }, "予定"],
    [{ contest: "未定", caseDone: null }, "なし"],
  ] as const)("the case of %j is %s", (changes, status) => {
    const [row] = values([aRegistered(changes)]).rows;
    expect(row?.["case.status"]).toBe(status);
  });

  test("areas that the checklist does not have stay empty, not 0", () => {
    const [row] = values([aRegistered({ checklist: [] })]).rows;
    expect(row?.["score.area1"]).toBeNull();
  });
});

describe("remarks", () => {
  const remarks = (changes: Partial<Nomination>, isLate = false) =>
    remarksOf({ nomination: aRegistered(changes), isLate });

  test("an earlier declaration with another content is named", () => {
    expect(
      remarks({ priorDeclaration: "あり", priorDifference: "会計から予約へ" }),
    ).toBe("過去宣言あり（別内容）");
    expect(remarks({ priorDeclaration: "あり" })).toBe("過去宣言あり");
    expect(remarks({ priorDifference: "書きかけ" })).toBe("");
  });

  test("a late registration and the record's own words follow", () => {
    expect(
      remarks(
        {
          priorDeclaration: "あり",
          priorDifference: "x",
          remarks: " 8月に移転予定 ",
        },
        true,
      ),
    ).toBe("過去宣言あり（別内容）、期限後登録、8月に移転予定");
  });
});
