import { describe, expect, test } from "vitest";
import {
  fillForm,
  preflight,
  proposeMap,
  readForm,
} from "../../../src/index.ts";
import type { FormIssue, Values } from "../../../src/index.ts";
import { storedForm } from "../../support/forms/blank-forms.ts";
import type { Drawing } from "../../support/forms/drawing.ts";
import { codesFor, formOf } from "../../support/forms/one-cell-form.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

const form = readForm(storedForm("b01-status-reply.xlsx"));
const map = proposeMap(VOCABULARY, form);

const find = (
  issues: readonly FormIssue[],
  code: string,
): FormIssue | undefined => issues.find((issue) => issue.code === code);

const about = (
  scalars: Values,
  rows: readonly Values[] = [],
): readonly FormIssue[] => preflight(VOCABULARY, form, map, { scalars, rows });

const full: Values = {
  "federation.name": "沖縄県商工会連合会",
  "federation.section": "組織運営課",
  "federation.contactTitle": "主任",
  "federation.contactName": "山田　太郎",
  "federation.phone": "098-859-6150",
  "federation.fax": "098-859-6151",
  "federation.email": "soshiki@example.jp",
  "report.date": "2022-08-01",
  "report.count": 1,
  "report.caseCount": 0,
};
const firm: Values = {
  "society.name": "北谷町商工会",
  "business.registeredName": "合同会社ナハ",
};

test("a finding names the value in the reader's language", () => {
  const issue = find(about({ ...full, "federation.fax": "" }), "empty");
  expect(issue?.message.ja).toMatch(/^「FAX（連合会）」が空です/);
});

describe("preflight", () => {
  test("has nothing to say when everything is in order", () => {
    expect(about(full, [firm])).toEqual([]);
  });

  test("names an empty value with its cell, and asks for a reason only when there is none to nominate", () => {
    const { "federation.phone": _, ...rest } = full;
    expect(about(rest, [firm])).toMatchObject([
      {
        severity: "warn",
        code: "empty",
        sheet: "回答シート",
        cell: "C7",
        key: "federation.phone",
      },
    ]);
    expect(about(full)).toMatchObject([
      { code: "empty", key: "report.noneReason" },
    ]);
  });

  test("a required value that is empty stops the export", () => {
    const strict = {
      ...map,
      cells: map.cells.map((entry) => ({ ...entry, required: true })),
    };
    const data = { scalars: { ...full, "federation.name": "" }, rows: [firm] };
    expect(
      find(preflight(VOCABULARY, form, strict, data), "required-empty"),
    ).toMatchObject({ severity: "block", key: "federation.name" });
    expect(() =>
      fillForm(VOCABULARY, storedForm("b01-status-reply.xlsx"), strict, data),
    ).toThrow("report/cannot-fill");
  });

  test("a value outside the form's drop-down is named with its record", () => {
    const issue = find(
      about(full, [firm, { ...firm, "securityAction.stars": "申請中" }]),
      "not-offered",
    );
    expect(issue).toMatchObject({
      severity: "warn",
      cell: "I16",
      key: "securityAction.stars",
      entry: 1,
    });
    expect(issue?.message.ja).toContain("申請中");
  });

  test("more records than rows are added or refused, as the map says", () => {
    const rows = Array.from({ length: 21 }, () => firm);
    expect(find(about(full, rows), "rows-added")).toMatchObject({
      severity: "warn",
    });
    const refusing = {
      ...map,
      lists: map.lists.map((list) => ({
        ...list,
        onSurplus: "refuse" as const,
      })),
    };
    expect(
      find(
        preflight(VOCABULARY, form, refusing, { scalars: full, rows }),
        "too-many-rows",
      )?.message.ja,
    ).toContain("21件ありますが、様式の一覧は20件分です");
  });

  test("what is no date, no number or no known name is said", () => {
    const issues = about(
      {
        ...full,
        "report.date": "8月1日",
        "report.count": "二",
        "report.total": 1,
      },
      [firm],
    );
    expect(issues.map(({ code }) => code).sort()).toEqual([
      "no-date",
      "no-number",
      "unknown-key",
    ]);
  });

  test("characters that old systems lose are shown, control characters are named", () => {
    expect(
      find(
        about({ ...full, "federation.contactName": "𠮷田󠄀 ｱｵｲ" }, [firm]),
        "rare-characters",
      )?.message.ja,
    ).toMatch(/𠮷.*U\+E0100.*ｱ ｵ ｲ/);
    expect(
      find(
        about({ ...full, "federation.section": "組織\u000b課" }, [firm]),
        "control-characters",
      ),
    ).toMatchObject({ key: "federation.section", severity: "block" });
    expect(
      find(
        about({ ...full, "federation.contactName": "高崎　邉" }, [firm]),
        "rare-characters",
      ),
    ).toBeUndefined();
  });

  test("text that does not fit its cell is measured in half-width characters", async () => {
    const narrow = (d: Drawing) =>
      d.widths(10, 12).label("A2", "団体名").field("B2", { wrap: false });
    const entry = { cell: "B2", key: "federation.name" };
    expect(await codesFor(narrow, entry, "沖縄県商工会連合会")).toEqual([
      "warn too-wide",
    ]);
    expect(await codesFor(narrow, entry, "沖縄県連")).toEqual([]);
    const low = (d: Drawing) => {
      d.widths(10, 12).label("A2", "理由").field("B2");
      d.sheet.getRow(2).height = 27;
    };
    expect(
      await codesFor(
        low,
        { cell: "B2", key: "report.noneReason" },
        "候補となる事業所がありませんでした。".repeat(2),
      ),
    ).toEqual(["warn too-tall"]);
    expect(
      await codesFor(low, { cell: "B2", key: "report.noneReason" }, "候補なし"),
    ).toEqual([]);
    const growing = (d: Drawing) =>
      d.widths(10, 12).label("A2", "理由").field("B2");
    expect(
      await codesFor(
        growing,
        { cell: "B2", key: "report.noneReason" },
        "あ".repeat(200),
      ),
    ).toEqual([]);
  });

  test("the form's own limits are kept", async () => {
    const limited = (d: Drawing) => {
      d.label("A2", "推薦件数").field("B2");
      d.sheet.getCell("B2").dataValidation = {
        type: "whole",
        operator: "between",
        allowBlank: true,
        formulae: [1, 5],
      };
    };
    const entry = { cell: "B2", key: "report.count" };
    expect(await codesFor(limited, entry, 6)).toEqual(["warn outside-rule"]);
    const below = (limit: string) => (d: Drawing) => {
      d.label("A2", "件数").field("B2");
      d.sheet.getCell("B2").dataValidation = {
        type: "decimal",
        operator: "lessThan",
        allowBlank: true,
        formulae: [limit],
      };
    };
    for (const limit of [".5", "5E-1", "+0.5"]) {
      expect(await codesFor(below(limit), entry, 0.4)).toEqual([]);
      expect(await codesFor(below(limit), entry, 0.6)).toEqual([
        "warn outside-rule",
      ]);
    }
    expect(await codesFor(limited, entry, 5)).toEqual([]);
  });

  test("a date before the calendar or of another era than the printed one is refused", async () => {
    const dated = (d: Drawing) =>
      d.label("A2", "設立日").field("B2").text("C2", "年");
    expect(
      await codesFor(
        dated,
        { cell: "B2", key: "business.foundedOn" },
        "1899-12-31",
      ),
    ).toEqual(["block before-calendar"]);
    const year = {
      cell: "B2",
      key: "business.foundedOn",
      part: "year",
      era: "令和",
    };
    expect(await codesFor(dated, year, "2018-04-01")).toEqual([
      "block other-era",
    ]);
    expect(await codesFor(dated, year, "2019-05-01")).toEqual([]);
  });

  test("a phone without hyphens is named where it must be spread, a sum that is not whole where the unit is 万円", async () => {
    const boxes = (d: Drawing) => d.label("A2", "電話").field("B2");
    expect(
      await codesFor(
        boxes,
        { cell: "B2", key: "federation.phone", part: "phone 1" },
        "内線123",
      ),
    ).toEqual(["warn no-groups"]);
    expect(
      await codesFor(
        boxes,
        { cell: "B2", key: "business.capital", per: 10_000 },
        15_000,
      ),
    ).toEqual(["warn not-whole"]);
  });

  test("a form about one firm takes one record", async () => {
    const made = await formOf((d) => d.label("A2", "企業名").field("B2"), {
      cell: "B2",
      key: "business.registeredName",
    });
    const two = { scalars: {}, rows: [firm, firm] };
    expect(
      find(preflight(VOCABULARY, made.form, made.map, two), "one-firm-only"),
    ).toMatchObject({ severity: "block" });
    const filled = fillForm(VOCABULARY, made.bytes, made.map, {
      scalars: {},
      rows: [firm],
    });
    expect(readForm(filled.bytes).sheets[0]?.cells.get("B2")?.text).toBe(
      "合同会社ナハ",
    );
  });
});
